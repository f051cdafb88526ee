# Phrases of the group stuck. Text only; their conditions stand in index.jsonl.

stuck-001 = We've come round to the same spot again, so it must be where it hurts most.
stuck-002 = Call it a circle, and you're not foolish for walking it.
stuck-003 = The same question keeps coming, maybe since it has no answer from where you stand.
stuck-004 = Minds go round like this when something doesn't fit anywhere.
stuck-005 = You're tired of hearing yourself say it, and it still isn't said to the end.
stuck-006 = Here we are at that door once more.
stuck-007 = Thinking harder hasn't opened it so far.
stuck-008 = It holds you the way a bad tooth holds the tongue.
stuck-009 = Perhaps it isn't an answer you need as much as somebody to be angry or sad with.
stuck-010 = Why is a hook with nothing on the other end.
stuck-011 = Saying it again is fine, it's evidently not done with you.
stuck-012 = Day after day the same wall, and the same forehead.
stuck-013 = We can stay with it, or set it down for an hour and talk of something else.
stuck-014 = Sometimes it helps to write the question on paper and leave it in a drawer overnight.
stuck-015 = Being stuck isn't the same as being weak.
stuck-016 = A loop this tight is worth showing to someone trained in loops.
stuck-017 = Shall we keep turning it over, or look for one small thing to change?
stuck-018 = If the question had an answer, what would you hope it was?
stuck-019 = Would a rest from the subject do you good, or do you want to stay in it?
stuck-020 = Who else has heard this part?
