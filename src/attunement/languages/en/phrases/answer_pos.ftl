# Phrases of the group answer_pos. Text only; their conditions stand in index.jsonl.

answer_pos-001 = Even better than I'd guessed!
answer_pos-002 = You buried the best bit in the answer!
answer_pos-003 = The more you tell, the nicer it gets.
answer_pos-004 = Your words have a spring in them.
answer_pos-005 = This gets a small round of applause from the machine room!
answer_pos-006 = Someone's clearly still enjoying it.
answer_pos-007 = You weren't going to keep that to yourself, were you.
answer_pos-008 = It still shines when you look back at it.
answer_pos-009 = All that, and the best is yet to come!
answer_pos-010 = Plain everyday happiness, and you've noticed it, too.
answer_pos-011 = The answer everybody hopes for, and you got it!
answer_pos-012 = Ten years and you still say it with a smile.
answer_pos-013 = The whole crowd in one place, grins included!
answer_pos-014 = First go, no second helping of nerves needed!
answer_pos-015 = You had a hand in that yourself.
answer_pos-016 = Somebody should frame it.
answer_pos-017 = May it go on exactly like this.
answer_pos-018 = Which picture of it stays with you?
answer_pos-019 = How will you keep the good run going?
answer_pos-020 = With whom did you share it first?
answer_pos-021 = And how did everyone else take it?
