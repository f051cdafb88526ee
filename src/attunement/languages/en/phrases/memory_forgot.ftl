# Phrases of the group memory_forgot. Text only; their conditions stand in memory.jsonl.

memory_forgot-001 = Gone, I've taken it out.
memory_forgot-002 = It's erased, I won't bring it up again.
memory_forgot-003 = Done, that is no longer with me.
memory_forgot-004 = Forgotten, and not just politely.
