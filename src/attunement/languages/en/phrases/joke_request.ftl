# Phrases of the group joke_request. Text only; their conditions stand in index.jsonl.

joke_request-001 = An introvert walks into a bar, sees somebody there, and has a lovely evening at home.
joke_request-002 = I'd tell you the one about the procrastinator, but it isn't finished.
joke_request-003 = The invisible man turned down the job, he just couldn't see himself doing it.
joke_request-004 = Parallel lines have so much in common, it's a shame they'll never meet.
joke_request-005 = A therapist's clock always says the same thing: we have to stop here.
joke_request-006 = Never trust stairs, they're always up to something.
joke_request-007 = Two goldfish are in a tank, and one asks who's driving.
joke_request-008 = Somebody stole my mood ring, a woman said, and I don't know how I feel about it.
joke_request-009 = The skeleton skipped the dance because he had no body to go with.
joke_request-010 = A snail reported a mugging by two tortoises, but said it all happened so fast.
joke_request-011 = Cats get their headlines from the mewspaper.
joke_request-012 = A computer went to the doctor because it had caught a cold through an open window.
joke_request-013 = Even a rotten day has one good thing, it can't last more than twenty-four hours.
joke_request-014 = Laughter is optional, groaning is included.
joke_request-015 = That's about the ceiling of my comedy.
joke_request-016 = Complaints to the management, which is also me.
joke_request-017 = Do you like them dry, silly or truly awful?
joke_request-018 = What was the last thing that really made you laugh?
joke_request-019 = Is it cheering up you need, or just something for the boredom?
