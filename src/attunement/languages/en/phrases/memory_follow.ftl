# Phrases of the group memory_follow. Text only; their conditions stand in memory.jsonl.

memory_follow-001 = How did { $event } go?
memory_follow-002 = I've been holding a place for this, how was { $event }?
memory_follow-003 = And { $event }, how was it in the end?
memory_follow-004 = Last time { $event } was still ahead, how did it turn out?
memory_follow-005 = So { $event } is behind you now, how did it go?
memory_follow-006 = Before anything else, how did { $event } go?
