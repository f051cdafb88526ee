# Phrases of the group feel_guilty. Text only; their conditions stand in index.jsonl.

feel_guilty-001 = It's nagging at you like a stone in the shoe.
feel_guilty-002 = You'd give something to have that moment back.
feel_guilty-003 = You feel guilty in advance, before anything has even happened.
feel_guilty-004 = Guilt is how a conscience clears its throat.
feel_guilty-005 = People who don't care lose no sleep over such things.
feel_guilty-006 = A small sin, as sins go, but it pinches.
feel_guilty-007 = It sits on you like a verdict.
feel_guilty-008 = You're not making excuses, that's clear.
feel_guilty-009 = You wanted to be better than that, which is where it hurts.
feel_guilty-010 = Owning up to it here is a start.
feel_guilty-011 = Hindsight is always the cleverest person in the room.
feel_guilty-012 = Feeling bad about it doesn't make you bad.
feel_guilty-013 = Is there something you could still put right?
feel_guilty-014 = Does the other side know how you feel?
feel_guilty-015 = What led up to it?
feel_guilty-016 = Given another go, how would you do it?
