# Phrases of the group feel_surprised. Text only; their conditions stand in index.jsonl.

feel_surprised-001 = Well, that came round the corner without knocking.
feel_surprised-002 = You probably needed a second to believe your own eyes.
feel_surprised-003 = It's still settling in.
feel_surprised-004 = What a lovely ambush!
feel_surprised-005 = Nothing prepares one for such a turn.
feel_surprised-006 = The day had other ideas, clearly.
feel_surprised-007 = That turns a whole day upside down.
feel_surprised-008 = One minute everything's as usual, and the next it isn't.
feel_surprised-009 = Not on anybody's list of predictions, that one.
feel_surprised-010 = It takes a while for the head to catch up.
feel_surprised-011 = At least nobody can call it boring.
feel_surprised-012 = Reality does like its plot twists.
feel_surprised-013 = What happened then?
feel_surprised-014 = Was it a good surprise or a bad one, in the end?
feel_surprised-015 = Did anyone see it coming?
feel_surprised-016 = How did you react?
