# Phrases of the group plain_lonely. Text only; their conditions stand in index.jsonl.

plain_lonely-001 = That's a lonely feeling.
plain_lonely-002 = Being on your own with it is hard.
plain_lonely-003 = Oh, that's a lonely spot to be in.
plain_lonely-004 = Feeling alone wears a person down.
plain_lonely-005 = That kind of quiet can feel very loud.
plain_lonely-006 = It's hard when nobody's around.
