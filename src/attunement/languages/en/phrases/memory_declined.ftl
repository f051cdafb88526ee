# Phrases of the group memory_declined. Text only; their conditions stand in memory.jsonl.

memory_declined-001 = Then I won't, and I won't ask again.
memory_declined-002 = All right, nothing goes beyond this talk.
memory_declined-003 = Understood, it stays here and ends here.
