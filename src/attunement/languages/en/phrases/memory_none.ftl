# Phrases of the group memory_none. Text only; their conditions stand in memory.jsonl.

memory_none-001 = I have nothing kept about that, would you tell me?
memory_none-002 = That isn't with me, or not any more.
memory_none-003 = I can't find it among what you told me, so you'd have to say it again.
