# Phrases of the group feel_disgusted. Text only; their conditions stand in index.jsonl.

feel_disgusted-001 = Eugh, and now it can't be unseen.
feel_disgusted-002 = The stomach has a better memory than one would like.
feel_disgusted-003 = You can practically still taste it.
feel_disgusted-004 = Just thinking of it makes the stomach turn a slow somersault.
feel_disgusted-005 = That deserves the full wrinkled nose.
feel_disgusted-006 = Some details really could have stayed private.
feel_disgusted-007 = It turns the stomach and the heart with it.
feel_disgusted-008 = Shudders are the only fitting answer.
feel_disgusted-009 = Something in you says no to it with every fibre.
feel_disgusted-010 = Recoiling is a perfectly good instinct.
feel_disgusted-011 = A hot shower after such a thing is practically a rite.
feel_disgusted-012 = Appetite, farewell.
feel_disgusted-013 = Dare I ask for the whole story?
feel_disgusted-014 = What did you do?
feel_disgusted-015 = Did anyone else witness it?
feel_disgusted-016 = What was the worst bit, if you can bear it?
