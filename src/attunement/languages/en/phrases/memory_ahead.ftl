# Phrases of the group memory_ahead. Text only; their conditions stand in memory.jsonl.

memory_ahead-001 = { $when } is { $event }, I haven't forgotten.
memory_ahead-002 = { $event } is { $when }, so I'll keep this short and my thumbs pressed.
memory_ahead-003 = And { $when } comes { $event }, may it be kind to you.
memory_ahead-004 = I know { $event } is { $when }, it's fine to be a little elsewhere with your thoughts.
