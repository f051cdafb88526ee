# Phrases of the group feel_content. Text only; their conditions stand in index.jsonl.

feel_content-001 = Everything seems to be in its place.
feel_content-002 = A sentence with its feet up.
feel_content-003 = Enough is a rare word, and you've found it.
feel_content-004 = One of those days that asked for nothing.
feel_content-005 = It's good to look ahead without flinching.
feel_content-006 = Quiet, and just the right size.
feel_content-007 = Peace, and plenty of it!
feel_content-008 = Happiness often sits still like this.
feel_content-009 = No drama in the forecast, what luxury.
feel_content-010 = It takes some skill to notice it while it lasts.
feel_content-011 = May nobody disturb it.
feel_content-012 = Ordinary good is underrated.
feel_content-013 = What's the nicest bit of it?
feel_content-014 = What brought the calm about?
feel_content-015 = Since when have things been so good?
feel_content-016 = What will you do with the rest of this peace?
