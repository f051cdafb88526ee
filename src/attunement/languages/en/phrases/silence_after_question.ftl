# Phrases of the group silence_after_question. Text only; their conditions stand in index.jsonl.

silence_after_question-001 = No obligation to answer that one.
silence_after_question-002 = Left open is all right too.
silence_after_question-003 = Then we'll leave the question lying where it is.
silence_after_question-004 = No answer is needed, it was only a way in.
silence_after_question-005 = Maybe I asked the wrong thing, or too soon.
silence_after_question-006 = Quiet is allowed here.
silence_after_question-007 = Some questions are better looked at than answered.
silence_after_question-008 = The words will come or they won't, and both are fine.
silence_after_question-009 = That was a bit direct of me.
silence_after_question-010 = It may simply hurt too much to put into a sentence.
silence_after_question-011 = Change the subject whenever you like.
silence_after_question-012 = Take your time, nothing here is running out.
silence_after_question-013 = I'll leave the space open, for one word or for none.
silence_after_question-014 = Anything else you'd rather talk about is just as welcome.
