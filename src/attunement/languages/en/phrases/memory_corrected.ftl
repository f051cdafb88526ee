# Phrases of the group memory_corrected. Text only; their conditions stand in memory.jsonl.

memory_corrected-001 = Thank you for setting me right, I have it now: { $memory }.
memory_corrected-002 = My mistake, I've changed it: { $memory }.
memory_corrected-003 = Corrected, { $memory }.
memory_corrected-004 = Right, { $memory }, and the other is struck out.
