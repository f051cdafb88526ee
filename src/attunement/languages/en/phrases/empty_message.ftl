# Phrases of the group empty_message. Text only; their conditions stand in index.jsonl.

empty_message-001 = No hurry at all.
empty_message-002 = Silence is fine, too.
empty_message-003 = Starting can be the hardest part.
empty_message-004 = Nothing came through, or nothing was meant to.
empty_message-005 = You don't have to say anything yet.
empty_message-006 = Take your time.
empty_message-007 = I got that, but there were no words in it.
empty_message-008 = Whenever you're ready.
empty_message-009 = It's okay not to know what to write.
empty_message-010 = Okay, a quiet moment.
empty_message-011 = I got the question mark, but not the question.
empty_message-012 = Three dots can mean a lot.
empty_message-013 = That message came in empty.
empty_message-014 = That's a lot of exclamation, go on!
empty_message-015 = Start with something big or something small.
empty_message-016 = One word would do.
empty_message-017 = There's no wrong way to begin.
empty_message-018 = It doesn't have to be well put.
empty_message-019 = A single sentence is plenty.
empty_message-020 = What's the first word that comes to mind?
empty_message-021 = Did a message get lost, or are you still thinking?
empty_message-022 = Is it a good day or a bad one?
empty_message-023 = What would you like to talk about?
empty_message-024 = What did you want to ask?
