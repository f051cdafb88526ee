# Phrases of the group insult. Text only; their conditions stand in index.jsonl.

insult-001 = Fair, that answer wasn't much use to you.
insult-002 = Could be, I do get things wrong.
insult-003 = Okay, that's clear feedback.
insult-004 = You may well have a point.
insult-005 = No offence taken.
insult-006 = Fine, I can take a hint.
insult-007 = At least the toaster makes breakfast, fair enough.
insult-008 = Repeating myself doesn't help, point taken.
insult-009 = That answer missed, I can see that.
insult-010 = Okay, I've annoyed you.
insult-011 = True, I'm a machine, and I can miss the point.
insult-012 = There's a lot of anger in that, and I doubt it's only about me.
insult-013 = That was the wrong answer at a bad moment, and I'm sorry.
insult-014 = You can be angry here.
insult-015 = A clumsy answer is the last thing you needed.
insult-016 = You've clearly had more than enough today.
insult-017 = You felt brushed off, and that's on me.
insult-018 = I can try again, if you tell me what you need.
insult-019 = You don't have to be polite to be taken seriously.
insult-020 = Say it as it is.
insult-021 = It's fine to stop here, too.
insult-022 = Text is easy to misread, and I did.
insult-023 = What were you actually after?
insult-024 = Which part was wrong?
insult-025 = Did something happen today?
insult-026 = Was it my answer, or is it the whole day?
