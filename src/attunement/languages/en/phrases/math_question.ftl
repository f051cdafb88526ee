# Phrases of the group math_question. Text only; their conditions stand in index.jsonl.

math_question-001 = Sums aren't in me, a calculator will be faster and actually right.
math_question-002 = I'd only guess, and numbers deserve better.
math_question-003 = Counting is oddly hard for this particular computer.
math_question-004 = Without a language model attached, I do feelings and not figures.
math_question-005 = Mathematics and I nod at each other from across the street.
math_question-006 = No calculator in here, strange as it is for a machine.
math_question-007 = X stays mysterious, at least to me.
math_question-008 = Homework wants working shown, and I have none to show.
math_question-009 = Splitting bills has ended friendships, let a phone do it.
math_question-010 = It's either very few sleeps or far too many.
math_question-011 = Your phone's calculator won't even charge for it.
math_question-012 = A teacher or a maths site can show you the steps as well.
math_question-013 = Whoever runs me can attach a language model that does arithmetic.
math_question-014 = Plenty of bright people go cold at the sight of an equation.
math_question-015 = What's it for?
math_question-016 = Have you got a test coming?
math_question-017 = Just curious, or is the number keeping you up?
