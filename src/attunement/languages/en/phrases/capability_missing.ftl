# Phrases of the group capability_missing. Text only; their conditions stand in index.jsonl.

capability_missing-001 = Sadly no, I only have words and no hands.
capability_missing-002 = Errands are out of reach for me, I can't leave this chat.
capability_missing-003 = No calls, bookings or messages leave from here.
capability_missing-004 = It would be nice to say done, but I can't act outside this conversation.
capability_missing-005 = For that you need a person or an app with a line to the world.
capability_missing-006 = Pressing buttons elsewhere isn't something I'm able to do.
capability_missing-007 = Phoning is beyond me, your phone is much better at it.
capability_missing-008 = A clock I haven't got, so set the alarm on your phone while you think of it.
capability_missing-009 = Tables are best booked with the restaurant itself.
capability_missing-010 = Refunds are for the shop's own people to give.
capability_missing-011 = Your email program has the send button, I've only got opinions on tone.
capability_missing-012 = I can't call help from here, so please dial the emergency number yourself or shout for someone near.
capability_missing-013 = What I can do is think it through with you.
capability_missing-014 = Long on attention, short on arms.
capability_missing-015 = Deciding is the bigger half anyway.
capability_missing-016 = Who near you could do it?
capability_missing-017 = How would you word it?
capability_missing-018 = What's making it hard to do yourself?
