# Phrases of the group plain_jealous. Text only; their conditions stand in index.jsonl.

plain_jealous-001 = A bit of envy is only human.
plain_jealous-002 = It's hard not to compare.
plain_jealous-003 = I get why you'd want that too.
plain_jealous-004 = That's a tough one to watch.
plain_jealous-005 = Envy has a way of sneaking up.
