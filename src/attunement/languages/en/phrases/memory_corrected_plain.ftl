# Phrases of the group memory_corrected_plain. Text only; their conditions stand in memory.jsonl.

memory_corrected_plain-001 = Then I had it wrong, and I've struck it out.
memory_corrected_plain-002 = Thank you, that one is struck out, how is it really?
memory_corrected_plain-003 = Struck out, and thank you for saying so.
