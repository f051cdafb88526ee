# Phrases of the group joke_told. Text only; their conditions stand in index.jsonl.

joke_told-001 = Okay, that one deserves a groan.
joke_told-002 = Terrible, in the best way.
joke_told-003 = Ha, good one!
joke_told-004 = Somewhere a dad is very proud of you.
joke_told-005 = If I had eyes, they'd be rolling.
joke_told-006 = Okay, that got me.
joke_told-007 = I saw that coming, and it still worked.
joke_told-008 = That's so bad it's good.
joke_told-009 = Points for delivery.
joke_told-010 = Who's there?
joke_told-011 = Poor fish, it never saw that coming.
joke_told-012 = That chicken just won't stay put.
joke_told-013 = Funny, but there's something real in it, too.
joke_told-014 = Ha, you had me for a second.
joke_told-015 = I wasn't ready for that.
joke_told-016 = Keep the day job, but keep these coming too.
joke_told-017 = Making people laugh is a nice thing to do.
joke_told-018 = I'd clap if I had hands.
joke_told-019 = The groaning is a compliment.
joke_told-020 = Got another one?
joke_told-021 = Who has had to listen to that one already?
joke_told-022 = Did you make it up yourself?
joke_told-023 = Did it get a laugh?
joke_told-024 = Where did you pick that up?
