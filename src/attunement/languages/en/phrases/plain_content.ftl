# Phrases of the group plain_content. Text only; their conditions stand in index.jsonl.

plain_content-001 = That's a nice place to be.
plain_content-002 = Lovely.
plain_content-003 = Sometimes that's all it takes.
plain_content-004 = A good feeling, that.
plain_content-005 = Simple and good.
plain_content-006 = That's a good kind of day.
plain_content-007 = Peaceful.
plain_content-008 = It's nice when things are just fine.
