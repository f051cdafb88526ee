# Phrases of the group plain_overwhelmed. Text only; their conditions stand in index.jsonl.

plain_overwhelmed-001 = That's a lot at once.
plain_overwhelmed-002 = No wonder you're worn out.
plain_overwhelmed-003 = That's too much for one person.
plain_overwhelmed-004 = That's a heavy load.
plain_overwhelmed-005 = There's only so much one person can do.
plain_overwhelmed-006 = No breather in sight, it seems.
