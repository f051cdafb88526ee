# Phrases of the group feel_amused. Text only; their conditions stand in index.jsonl.

feel_amused-001 = You couldn't make it up.
feel_amused-002 = I'd have spilled my coffee, if I had coffee.
feel_amused-003 = It gets funnier with every telling, I bet.
feel_amused-004 = You're still giggling over the keyboard.
feel_amused-005 = Somebody had better keep a camera ready.
feel_amused-006 = Comedy gold, delivered free of charge!
feel_amused-007 = A small absurdity to season the day.
feel_amused-008 = Life does have timing now and then.
feel_amused-009 = Sore ribs are a fair price for that.
feel_amused-010 = Trying not to laugh always makes it worse.
feel_amused-011 = Nobody involved will ever live it down.
feel_amused-012 = It's a gift to see the funny side.
feel_amused-013 = And then what?
feel_amused-014 = Who else was there to enjoy it?
feel_amused-015 = Could anyone keep a straight face?
feel_amused-016 = At which point did you lose it?
