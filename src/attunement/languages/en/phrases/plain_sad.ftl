# Phrases of the group plain_sad. Text only; their conditions stand in index.jsonl.

plain_sad-001 = I'm so sorry.
plain_sad-002 = Oh no, I'm sorry.
plain_sad-003 = That's really sad.
plain_sad-004 = Oh, that hurts.
plain_sad-005 = How sad.
plain_sad-006 = I'm sorry, that's a hard one.
plain_sad-007 = Oh, I'm sorry this happened.
plain_sad-008 = That's a lot of sadness to carry.
plain_sad-009 = Oh, my heart goes out to you.
plain_sad-010 = That's painful.
plain_sad-011 = I'm sorry you're going through that.
plain_sad-012 = What a sad thing.
plain_sad-013 = There's not much that makes that easier, I'm sorry.
plain_sad-014 = That's a real loss.
plain_sad-015 = How are you holding up?
plain_sad-016 = What happened?
plain_sad-017 = Do you have someone with you?
plain_sad-018 = How long ago was it?
plain_sad-019 = Do you want to talk about it a bit?
