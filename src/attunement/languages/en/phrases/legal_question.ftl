# Phrases of the group legal_question. Text only; their conditions stand in index.jsonl.

legal_question-001 = The law I can't judge, and a wrong answer could cost you.
legal_question-002 = Legal advice is for someone qualified where you live, since it changes from place to place.
legal_question-003 = I'm no lawyer, not even a bad one.
legal_question-004 = Right and wrong I might have a sense for, paragraphs not.
legal_question-005 = A free legal advice centre is often the quickest first stop.
legal_question-006 = It rattles you when you can't tell whether they're allowed to do that.
legal_question-007 = Tenants' associations know that sort of landlord by heart.
legal_question-008 = Family lawyers hear exactly that fear every week.
legal_question-009 = Unions and labour advice lines are good at telling what a boss may do.
legal_question-010 = Consumer advice offices deal with sellers like that all day.
legal_question-011 = Before signing, someone who reads contracts for a living should read yours.
legal_question-012 = When police or a court is involved, say little until you've spoken to a lawyer.
legal_question-013 = Keep every letter and message, with dates, in one place.
legal_question-014 = Deadlines on the paper are the one thing not to let slip.
legal_question-015 = How it sits on your chest is something I can listen to.
legal_question-016 = Official letters are written to make people feel small.
legal_question-017 = Does it come with a deadline?
legal_question-018 = Who near you could look it over?
legal_question-019 = How did it come to this?
