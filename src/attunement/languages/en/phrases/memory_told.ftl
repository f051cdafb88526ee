# Phrases of the group memory_told. Text only; their conditions stand in memory.jsonl.

memory_told-001 = You told me that { $memory }.
memory_told-002 = Yes, { $memory }, if you told me right and I kept it right.
memory_told-003 = As you said it, { $memory }.
memory_told-004 = I have it that { $memory }.
