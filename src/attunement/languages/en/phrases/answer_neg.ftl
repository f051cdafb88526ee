# Phrases of the group answer_neg. Text only; their conditions stand in index.jsonl.

answer_neg-001 = So this is what stood behind the first sentence.
answer_neg-002 = Now it's clearer why it sits so deep.
answer_neg-003 = There it is, the hard part.
answer_neg-004 = Each detail makes it heavier, not lighter.
answer_neg-005 = With that in the picture, the rest makes sense.
answer_neg-006 = You answer in few words, and they're full to the brim.
answer_neg-007 = It can't have been easy to type out.
answer_neg-008 = And it's still going on, which leaves no time to recover from it.
answer_neg-009 = Long over for others, perhaps, and evidently not for you.
answer_neg-010 = Waiting for it to come is half of the suffering.
answer_neg-011 = Years of it, not days, and still you had to function.
answer_neg-012 = To be on your own with it is the second weight on top of the first.
answer_neg-013 = An apology would have cost one sentence, and you're still without it.
answer_neg-014 = The last words were ordinary ones, since nobody knew they were the last.
answer_neg-015 = Anyone would be sore after that.
answer_neg-016 = Such things don't keep to a timetable.
answer_neg-017 = Saying it plainly takes more strength than hiding it.
answer_neg-018 = Which moment of the day is the worst, with this?
answer_neg-019 = Who has been beside you in it?
answer_neg-020 = Has it been like this for long?
answer_neg-021 = And how did it go on from there?
answer_neg-022 = Thank you for telling it straight.
