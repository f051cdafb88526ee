# Phrases of the group feel_ashamed. Text only; their conditions stand in index.jsonl.

feel_ashamed-001 = You'd like to be invisible for a while.
feel_ashamed-002 = It replays in slow motion, always from the worst angle.
feel_ashamed-003 = The thought of facing everyone makes you want to call in sick from life.
feel_ashamed-004 = Shame puts a spotlight on you that others mostly don't see.
feel_ashamed-005 = Oh, the hot ears of it.
feel_ashamed-006 = It makes you feel small all the way down.
feel_ashamed-007 = You're judging yourself with the strictest jury in town.
feel_ashamed-008 = Not an easy thing to admit, even to a screen.
feel_ashamed-009 = The ground never opens when you need it to.
feel_ashamed-010 = Everyone has a few scenes they'd pay to have deleted.
feel_ashamed-011 = To tell it is already the opposite of hiding.
feel_ashamed-012 = It says something happened, not who you are.
feel_ashamed-013 = What makes you wince the most?
feel_ashamed-014 = Who saw it, or knows about it?
feel_ashamed-015 = Did anybody say anything?
feel_ashamed-016 = How long have you been carrying it?
