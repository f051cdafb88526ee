# Phrases of the group joke_told. Text only; their conditions stand in index.jsonl.

joke_told-001 = Groaning is the only honest applause for that one.
joke_told-002 = That deserves a drum roll and a small fine.
joke_told-003 = I looked for the dignity in it and found none, well done.
joke_told-004 = If I had eyes, they'd have rolled clear across the room.
joke_told-005 = Terrible, in the very best way.
joke_told-006 = The punchline came round the corner with its coat on backwards.
joke_told-007 = Somewhere a dad just felt a tingle of pride.
joke_told-008 = Okay, that got me, whatever it is in me that gets got.
joke_told-009 = Who's there, I ask, walking straight into it.
joke_told-010 = Poor fish, it never saw that coming.
joke_told-011 = Poultry and traffic, still going strong after all these years.
joke_told-012 = Funny, and with an edge that isn't only funny.
joke_told-013 = Keep the day job, but keep these coming too.
joke_told-014 = Making people laugh on purpose is a kind of generosity.
joke_told-015 = I'd clap, if anyone had given me hands.
joke_told-016 = Got another one up your sleeve?
joke_told-017 = Which poor soul has already had to endure that one?
joke_told-018 = Did you make it up yourself?
