# Phrases of the group silence_after_question. Text only; their conditions stand in index.jsonl.

silence_after_question-001 = You don't have to answer that.
silence_after_question-002 = It's fine to leave that one.
silence_after_question-003 = No rush.
silence_after_question-004 = Maybe that was the wrong question.
silence_after_question-005 = Then we'll leave that question alone.
silence_after_question-006 = You can also just say nothing for a bit.
silence_after_question-007 = That was perhaps a bit direct of me.
silence_after_question-008 = Quiet is fine too.
silence_after_question-009 = Okay, we can skip that.
silence_after_question-010 = Take all the time you need.
silence_after_question-011 = I may have asked too soon.
silence_after_question-012 = That might be hard to put into words.
silence_after_question-013 = Okay, no pressure.
silence_after_question-014 = Some questions aren't easy to answer.
silence_after_question-015 = Write whenever you feel like it.
silence_after_question-016 = You can change the subject any time.
silence_after_question-017 = There's nothing you have to do here.
silence_after_question-018 = Even one word is plenty.
silence_after_question-019 = Anything else you'd rather talk about is welcome.
silence_after_question-020 = Not wanting to answer is okay.
silence_after_question-021 = Only say what you want to say.
silence_after_question-022 = Would you rather talk about something else?
silence_after_question-023 = Shall I ask something easier?
silence_after_question-024 = Would you like to stop here for now?
silence_after_question-025 = Is it hard to talk about?
