# Phrases of the group memory_anniversary. Text only; their conditions stand in memory.jsonl.

memory_anniversary-001 = It's { $span } today since { $who } died, and a date like that can weigh more than it looks.
memory_anniversary-002 = Today it's { $span } without { $who }, so take whatever pace you need.
memory_anniversary-003 = I haven't forgotten which day this is for you and { $who }.
