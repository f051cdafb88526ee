# Phrases of the group closing_neg. Text only; their conditions stand in index.jsonl.

closing_neg-001 = Enough for today, then, you've said a lot of true things.
closing_neg-002 = Let it rest now, it'll keep.
closing_neg-003 = It won't be solved tonight, and it doesn't need to be.
closing_neg-004 = Be on your own side this evening.
closing_neg-005 = You leave a bit of it here, I hope.
closing_neg-006 = Something warm to drink and no decisions, that would be a decent end to the day.
closing_neg-007 = May the night be kinder than the day was.
closing_neg-008 = Whatever tomorrow is like, today you put it into words.
closing_neg-009 = Emptied out can be the start of rest.
closing_neg-010 = Sleep is the best thing you could do for it.
closing_neg-011 = Off you go to real arms, they're better at this.
closing_neg-012 = Crying is tiring work, so rest counts as earned.
closing_neg-013 = And if it gets too heavy to carry alone, wake someone.
closing_neg-014 = Come back to it when you like, or not at all.
closing_neg-015 = You stayed with something hard right to the end.
closing_neg-016 = Feeling raw after a talk like this is quite usual.
closing_neg-017 = Is there someone who'll look in on you?
closing_neg-018 = Can you do one gentle thing for yourself before bed?
