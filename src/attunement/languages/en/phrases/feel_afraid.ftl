# Phrases of the group feel_afraid. Text only; their conditions stand in index.jsonl.

feel_afraid-001 = Every nerve is on watch.
feel_afraid-002 = The heart takes a while to believe that it's over.
feel_afraid-003 = Your mind has run ahead to the worst corner and is waiting there.
feel_afraid-004 = Fear makes a film out of every maybe.
feel_afraid-005 = It's a cold sort of feeling, and it doesn't listen to reason.
feel_afraid-006 = That goes straight to the knees.
feel_afraid-007 = A heart doesn't ask whether it's silly before it jumps.
feel_afraid-008 = Not knowing is often the worst of it.
feel_afraid-009 = A scare like that stays in the body.
feel_afraid-010 = Bodies are built to make a fuss, it's their job.
feel_afraid-011 = You're not a coward for being shaken.
feel_afraid-012 = Saying it out loud takes a bit of its size away.
feel_afraid-013 = Which picture keeps coming up when the fear starts?
feel_afraid-014 = Does it come more at night or in the day?
feel_afraid-015 = Is someone with you in this?
feel_afraid-016 = Has anything like it happened before?
