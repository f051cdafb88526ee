# Phrases of the group sarcasm_seen. Text only; their conditions stand in index.jsonl.

sarcasm_seen-001 = Truly, the gift nobody asked for.
sarcasm_seen-002 = Splendid, said no one who was there.
sarcasm_seen-003 = How considerate of the day to think of you.
sarcasm_seen-004 = Delightful, in the way of a wet sock.
sarcasm_seen-005 = Your enthusiasm is deafening.
sarcasm_seen-006 = The timing alone deserves a prize.
sarcasm_seen-007 = You must hardly know where to put all that joy.
sarcasm_seen-008 = And not even gift-wrapped.
sarcasm_seen-009 = Quite a bit of gritted teeth in that sentence.
sarcasm_seen-010 = One more of those and you get the tenth free.
sarcasm_seen-011 = The universe says you're welcome, and it isn't sorry.
sarcasm_seen-012 = Just what the doctor ordered, evidently a quack.
sarcasm_seen-013 = Love it for you too, from a safe distance.
sarcasm_seen-014 = That's two greats too many for a good day.
sarcasm_seen-015 = Sarcasm is what's left when screaming isn't allowed.
sarcasm_seen-016 = Under the joke it's simply annoying.
sarcasm_seen-017 = It's cheaper than throwing plates.
sarcasm_seen-018 = What has it come up with this time?
sarcasm_seen-019 = Is it funny-annoying or annoying-annoying?
sarcasm_seen-020 = Who do we have to thank for it?
