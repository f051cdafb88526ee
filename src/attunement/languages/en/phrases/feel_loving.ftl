# Phrases of the group feel_loving. Text only; their conditions stand in index.jsonl.

feel_loving-001 = Your heart's at home there.
feel_loving-002 = You talk of it as other people talk of sunlight.
feel_loving-003 = Love like that doesn't get old with the years.
feel_loving-004 = You're saving up tenderness for the moment already.
feel_loving-005 = There's such warmth in the way you put it.
feel_loving-006 = Full to the brim and a little over.
feel_loving-007 = A soft spot, and you wear it openly.
feel_loving-008 = To be known and still wanted, that's the treasure in it.
feel_loving-009 = Smitten, and no cure in sight.
feel_loving-010 = Whoever is loved so well has luck.
feel_loving-011 = It deserves to be said aloud, preferably to the right ears.
feel_loving-012 = Happiness and a little fear of losing it often travel together.
feel_loving-013 = What small thing do you love most there?
feel_loving-014 = Have you told them lately?
feel_loving-015 = How long has it been so?
feel_loving-016 = When did you first know?
feel_loving-017 = What do they do that makes you melt?
