# Phrases of the group just_tell_me. Text only; their conditions stand in index.jsonl.

just_tell_me-001 = Straight to it, then.
just_tell_me-002 = Right, without the padding.
just_tell_me-003 = Practical it is.
just_tell_me-004 = Fair enough, less listening, more deciding.
just_tell_me-005 = Toss a coin, and notice which side you hope for while it's in the air.
just_tell_me-006 = Pick whichever you could undo more easily, and do it today.
just_tell_me-007 = Write down the two options, give each ten minutes, and take the one you kept defending.
just_tell_me-008 = Do the smallest piece of it in the next quarter of an hour and judge again after.
just_tell_me-009 = Choose what you could explain to a good friend without blushing.
just_tell_me-010 = Wait one night, and if you still want it at breakfast, go ahead.
just_tell_me-011 = Rule out the option you'd only take out of fear, and see what's left.
just_tell_me-012 = Ask the one person who'll tell you the truth, and do what makes you argue least.
just_tell_me-013 = Leave the message unsent until tomorrow, it will still be true then.
just_tell_me-014 = Tired people decide badly, so eat, sleep, and settle nothing tonight that can't be undone.
just_tell_me-015 = Say no in one sentence, without giving a reason to argue with.
just_tell_me-016 = Go, you can always leave after an hour.
just_tell_me-017 = It's your life, so the veto stays with you.
just_tell_me-018 = No feelings were discussed in the making of this answer.
just_tell_me-019 = What are the two options, in ten words?
just_tell_me-020 = By when must it be settled?
