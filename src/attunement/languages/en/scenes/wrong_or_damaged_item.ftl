# Sentences of the scenes of wrong_or_damaged_item. Text only; their conditions stand in index.jsonl.

wrong_size_shirt_online-r1 = You wait for the parcel, open it, and your face just falls.
wrong_size_shirt_online-r2 = It was something you'd really wanted, so it's not just any old order.
wrong_size_shirt_online-r3 = Buying online is a gamble you only notice when you lose.
wrong_size_shirt_online-s1 = And all the fuss to get it fixed is on you.
wrong_size_shirt_online-s2 = Getting what you ordered shouldn't be a matter of luck.
wrong_size_shirt_online-q1 = What does the shop say about it?
wrong_size_shirt_online-q2 = Can it still be swapped or refunded?
wrong_size_shirt_online-q3 = What made that one special to you?
faulty_appliance-r1 = You pay, you wait, you unpack it, and then it doesn't do its one job.
faulty_appliance-r2 = Somebody inspected it, presumably from across the room.
faulty_appliance-r3 = Now the broken thing is theirs and the errands are yours.
faulty_appliance-s1 = It's maddening when the mistake costs you time and not them.
faulty_appliance-s2 = Anyone's patience would run out at that point.
faulty_appliance-q1 = What are they offering you?
faulty_appliance-q2 = Do you want a replacement or your money back?
faulty_appliance-q3 = Have they kept you waiting long?
