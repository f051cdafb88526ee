# Phrases of the group memory_follow_tender. Text only; their conditions stand in memory.jsonl.

memory_follow_tender-001 = { $event } was on my list to ask about gently, how are you after it?
memory_follow_tender-002 = { $event } has come and gone, and I wondered how it left you.
memory_follow_tender-003 = I kept { $event } in mind, would you like to say how it was?
memory_follow_tender-004 = { $event } was coming up when we last spoke, how are things now?
