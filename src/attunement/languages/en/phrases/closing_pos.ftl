# Phrases of the group closing_pos. Text only; their conditions stand in index.jsonl.

closing_pos-001 = Off you go and enjoy it to the last crumb.
closing_pos-002 = Thanks for bringing the good news round.
closing_pos-003 = A fine note to end on.
closing_pos-004 = Keep the smile on as long as it fits.
closing_pos-005 = Go and be happy, you've got better company waiting.
closing_pos-006 = May there be plenty more of that where it came from.
closing_pos-007 = Well enjoyed and well told.
closing_pos-008 = News like yours brightens even a text box.
closing_pos-009 = The party can't start again without you.
closing_pos-010 = Somebody had to be told, and I'm honoured to be the somebody.
closing_pos-011 = Fall asleep smiling, it's good for the face.
closing_pos-012 = Report filed under excellent.
closing_pos-013 = Come back for the sequel whenever you like.
closing_pos-014 = You've every reason to be pleased.
closing_pos-015 = No ads, no encore, just a good evening.
closing_pos-016 = Save a bit of it for a rainy day.
closing_pos-017 = How will you spend the rest of it?
closing_pos-018 = Is there someone left who hasn't heard yet?
