# Phrases of the group plain_nostalgic. Text only; their conditions stand in index.jsonl.

plain_nostalgic-001 = Ah, memories.
plain_nostalgic-002 = That takes you right back.
plain_nostalgic-003 = Those were the days, weren't they?
plain_nostalgic-004 = It's funny how clear some memories stay.
plain_nostalgic-005 = Some things stay with you for good.
plain_nostalgic-006 = It's nice when a memory drops by.
plain_nostalgic-007 = Funny what brings it all back.
plain_nostalgic-008 = There's a warm sort of ache in that.
