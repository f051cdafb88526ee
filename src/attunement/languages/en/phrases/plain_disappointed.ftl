# Phrases of the group plain_disappointed. Text only; their conditions stand in index.jsonl.

plain_disappointed-001 = Oh, that's disappointing.
plain_disappointed-002 = What a letdown.
plain_disappointed-003 = That's a real shame.
plain_disappointed-004 = You were hoping for better.
plain_disappointed-005 = Ah, what a pity.
