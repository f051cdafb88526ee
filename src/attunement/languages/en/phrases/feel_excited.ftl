# Phrases of the group feel_excited. Text only; their conditions stand in index.jsonl.

feel_excited-001 = The countdown is on!
feel_excited-002 = You're there in your head already.
feel_excited-003 = Time is going to crawl on purpose now.
feel_excited-004 = It tingles right down to the toes, apparently.
feel_excited-005 = Finally, finally, finally!
feel_excited-006 = What a thrill, and it hasn't quite worn off!
feel_excited-007 = Everything's fizzing at your end!
feel_excited-008 = Something nice on the calendar changes the whole week.
feel_excited-009 = Half the fun is the waiting, and you've clearly started!
feel_excited-010 = Sleep gets a bit optional at such times.
feel_excited-011 = It's good to have something to lean towards.
feel_excited-012 = Do warn people standing close to you.
feel_excited-013 = When does it start?
feel_excited-014 = What are you looking forward to the most?
feel_excited-015 = Who's coming along?
feel_excited-016 = Is everything ready for it?
