# Sentences of the scenes of sleep_tired. Text only; their conditions stand in index.jsonl.

sleepless_night-r1 = After a night like that even small things are too loud and too much.
sleepless_night-r2 = Nights get very long when sleep just won't come.
sleepless_night-r3 = The alarm, naturally, still goes off right on time.
sleepless_night-s1 = The more you try to fall asleep, the less it happens.
sleepless_night-s2 = You're allowed to be grumpy and slow on a day like that.
sleepless_night-q1 = Was something on your mind?
sleepless_night-q2 = Do you sleep badly often?
sleepless_night-q3 = Can you take it easy today?
cant_sleep-r1 = The later it gets, the louder everything in your head becomes.
cant_sleep-r2 = Tired to the bone and wide awake is a horrid mix.
cant_sleep-r3 = At night every worry looks about twice its size.
cant_sleep-s1 = No wonder you're worn thin after that.
cant_sleep-s2 = The harder you try to sleep, the further off it goes.
cant_sleep-q1 = What's going round in your head?
cant_sleep-q2 = How many nights has it been?
cant_sleep-q3 = Has something changed lately?
cant_sleep-a1 = If it started with a new medicine, ring your pharmacist or doctor before changing anything yourself.
night_of_no_sleep_ahead-r1 = You'd been counting on that rest.
night_of_no_sleep_ahead-r2 = Running short on sleep makes everything else twice as heavy.
night_of_no_sleep_ahead-r3 = And now it's looking like one of those long nights.
night_of_no_sleep_ahead-s1 = A tired head makes even small things feel big.
night_of_no_sleep_ahead-s2 = You've earned a quiet night by now.
night_of_no_sleep_ahead-q1 = What's keeping you from it?
night_of_no_sleep_ahead-q2 = How long has it been since you slept well?
