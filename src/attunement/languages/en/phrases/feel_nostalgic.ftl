# Phrases of the group feel_nostalgic. Text only; their conditions stand in index.jsonl.

feel_nostalgic-001 = For a moment you were right back there.
feel_nostalgic-002 = Those days have a light of their own now.
feel_nostalgic-003 = Sweet and sore at the same time.
feel_nostalgic-004 = Nobody rings a bell to say that these are the good old days.
feel_nostalgic-005 = Some doors open with a smell, a song or a scrap of paper.
feel_nostalgic-006 = Today looks a bit pale beside it.
feel_nostalgic-007 = What you miss is partly the place, and partly who you were in it.
feel_nostalgic-008 = A pleasant kind of ache.
feel_nostalgic-009 = One day this very week will look golden as well.
feel_nostalgic-010 = Memory polishes, but it has to have something to polish.
feel_nostalgic-011 = It's good to have had something worth missing.
feel_nostalgic-012 = It isn't gone as long as you tell it.
feel_nostalgic-013 = What do you see first when you think of it?
feel_nostalgic-014 = Who else was part of it?
feel_nostalgic-015 = What brought it back today?
feel_nostalgic-016 = If you could have one hour of it again, which one?
