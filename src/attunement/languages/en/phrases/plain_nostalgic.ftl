# Phrases of the group plain_nostalgic. Text only; their conditions stand in index.jsonl.

plain_nostalgic-001 = Ah, memories.
plain_nostalgic-002 = That takes you right back.
plain_nostalgic-003 = Those were the days, weren't they?
plain_nostalgic-004 = It's funny how clear some memories stay.
