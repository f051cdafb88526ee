# Phrases of the group closing_pos. Text only; their conditions stand in index.jsonl.

closing_pos-001 = Have fun, and enjoy every bit of it!
closing_pos-002 = Thanks for passing on the good news!
closing_pos-003 = Go and enjoy it!
closing_pos-004 = That's a lovely note to end on.
closing_pos-005 = Bye, and have a great rest of the day!
closing_pos-006 = Off you go, then, and have a good one!
closing_pos-007 = Back to the party with you!
closing_pos-008 = Sleep well, that was a good day.
closing_pos-009 = Glad it was me you told.
closing_pos-010 = Good to hear, really.
closing_pos-011 = Safe travels, and have a wonderful time!
closing_pos-012 = Very good news it is, too.
closing_pos-013 = See you, and keep the good mood!
closing_pos-014 = Back to it, then, in a good mood at least.
closing_pos-015 = It was nice to hear.
closing_pos-016 = May there be plenty more of it.
closing_pos-017 = You've earned it.
closing_pos-018 = Come back and tell me how it goes.
closing_pos-019 = You've got every reason to be happy.
closing_pos-020 = Until next time.
closing_pos-021 = Enjoy the rest of it.
closing_pos-022 = How will you spend the rest of the day?
closing_pos-023 = Is there someone you still want to tell?
closing_pos-024 = What are you looking forward to most?
closing_pos-025 = When do you start?
