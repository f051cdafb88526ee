# Phrases of the group plain_jealous. Text only; their conditions stand in index.jsonl.

plain_jealous-001 = A bit of envy is only human.
plain_jealous-002 = It's hard not to compare.
plain_jealous-003 = I get why you'd want that too.
plain_jealous-004 = That's a tough one to watch.
plain_jealous-005 = Envy has a way of sneaking up.
plain_jealous-006 = Oh, that itch of wanting it too.
plain_jealous-007 = Everyone compares a little.
plain_jealous-008 = It can be glad-for-them and wish-it-were-me at once.
plain_jealous-009 = That'd make a lot of people envious.
