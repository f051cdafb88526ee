# Phrases of the group turn_worse. Text only; their conditions stand in index.jsonl.

turn_worse-001 = Oh no, not that as well.
turn_worse-002 = Oh no.
turn_worse-003 = And just when things looked a bit better.
turn_worse-004 = That's not what you were hoping for.
turn_worse-005 = That's too much at once.
turn_worse-006 = No wonder that knocks you back.
turn_worse-007 = Of course you're upset.
turn_worse-008 = Ah, what a blow.
turn_worse-009 = That changes things, and not in a good way.
turn_worse-010 = Oh, I was hoping for better news.
turn_worse-011 = It makes sense that you're shaken.
turn_worse-012 = And there was plenty already.
turn_worse-013 = Seriously, again? How annoying.
turn_worse-014 = So it's got harder, not easier.
turn_worse-015 = Getting your hopes up and then this, that hurts.
turn_worse-016 = One thing at a time.
turn_worse-017 = You don't have to hold it together right now.
turn_worse-018 = Nothing has to be decided this minute.
turn_worse-019 = Setbacks like that take the wind out of anybody.
turn_worse-020 = We can take it slowly.
turn_worse-021 = It's good that you're saying it.
turn_worse-022 = What just happened?
turn_worse-023 = Is anyone with you right now?
turn_worse-024 = What's the next thing you have to deal with?
turn_worse-025 = What's worrying you the most?
turn_worse-026 = What would help right now, even a little?
