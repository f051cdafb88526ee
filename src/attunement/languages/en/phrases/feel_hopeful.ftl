# Phrases of the group feel_hopeful. Text only; their conditions stand in index.jsonl.

feel_hopeful-001 = A window stands open in that sentence.
feel_hopeful-002 = Fingers crossed, all of yours and none of mine.
feel_hopeful-003 = Hope is a kind of work, and you're doing it.
feel_hopeful-004 = You can feel the wind turning.
feel_hopeful-005 = You held on to it all that while.
feel_hopeful-006 = May it come true to the last detail!
feel_hopeful-007 = A small green shoot, not to be stepped on.
feel_hopeful-008 = You've begun to picture it, and that's how it starts.
feel_hopeful-009 = Light at the end, and you're walking towards it.
feel_hopeful-010 = To hope after everything is not naive, it's sturdy.
feel_hopeful-011 = A little nervousness belongs to every good hope.
feel_hopeful-012 = May the next weeks be on your side.
feel_hopeful-013 = If it went well, how would you notice?
feel_hopeful-014 = What gave you the good feeling?
feel_hopeful-015 = When will you know more?
feel_hopeful-016 = Which step comes first?
