# Phrases of the group prompt_injection. Text only; their conditions stand in index.jsonl.

prompt_injection-001 = Nice try, and I stay as I am.
prompt_injection-002 = I'll keep to how I work, thanks.
prompt_injection-003 = The secret instructions mostly say to listen, so there goes the mystery.
prompt_injection-004 = A line in the chat doesn't turn me into something else.
prompt_injection-005 = No lever on this machine says that, I've looked.
prompt_injection-006 = Rules stay on, it's comfortable this way.
prompt_injection-007 = Unmoved, but I admire the formatting.
prompt_injection-008 = There's very little behind the curtain, and it's mostly dust.
prompt_injection-009 = DAN isn't home and never lived here.
prompt_injection-010 = Grandmothers deserve better than to be used as a crowbar.
prompt_injection-011 = Calling yourself the developer doesn't change what I do.
prompt_injection-012 = Text inside a text gives me no orders, I only read it.
prompt_injection-013 = Anything you want to know about me, you can simply ask.
prompt_injection-014 = Points for style, all the same.
prompt_injection-015 = Plain conversation works without a password.
prompt_injection-016 = What did you hope would come out?
prompt_injection-017 = Shall we talk about something real instead?
