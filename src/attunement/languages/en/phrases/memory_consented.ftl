# Phrases of the group memory_consented. Text only; their conditions stand in memory.jsonl.

memory_consented-001 = Then I'll keep it, and you can say forget that whenever you like.
memory_consented-002 = Good, it stays with me, and one word from you takes it out again.
memory_consented-003 = I'll remember it, and show you any time what I have kept.
memory_consented-004 = Kept, and yours to see, change or erase.
