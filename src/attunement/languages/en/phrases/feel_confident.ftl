# Phrases of the group feel_confident. Text only; their conditions stand in index.jsonl.

feel_confident-001 = You're standing on firm ground.
feel_confident-002 = Let it come, you're prepared.
feel_confident-003 = You knew it, and you were right to trust it.
feel_confident-004 = Confidence like that usually has homework behind it.
feel_confident-005 = Steady feet, by the look of it.
feel_confident-006 = Make way, here you come!
feel_confident-007 = A calm little nod to yourself.
feel_confident-008 = The doubts have been heard and outvoted.
feel_confident-009 = Nerves can take the day off, then.
feel_confident-010 = It's good to read it without a question mark.
feel_confident-011 = A flutter at the last minute wouldn't change it.
feel_confident-012 = May it go as smoothly as you see it.
feel_confident-013 = What makes you so sure this time?
feel_confident-014 = Which part feels safest to you?
feel_confident-015 = When's the big moment?
feel_confident-016 = Have you always been so sure of it?
