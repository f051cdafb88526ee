# Phrases of the group too_long. Text only; their conditions stand in index.jsonl.

too_long-001 = I read it to the end, there's a great deal in there.
too_long-002 = All of it arrived, several stories tied together with one string.
too_long-003 = It was high time that came out, by the length of it.
too_long-004 = Every line is read, even if I can't answer every line.
too_long-005 = So many things at once, each leaning on the next.
too_long-006 = You've been carrying a whole shelf of this around.
too_long-007 = Page after page, and hardly a breath in between.
too_long-008 = Some of it will slip past me, so I'd rather ask than guess.
too_long-009 = No wonder it all came at once, it had been waiting in line.
too_long-010 = The happy kind of flood, start to finish.
too_long-011 = Writing it all down is already a way of sorting it.
too_long-012 = A short answer won't do it justice.
too_long-013 = We can take it one piece at a time.
too_long-014 = Which part of it matters most right now?
too_long-015 = If you could only keep one sentence of it, which would it be?
too_long-016 = Where shall we begin?
too_long-017 = What in there weighs the heaviest?
