# Phrases of the group plain_hopeful. Text only; their conditions stand in index.jsonl.

plain_hopeful-001 = I hope it works out!
plain_hopeful-002 = Fingers crossed!
plain_hopeful-003 = That would be great!
plain_hopeful-004 = Here's hoping!
plain_hopeful-005 = That's worth hoping for.
plain_hopeful-006 = May it come true.
plain_hopeful-007 = It's good to have something to hope for.
plain_hopeful-008 = I hope so too, for you!
