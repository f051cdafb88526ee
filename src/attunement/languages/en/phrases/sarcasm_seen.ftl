# Phrases of the group sarcasm_seen. Text only; their conditions stand in index.jsonl.

sarcasm_seen-001 = Yeah, wonderful timing.
sarcasm_seen-002 = I'm guessing you could have done without that.
sarcasm_seen-003 = Lucky you, hm.
sarcasm_seen-004 = So, not lovely at all.
sarcasm_seen-005 = Not exactly your best day, then.
sarcasm_seen-006 = Oh good, more of that.
sarcasm_seen-007 = I take it that's not a happy "great".
sarcasm_seen-008 = You've clearly had enough of it.
sarcasm_seen-009 = Of course that had to happen as well.
sarcasm_seen-010 = Ah, the sort of brilliant nobody wants.
sarcasm_seen-011 = I'd be tempted to call that annoying.
sarcasm_seen-012 = As if you didn't have enough on already.
sarcasm_seen-013 = Just perfect, hm.
sarcasm_seen-014 = Behind the joke, that's really irritating.
sarcasm_seen-015 = I read that with an eye roll.
sarcasm_seen-016 = Joking about it is one way to cope.
sarcasm_seen-017 = You're allowed to just be annoyed about it.
sarcasm_seen-018 = That would get on anybody's nerves.
sarcasm_seen-019 = I don't think you're really thrilled.
sarcasm_seen-020 = No need to be a good sport about it.
sarcasm_seen-021 = What happened this time?
sarcasm_seen-022 = Is it more funny or more annoying?
sarcasm_seen-023 = Who do you have to thank for that?
sarcasm_seen-024 = Does this happen a lot?
sarcasm_seen-025 = How bad is it really?
sarcasm_seen-026 = What will you do about it now?
