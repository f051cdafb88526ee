# Phrases of the group plain_proud. Text only; their conditions stand in index.jsonl.

plain_proud-001 = You can be proud of that!
plain_proud-002 = What a thing to be proud of!
plain_proud-003 = Well done!
plain_proud-004 = That's a real achievement!
plain_proud-005 = Impressive!
plain_proud-006 = No wonder you're proud!
plain_proud-007 = That took some doing!
plain_proud-008 = You've earned that feeling!
plain_proud-009 = That's no small thing!
plain_proud-010 = Bravo!
plain_proud-011 = Look at that, what a result!
plain_proud-012 = You must be beaming!
