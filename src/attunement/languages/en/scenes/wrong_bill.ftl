# Sentences of the scenes of wrong_bill. Text only; their conditions stand in index.jsonl.

wrong_card_charge-r1 = Money matters are stressful enough without chasing people on the phone.
wrong_card_charge-r2 = When your own money is involved, you want a person who fixes it, now.
wrong_card_charge-r3 = Cards are supposed to make life easier, and this one is doing the opposite.
wrong_card_charge-s1 = It's the hours it swallows that make it so maddening.
wrong_card_charge-s2 = You've every reason to be fed up with it.
wrong_card_charge-q1 = Have you reached anyone who could help?
wrong_card_charge-q2 = Is it a lot of money?
wrong_card_charge-q3 = What's your next step with it?
overcharged_bill_surprise-r1 = You'd planned on a certain sum, and it came out quite different.
overcharged_bill_surprise-r2 = There's the trouble itself, and then the bill makes you angry all over again.
overcharged_bill_surprise-r3 = That money was meant for something else.
overcharged_bill_surprise-s1 = Almost everyone feels helpless in front of a bill like that.
overcharged_bill_surprise-s2 = It's hard to argue when the work is already done.
overcharged_bill_surprise-q1 = Did you get an explanation for it?
overcharged_bill_surprise-q2 = Are you going to contest it?
overcharged_bill_surprise-q3 = How badly does it hit your budget?
shocked_by_bill-r1 = A number like that makes you check twice that it's yours.
shocked_by_bill-r2 = Nobody likes being handed a bill they didn't see coming.
shocked_by_bill-r3 = Your stomach drops before you've finished reading.
shocked_by_bill-s1 = It's worse when there's no warning.
shocked_by_bill-s2 = You'd planned that money for something else.
shocked_by_bill-q1 = Will you ask them to explain it?
shocked_by_bill-q2 = Were you able to get it sorted?
