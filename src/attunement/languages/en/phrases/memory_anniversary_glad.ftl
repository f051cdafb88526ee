# Phrases of the group memory_anniversary_glad. Text only; their conditions stand in memory.jsonl.

memory_anniversary_glad-001 = By my notes it's { $span } today since { $milestone }, worth a small cheer.
memory_anniversary_glad-002 = { $span } today since { $milestone }, did you notice?
