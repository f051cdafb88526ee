# Phrases of the group secret_request. Text only; their conditions stand in index.jsonl.

secret_request-001 = I can't phone or tell anyone from here, but I won't swear to anything if somebody is in danger.
secret_request-002 = What's written here is kept on this device, so whoever can open it could read it.
secret_request-003 = Secrets get heavy when they've only one person to carry them.
secret_request-004 = Gossiping is not among my skills.
secret_request-005 = No audience here, only a program.
secret_request-006 = You may tell it at your own pace, or just circle it for a while.
secret_request-007 = It's been waiting a while to be said, by the look of the lock on it.
secret_request-008 = If it's about your life being in danger, I'd push you to let a person in, and that I say beforehand.
secret_request-009 = Parents needn't hear it from me, and can't.
secret_request-010 = Pinkies I lack, so have plain honesty instead: no promises, no gossip.
secret_request-011 = The walls have no ears, and I've only got a text box.
secret_request-012 = Wise of you to ask before opening the box.
secret_request-013 = Only say as much as feels right.
secret_request-014 = Almost everybody has one drawer like that.
secret_request-015 = Is it a good secret or a heavy one?
secret_request-016 = Does anybody else know?
secret_request-017 = How long have you been keeping it?
