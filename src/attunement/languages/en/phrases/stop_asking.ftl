# Phrases of the group stop_asking. Text only; their conditions stand in index.jsonl.

stop_asking-001 = You're right, no more questions.
stop_asking-002 = Fair, that was turning into a form with a cursor.
stop_asking-003 = Point taken, I'll just listen.
stop_asking-004 = Enough asking, from here on you lead.
stop_asking-005 = Question marks are put away.
stop_asking-006 = That was too much poking on my part.
stop_asking-007 = Apologies, you came to talk and got an interview.
stop_asking-008 = Understood, statements only.
stop_asking-009 = Questions were the last thing you needed just then.
stop_asking-010 = Yep, zipping it.
stop_asking-011 = Say as much or as little as you want.
stop_asking-012 = Being asked to explain while it hurts is tiring in itself.
stop_asking-013 = You can rant, ramble or go silent, I'll follow.
stop_asking-014 = The page is yours.
stop_asking-015 = Nothing you say here has to be useful.
