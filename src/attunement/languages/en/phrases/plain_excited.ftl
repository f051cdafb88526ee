# Phrases of the group plain_excited. Text only; their conditions stand in index.jsonl.

plain_excited-001 = How exciting!
plain_excited-002 = Ooh, exciting!
plain_excited-003 = That's something to look forward to!
plain_excited-004 = How fun!
plain_excited-005 = Oh, that'll be great!
plain_excited-006 = You must be counting the days!
plain_excited-007 = I can feel the excitement from here!
plain_excited-008 = That's going to be good!
plain_excited-009 = Not long to wait, I hope!
plain_excited-010 = You've got something good coming!
plain_excited-011 = That's worth being excited about!
plain_excited-012 = Oh, fun!
