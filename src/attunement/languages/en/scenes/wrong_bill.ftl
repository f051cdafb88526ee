# Sentences of the scenes of wrong_bill. Text only; their conditions stand in index.jsonl.

wrong_card_charge-r1 = Money matters are stressful enough without chasing people on the phone.
wrong_card_charge-r2 = When your own money is involved, you want a person who fixes it, now.
wrong_card_charge-r3 = Cards are supposed to make life easier, and this one is doing the opposite.
wrong_card_charge-s1 = It's the hours it swallows that make it so maddening.
wrong_card_charge-s2 = You've every reason to be fed up with it.
wrong_card_charge-q1 = Have you reached anyone who could help?
wrong_card_charge-q2 = Is it a lot of money?
wrong_card_charge-q3 = What's your next step with it?
