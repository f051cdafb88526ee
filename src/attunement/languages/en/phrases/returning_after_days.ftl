# Phrases of the group returning_after_days. Text only; their conditions stand in index.jsonl.

returning_after_days-001 = Welcome back.
returning_after_days-002 = There you are again, with some days in between.
returning_after_days-003 = Good that you stopped by again.
returning_after_days-004 = A while has passed, and a lot can fit into a while.
returning_after_days-005 = Hello again, { $user_name }.
returning_after_days-006 = Picked up from wherever you like, no catching up required.
returning_after_days-007 = Back, and by the tone of it with news!
returning_after_days-008 = You come back with something heavy in your hands.
returning_after_days-009 = Earlier talks may be gone on my side, so a short reminder helps.
returning_after_days-010 = From waiting for it to having it, what a turn!
returning_after_days-011 = All that hoping, and then that.
returning_after_days-012 = The seat's still warm, figuratively.
returning_after_days-013 = Some things look different after a few days' sleep.
returning_after_days-014 = No dust has settled, I don't do dust.
returning_after_days-015 = How did things go on?
returning_after_days-016 = What's happened since?
returning_after_days-017 = Shall we go on from before, or is it something new?
