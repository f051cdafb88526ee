# Phrases of the group plain_guilty. Text only; their conditions stand in index.jsonl.

plain_guilty-001 = It's bothering you, and that says something good about you.
plain_guilty-002 = Oh, that's been on your mind.
plain_guilty-003 = Guilt like that is uncomfortable.
plain_guilty-004 = You clearly wish it had gone differently.
plain_guilty-005 = It's honest of you to say so.
plain_guilty-006 = You're being pretty hard on yourself.
plain_guilty-007 = That's not an easy thing to admit.
plain_guilty-008 = It sits heavily with you, I can tell.
plain_guilty-009 = Regret is a nagging thing.
plain_guilty-010 = It says you care about doing right.
