# Phrases of the group feel_confused. Text only; their conditions stand in index.jsonl.

feel_confused-001 = The pieces are all there and none of them fit.
feel_confused-002 = You're still trying to work out what that was.
feel_confused-003 = It's hard to set off when all the signs point in different ways.
feel_confused-004 = One half of it contradicts the other.
feel_confused-005 = I'd scratch my head too, if I had either.
feel_confused-006 = Your thoughts are going round like washing.
feel_confused-007 = A small riddle, and rather an annoying one.
feel_confused-008 = Resting is hard while something refuses to make sense.
feel_confused-009 = No wonder you're turning it this way and that.
feel_confused-010 = Sense often arrives late, and on foot.
feel_confused-011 = Mixed signals are meant to be confusing, or at least they manage it.
feel_confused-012 = Telling it in order sometimes straightens a knot or two.
feel_confused-013 = Which part makes the least sense?
feel_confused-014 = What happened right before it got confusing?
feel_confused-015 = Could you ask someone who was there?
feel_confused-016 = What are the two explanations you swing between?
