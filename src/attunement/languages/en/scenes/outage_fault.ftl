# Sentences of the scenes of outage_fault. Text only; their conditions stand in index.jsonl.

cable_company-r1 = Few things unite people like being on hold with the cable company.
cable_company-r2 = You pay every month, and still have to chase them.
cable_company-r3 = With what they charge, it ought to simply work.
cable_company-s1 = Being passed around on the phone can ruin a whole afternoon.
cable_company-s2 = Thinking about leaving them is quite understandable.
cable_company-q1 = Are you going to switch, or give them one more chance?
cable_company-q2 = Did you get anywhere with them?
cable_company-q3 = Have you been with them for years?
internet_keeps_dropping-r1 = You don't notice how much hangs on it until it stops.
internet_keeps_dropping-r2 = It always waits for the good bit of the film.
internet_keeps_dropping-r3 = Being thrown off again and again would try anyone's patience.
internet_keeps_dropping-s1 = And then everything in the house seems to need it at once.
internet_keeps_dropping-s2 = The urge to shake the router is perfectly natural.
internet_keeps_dropping-q1 = What were you in the middle of?
internet_keeps_dropping-q2 = Do you know if it's your line or the whole area?
internet_keeps_dropping-q3 = Is it back to normal now?
slow_internet-r1 = That little spinning circle has a lot to answer for.
slow_internet-r2 = Waiting on something that should take a second makes it feel like an hour.
slow_internet-r3 = When you need it for something that matters, slow is as bad as broken.
slow_internet-s1 = It's the stop and start that really gets on your nerves.
slow_internet-s2 = Being fed up is fair.
slow_internet-q1 = How long has it been this slow?
slow_internet-q2 = What does it keep getting in the way of?
slow_internet-q3 = Are you thinking of changing anything?
