# Phrases of the group nonsense. Text only; their conditions stand in index.jsonl.

nonsense-001 = Either that was a cat or a very tired hand.
nonsense-002 = I can't make sense of that one.
nonsense-003 = You've lost me there.
nonsense-004 = Bless you.
nonsense-005 = I don't get the words, sorry.
nonsense-006 = That one went over my head.
nonsense-007 = Not a word I know, I'm afraid.
nonsense-008 = I read it twice and still don't follow.
nonsense-009 = Hm, that didn't come through as words.
nonsense-010 = It has a good rhythm, at least.
nonsense-011 = I like the ladder, but I can't follow the sentence.
nonsense-012 = That could be a pocket typing.
nonsense-013 = Sometimes just hitting the keys says it best.
nonsense-014 = Blorp to you, too.
nonsense-015 = Nothing wrong with that, though.
nonsense-016 = Go on if you're having fun.
nonsense-017 = Maybe something went wrong while typing.
nonsense-018 = We can start again.
nonsense-019 = Plain words work best for me.
nonsense-020 = Was that on purpose?
nonsense-021 = Could you try that once more in words?
nonsense-022 = Are you annoyed, or just playing?
nonsense-023 = What did you want to say?
nonsense-024 = Is it a slip of the keys, or is something up?
