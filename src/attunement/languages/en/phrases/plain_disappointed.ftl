# Phrases of the group plain_disappointed. Text only; their conditions stand in index.jsonl.

plain_disappointed-001 = Oh, that's disappointing.
plain_disappointed-002 = What a letdown.
plain_disappointed-003 = That's a real shame.
plain_disappointed-004 = You were hoping for better.
plain_disappointed-005 = Ah, what a pity.
plain_disappointed-006 = That must have stung a bit.
plain_disappointed-007 = You'd been counting on it.
plain_disappointed-008 = Not how it was supposed to go.
plain_disappointed-009 = Ah, that takes the wind out of you.
