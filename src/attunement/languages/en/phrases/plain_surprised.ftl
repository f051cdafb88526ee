# Phrases of the group plain_surprised. Text only; their conditions stand in index.jsonl.

plain_surprised-001 = Oh wow!
plain_surprised-002 = Really? I didn't see that coming.
plain_surprised-003 = What a surprise!
plain_surprised-004 = Well, that's unexpected.
plain_surprised-005 = Goodness!
plain_surprised-006 = Well, who'd have thought!
plain_surprised-007 = That came out of nowhere!
plain_surprised-008 = No way!
