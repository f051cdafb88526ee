# Phrases of the group answer_no. Text only; their conditions stand in index.jsonl.

answer_no-001 = Then I guessed in the wrong direction.
answer_no-002 = Fair enough, cross that one off.
answer_no-003 = All right, not that.
answer_no-004 = No is a complete answer.
answer_no-005 = Good to know where it isn't.
answer_no-006 = My question went past it, then.
answer_no-007 = And that missing piece is part of what hurts.
answer_no-008 = Such a small word, with so much left out in the cold behind it.
answer_no-009 = It would have been good to be able to say yes.
answer_no-010 = Not yet, anyway, and nothing needs forcing.
answer_no-011 = One problem fewer, then!
answer_no-012 = Lucky you, it could have gone the other way.
answer_no-013 = Nope, says the jury.
answer_no-014 = No one at all is a lonely count.
answer_no-015 = Not really is how people say never, politely.
answer_no-016 = Wanting to and not having dared is its own kind of tired.
answer_no-017 = You can steer, I'll follow.
answer_no-018 = Plenty of people would give the same answer.
answer_no-019 = What is it, rather?
answer_no-020 = What stood in the way?
answer_no-021 = So what comes next?
answer_no-022 = Would you like it to be different?
answer_no-023 = Who could help a bit with that?
