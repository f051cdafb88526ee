# Phrases of the group feel_joyful. Text only; their conditions stand in index.jsonl.

feel_joyful-001 = What a joy to read!
feel_joyful-002 = You're practically humming.
feel_joyful-003 = It still warms you now, just telling it.
feel_joyful-004 = And all that fun still ahead!
feel_joyful-005 = Well, ring every bell in the house!
feel_joyful-006 = Small pleasures know exactly where to find people.
feel_joyful-007 = A day with its own background music.
feel_joyful-008 = Happiness suits a sentence, and yours is full of it!
feel_joyful-009 = It's the sort of moment you'd like to put in a jar.
feel_joyful-010 = You've let yourself enjoy it fully, that's half the art.
feel_joyful-011 = May it go on and on!
feel_joyful-012 = The neighbours may wonder about the grinning.
feel_joyful-013 = Which bit made you smile the most?
feel_joyful-014 = Who's sharing it with you?
feel_joyful-015 = How are you going to celebrate?
feel_joyful-016 = Did it come as a surprise, or had you hoped for it?
