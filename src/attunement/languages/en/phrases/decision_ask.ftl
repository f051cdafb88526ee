# Phrases of the group decision_ask. Text only; their conditions stand in index.jsonl.

decision_ask-001 = Both sides have a good case, or it wouldn't be hard.
decision_ask-002 = Torn straight down the middle, and tired of the arguing inside.
decision_ask-003 = Whichever you take, you'll have to let go of something.
decision_ask-004 = The choosing has to stay with you, but I'll gladly hold the scales.
decision_ask-005 = It's a proper fork in the road.
decision_ask-006 = Close calls feel enormous because the scales are nearly level.
decision_ask-007 = Some part of you has perhaps already leaned, and is waiting for permission.
decision_ask-008 = It hangs over every hour until it's made.
decision_ask-009 = Staying is familiar, going is only imagined, so they don't weigh fairly.
decision_ask-010 = One pays in money and the other in mornings.
decision_ask-011 = Truth may cost something now, and silence charges interest.
decision_ask-012 = Yes with the head and no with the stomach, so somebody in there isn't convinced.
decision_ask-013 = Spend a day pretending you'd chosen one, and the next day the other.
decision_ask-014 = List what you'd miss and what you'd be spared, one line each.
decision_ask-015 = Toss a coin, and pay attention to what you hope for while it spins.
decision_ask-016 = Strike out whatever you'd only do from fear or guilt, then look again.
decision_ask-017 = Few choices are as final as they look at night.
decision_ask-018 = You're weighing it with care, so it won't be a careless choice.
decision_ask-019 = Which one do you catch yourself daydreaming about?
decision_ask-020 = By when do you need to know?
decision_ask-021 = What speaks most loudly against each?
decision_ask-022 = Which of the two would you regret more, looking back?
