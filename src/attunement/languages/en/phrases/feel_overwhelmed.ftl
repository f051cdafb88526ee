# Phrases of the group feel_overwhelmed. Text only; their conditions stand in index.jsonl.

feel_overwhelmed-001 = Everything wants you at the same time, and there's one of you.
feel_overwhelmed-002 = You got through it holding your breath, by the look of it.
feel_overwhelmed-003 = All of it is rolling towards you at once, and no lane is free.
feel_overwhelmed-004 = When everything is urgent, even breathing feels like another task.
feel_overwhelmed-005 = Too much is too much, full stop.
feel_overwhelmed-006 = The water's up to your chin.
feel_overwhelmed-007 = More tabs open there than any browser could stand.
feel_overwhelmed-008 = No wonder your head is humming.
feel_overwhelmed-009 = It's less one big thing than twenty things with elbows.
feel_overwhelmed-010 = Nobody could carry all of it gracefully.
feel_overwhelmed-011 = Freezing is what people do when there's no good place to begin.
feel_overwhelmed-012 = You've kept it going this far, on very little.
feel_overwhelmed-013 = Which one of them shouts the loudest?
feel_overwhelmed-014 = Who could take a single thing off you?
feel_overwhelmed-015 = When did you last have an hour to yourself?
feel_overwhelmed-016 = What could be left undone without the sky falling?
