# Phrases of the group plain_proud. Text only; their conditions stand in index.jsonl.

plain_proud-001 = You can be proud of that!
plain_proud-002 = What a thing to be proud of!
plain_proud-003 = Well done!
plain_proud-004 = That's a real achievement!
plain_proud-005 = Impressive!
plain_proud-006 = No wonder you're proud!
