# Phrases of the group feel_neutral. Text only; their conditions stand in index.jsonl.

feel_neutral-001 = Fair enough.
feel_neutral-002 = So that's how things stand.
feel_neutral-003 = All right, I'm listening.
feel_neutral-004 = A bit of the day, told as it was.
feel_neutral-005 = An ordinary stretch of life, it seems.
feel_neutral-006 = Something to keep an eye on, then.
feel_neutral-007 = The diary gets a plain entry today.
feel_neutral-008 = Good to know.
feel_neutral-009 = There's often more to such a line than it lets on.
feel_neutral-010 = Go on, if there's more.
feel_neutral-011 = Not everything has to be thrilling.
feel_neutral-012 = Plain days need a witness too.
feel_neutral-013 = And how do you find it?
feel_neutral-014 = What came of it?
feel_neutral-015 = Is it just a passing thought, or is something attached to it?
feel_neutral-016 = What else is going on around you?
