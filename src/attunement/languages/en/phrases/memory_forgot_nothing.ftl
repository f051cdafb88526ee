# Phrases of the group memory_forgot_nothing. Text only; their conditions stand in memory.jsonl.

memory_forgot_nothing-001 = There is nothing of that with me, so nothing to erase.
memory_forgot_nothing-002 = I've looked, and I have kept nothing of it.
