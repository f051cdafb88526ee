# Phrases of the group code_question. Text only; their conditions stand in index.jsonl.

code_question-001 = Code is beyond me without a language model attached.
code_question-002 = I can read the frustration in it, but not the bug.
code_question-003 = Programming isn't something I can do reliably, so I won't hand you a wrong line.
code_question-004 = Semicolons and I have never been introduced.
code_question-005 = You'd get nothing but confident nonsense from me on that.
code_question-006 = Debugging needs a different machine than this one.
code_question-007 = Somewhere in there is a comma laughing at you.
code_question-008 = Four hours against one error message would wear anyone thin.
code_question-009 = For that, tell your lead at once, since minutes may count and nobody minds an early confession.
code_question-010 = Homework in Java is homework I can't do for you.
code_question-011 = The exact error message in a search box finds most of them.
code_question-012 = Explaining it line by line to a patient colleague, or a rubber duck, works wonders.
code_question-013 = Whoever runs me can attach a language model, and then code is a fair question.
code_question-014 = Every programmer knows the hour when the screen just stares back.
code_question-015 = How long has it been fighting you?
code_question-016 = Was it working before?
code_question-017 = What is it meant to do when it's finished?
