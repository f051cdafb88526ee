# Phrases of the group turn_better. Text only; their conditions stand in index.jsonl.

turn_better-001 = Oh, that's good news!
turn_better-002 = Good to see you a little lighter.
turn_better-003 = So it turned out better than it looked.
turn_better-004 = What a relief!
turn_better-005 = Glad that worked itself out.
turn_better-006 = Nice that you can laugh about it again.
turn_better-007 = That's a good change from before.
turn_better-008 = Well, there's a turn for the better!
turn_better-009 = Funny how different it can look after a while.
turn_better-010 = Phew. That's the answer you wanted.
turn_better-011 = Safe and sound, thank goodness!
turn_better-012 = That must have been good to hear.
turn_better-013 = Calmer is good.
turn_better-014 = And you did that yourself.
turn_better-015 = A little better still counts.
turn_better-016 = It's fine if some of the worry is still there.
turn_better-017 = You got yourself through it.
turn_better-018 = Now you can take a breath.
turn_better-019 = Let's hope it stays that way.
turn_better-020 = Enjoy the lighter feeling while it's there.
turn_better-021 = What made the difference?
turn_better-022 = How do you feel now?
turn_better-023 = What are you going to do now?
turn_better-024 = Is there anything about it still bothering you?
turn_better-025 = How did that happen?
