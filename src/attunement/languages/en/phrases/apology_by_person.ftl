# Phrases of the group apology_by_person. Text only; their conditions stand in index.jsonl.

apology_by_person-001 = All forgotten, machines don't keep a tally.
apology_by_person-002 = No harm done.
apology_by_person-003 = Nothing here got bruised.
apology_by_person-004 = Kind of you to say it, even to a program.
apology_by_person-005 = Water off a duck's back.
apology_by_person-006 = You're forgiven before you'd finished typing.
apology_by_person-007 = When things get too much, it spills somewhere, and I was the nearest thing.
apology_by_person-008 = Rambling is welcome here, most true things come out sideways.
apology_by_person-009 = Nobody is keeping you to business hours.
apology_by_person-010 = Tears don't need excusing.
apology_by_person-011 = Shouting at a screen was a fair deal safer than keeping it in.
apology_by_person-012 = Typos and all, it came through.
apology_by_person-013 = People who apologise to machines usually treat humans rather well.
apology_by_person-014 = We can carry on as if nothing had happened.
apology_by_person-015 = What had pushed you so far?
apology_by_person-016 = Is it calmer now?
apology_by_person-017 = Where were we, then?
