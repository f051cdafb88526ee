# Phrases of the group feel_jealous. Text only; their conditions stand in index.jsonl.

feel_jealous-001 = There it is, the little green sting.
feel_jealous-002 = You smiled, I suppose, and something pinched behind it.
feel_jealous-003 = Already you can see them enjoying it, with your nose against the glass.
feel_jealous-004 = Envy points, rather rudely, at what one wants.
feel_jealous-005 = Some people really do get the last biscuit every time.
feel_jealous-006 = It burns, and then one feels petty on top.
feel_jealous-007 = It isn't that they have it, it's that you don't.
feel_jealous-008 = Hard to clap with your hands in your pockets.
feel_jealous-009 = Green suits nobody, and everybody wears it now and then.
feel_jealous-010 = Everybody knows that pang, hardly anybody admits it.
feel_jealous-011 = You can be glad for someone and still mind.
feel_jealous-012 = It's honest to say it without dressing it up.
feel_jealous-013 = What exactly do you wish were yours?
feel_jealous-014 = What would you do with it, if you had it?
feel_jealous-015 = Do they know how it looks from your side?
feel_jealous-016 = Is a piece of it within your reach, too?
