# Phrases of the group disagree_with_reply. Text only; their conditions stand in index.jsonl.

disagree_with_reply-001 = I read that wrong, it's on me.
disagree_with_reply-002 = Then I heard something you didn't say.
disagree_with_reply-003 = Thanks for putting me straight.
disagree_with_reply-004 = Wrong end of the stick, mine entirely.
disagree_with_reply-005 = My reading missed, so scrap it.
disagree_with_reply-006 = You know what you meant, I only guessed.
disagree_with_reply-007 = Sorry, I ran ahead of you there.
disagree_with_reply-008 = To be misheard on top of it all is one thing too many.
disagree_with_reply-009 = I made it bigger than it was.
disagree_with_reply-010 = My answer made it sound small, and it isn't.
disagree_with_reply-011 = Sad was my word, and evidently not yours.
disagree_with_reply-012 = It was a joke and I took it at its word.
disagree_with_reply-013 = Good that you said so instead of letting it pass.
disagree_with_reply-014 = Reading people from text alone goes astray easily.
disagree_with_reply-015 = Which part did I get wrong?
disagree_with_reply-016 = How would you put it yourself?
disagree_with_reply-017 = Was it the facts I missed, or the tone?
