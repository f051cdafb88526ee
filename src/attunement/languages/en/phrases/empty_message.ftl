# Phrases of the group empty_message. Text only; their conditions stand in index.jsonl.

empty_message-001 = No hurry at all.
empty_message-002 = Silence is fine here too.
empty_message-003 = A dot is a beginning.
empty_message-004 = Sometimes the first word is the heaviest.
empty_message-005 = Nothing came through, or nothing was meant to, both are all right.
empty_message-006 = The blank is noted and not judged.
empty_message-007 = You can sit here without saying a thing.
empty_message-008 = Question mark received, the question itself not yet.
empty_message-009 = Three dots can hold rather a lot.
empty_message-010 = Empty arrived, in perfect condition.
empty_message-011 = Loud and clear, that exclamation mark.
empty_message-012 = Start with the big thing or with what you had for breakfast.
empty_message-013 = One word would do, and so would none.
empty_message-014 = There's no wrong way to begin.
empty_message-015 = What's the first word that comes, even if it makes no sense?
empty_message-016 = Did a message get lost, or are the words still on their way?
