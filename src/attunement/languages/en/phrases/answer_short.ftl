# Phrases of the group answer_short. Text only; their conditions stand in index.jsonl.

answer_short-001 = Short and to the point.
answer_short-002 = One word, and I'll take it.
answer_short-003 = You don't waste letters.
answer_short-004 = Enough to be going on with.
answer_short-005 = Brevity like that would please a telegram clerk.
answer_short-006 = That's a whole drawer with a single label on it.
answer_short-007 = Sparse, and all right so.
answer_short-008 = Some words are so worn that one is all you can manage.
answer_short-009 = Behind one word there's often a long hallway.
answer_short-010 = A single word, with a grin in it.
answer_short-011 = Fine as in fine, or fine as in let's not, and both will do.
answer_short-012 = Work, the word that explains half of all sighs.
answer_short-013 = Family takes one word to name and years to explain.
answer_short-014 = Tired all the way through, by the look of it.
answer_short-015 = Money, then, the thing that follows one to bed.
answer_short-016 = Add to it whenever you like, or don't.
answer_short-017 = I can work with little.
answer_short-018 = Can you give me one more word to go with it?
answer_short-019 = Is that the short version, or all there is?
answer_short-020 = Would you tell me the story behind it?
answer_short-021 = A good one or a bad one, as words go?
