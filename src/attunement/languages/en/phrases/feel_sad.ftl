# Phrases of the group feel_sad. Text only; their conditions stand in index.jsonl.

feel_sad-001 = It still has you by the throat when you think of it.
feel_sad-002 = Heavy, the sort of heavy that doesn't go away by being sensible.
feel_sad-003 = You're already missing something that isn't even gone yet.
feel_sad-004 = Sadness usually shows where something mattered.
feel_sad-005 = A small grey cloud, and it found you of all people.
feel_sad-006 = No words are big enough for that one.
feel_sad-007 = It's the kind of thing that makes even the tea taste of nothing.
feel_sad-008 = That lands with a dull thud.
feel_sad-009 = A lump in the throat wouldn't be out of place.
feel_sad-010 = There's nothing oversensitive in being sad over it.
feel_sad-011 = It comes in waves, and rarely when convenient.
feel_sad-012 = You don't have to be brave about it here.
feel_sad-013 = Where does it hurt most, when you look at it?
feel_sad-014 = When does it catch you most?
feel_sad-015 = Have you told anyone close to you?
feel_sad-016 = Is a small comfort within reach today?
