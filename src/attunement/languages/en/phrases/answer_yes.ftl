# Phrases of the group answer_yes. Text only; their conditions stand in index.jsonl.

answer_yes-001 = Then my hunch wasn't far off.
answer_yes-002 = So it is as you feared, or hoped.
answer_yes-003 = One small word, and it settles a lot.
answer_yes-004 = A clear yes, good to know.
answer_yes-005 = Thought it might be.
answer_yes-006 = Right, so it's real and not just a worry.
answer_yes-007 = And there's no wishing that yes away.
answer_yes-008 = A short word for a long ache.
answer_yes-009 = It costs something to nod at a thing like that.
answer_yes-010 = The best possible three letters!
answer_yes-011 = Yes is a lovely thing to be able to write.
answer_yes-012 = Good, then there's nothing to stop you being glad.
answer_yes-013 = Yep is all the paperwork I need.
answer_yes-014 = Unfortunately, you say, and it hangs there.
answer_yes-015 = With all capitals, so there's no mistaking it!
answer_yes-016 = Kind of leaves a door open, and perhaps that's where it lives.
answer_yes-017 = The story can be as long or short as you like.
answer_yes-018 = You could have dodged it, and you didn't.
answer_yes-019 = How did you notice?
answer_yes-020 = Since when, more or less?
answer_yes-021 = What does it stir up in you?
answer_yes-022 = What would you want to happen now?
