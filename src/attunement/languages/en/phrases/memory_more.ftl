# Phrases of the group memory_more. Text only; their conditions stand in memory.jsonl.

memory_more-001 = And { $memory }.
memory_more-002 = There is also this: { $memory }.
memory_more-003 = Besides, { $memory }.
