# Phrases of the group feel_mixed. Text only; their conditions stand in index.jsonl.

feel_mixed-001 = Two weathers on one day.
feel_mixed-002 = It pulls you in both directions at once.
feel_mixed-003 = You look back on it with one warm eye and one wet one.
feel_mixed-004 = You want it and you dread it, in the same breath.
feel_mixed-005 = Neither half is the wrong one.
feel_mixed-006 = A little sweet, a little sour.
feel_mixed-007 = Your heart is being asked to do two jobs at once.
feel_mixed-008 = It doesn't fold neatly into good or bad.
feel_mixed-009 = You'd feel simpler about it if it meant less.
feel_mixed-010 = Most things worth having come with a shadow.
feel_mixed-011 = You needn't settle on a single verdict.
feel_mixed-012 = It's honest to leave both standing.
feel_mixed-013 = What's on the happy side of the scale?
feel_mixed-014 = What pulls the other way?
feel_mixed-015 = Which side wins at night?
feel_mixed-016 = If you had to lean, which way would it be?
