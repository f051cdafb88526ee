# Sentences of the scenes of rude_agent. Text only; their conditions stand in index.jsonl.

terrible_customer_service-r1 = Nobody gives you back the time and patience that cost you.
terrible_customer_service-r2 = You just want it sorted, and you keep running into a wall.
terrible_customer_service-r3 = A little goodwill on their side would have made all the difference.
terrible_customer_service-s1 = It makes even calm people raise their voice.
terrible_customer_service-s2 = Being treated like that leaves you cross all day.
terrible_customer_service-q1 = Did it get solved in the end?
terrible_customer_service-q2 = Are you going to complain?
