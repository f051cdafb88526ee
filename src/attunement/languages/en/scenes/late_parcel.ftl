# Sentences of the scenes of late_parcel. Text only; their conditions stand in index.jsonl.

bad_mailman-r1 = You wait in on purpose, and still no parcel in your hands.
bad_mailman-r2 = Some carriers could make a doorbell feel neglected.
bad_mailman-r3 = Bringing things to the right door is rather the point of the job.
bad_mailman-s1 = It's the extra errands afterwards that make it so annoying.
bad_mailman-s2 = You did your part by being there for it.
bad_mailman-q1 = Do you have to fetch it somewhere now?
bad_mailman-q2 = What was in the parcel?
bad_mailman-q3 = Does that happen a lot with your mail?
shipping_or_flight_delay-r1 = You paid for a service, and somewhere along the way it went missing.
shipping_or_flight_delay-r2 = It's maddening to be at the mercy of a company that just shrugs.
shipping_or_flight_delay-r3 = Nothing moves, and nobody seems to feel responsible.
shipping_or_flight_delay-s1 = A straight answer would have helped more than any apology script.
shipping_or_flight_delay-s2 = Irritated is putting it mildly, I'd guess.
shipping_or_flight_delay-q1 = Did they offer to make it good in any way?
shipping_or_flight_delay-q2 = What depends on it for you?
shipping_or_flight_delay-q3 = Do you know how it goes on from here?
