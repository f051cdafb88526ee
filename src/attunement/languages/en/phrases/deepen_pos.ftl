# Phrases of the group deepen_pos. Text only; their conditions stand in index.jsonl.

deepen_pos-001 = And it goes on getting better!
deepen_pos-002 = Good things on top of good things!
deepen_pos-003 = You're glowing right through the letters.
deepen_pos-004 = At this rate you'll need a second pocket for all that luck.
deepen_pos-005 = It's the little extras that make it yours.
deepen_pos-006 = Carry on, nobody's going to interrupt.
deepen_pos-007 = I'd ask for a slice of it, if I ate.
deepen_pos-008 = Told like this, it happens a second time.
deepen_pos-009 = The looking forward alone is worth something.
deepen_pos-010 = You seem to be right in the thick of it, and enjoying every bit.
deepen_pos-011 = It hasn't quite sunk in, and that's part of the fun.
deepen_pos-012 = Applause is hard to argue with!
deepen_pos-013 = Before this one's even unpacked, the next is on the calendar.
deepen_pos-014 = Breakfast made by someone else always tastes twice as good.
deepen_pos-015 = You let yourself enjoy it, which not everybody manages.
deepen_pos-016 = More of that, please.
deepen_pos-017 = Such days keep one warm for a long time.
deepen_pos-018 = Which moment would you play again?
deepen_pos-019 = Who was in on it with you?
deepen_pos-020 = What comes after this?
deepen_pos-021 = What made it so special, do you think?
