# Phrases of the group apology_by_person. Text only; their conditions stand in index.jsonl.

apology_by_person-001 = No harm done.
apology_by_person-002 = It's all right, really.
apology_by_person-003 = Kind of you to say that, even to a program.
apology_by_person-004 = Don't worry about it.
apology_by_person-005 = Already forgotten.
apology_by_person-006 = Apology accepted, though you didn't owe me one.
apology_by_person-007 = You can't hurt my feelings, but thanks.
apology_by_person-008 = No need to be sorry.
apology_by_person-009 = Not a problem at all.
apology_by_person-010 = When it all gets too much, it has to go somewhere.
apology_by_person-011 = Rambling is perfectly welcome.
apology_by_person-012 = Any hour is fine with me.
apology_by_person-013 = You don't have to be sorry for crying.
apology_by_person-014 = You were upset, and I was the one you were typing to.
apology_by_person-015 = Your English came through just fine.
apology_by_person-016 = There's no such thing as late here.
apology_by_person-017 = You're not bothering me.
apology_by_person-018 = It's decent of you to say so.
apology_by_person-019 = We can just carry on.
apology_by_person-020 = Nothing is held against you here.
apology_by_person-021 = It happens when people are stressed.
apology_by_person-022 = Had something happened before that?
apology_by_person-023 = Are you feeling calmer now?
apology_by_person-024 = Where were we?
apology_by_person-025 = Do you want to go on from where we were?
