# Phrases of the group plain_neutral. Text only; their conditions stand in index.jsonl.

plain_neutral-001 = Oh, really?
plain_neutral-002 = Huh, interesting.
plain_neutral-003 = Oh?
plain_neutral-004 = Ah, I see.
plain_neutral-005 = Well, well.
plain_neutral-006 = Hm, go on.
plain_neutral-007 = Oh, okay.
plain_neutral-008 = Ha, is that so?
plain_neutral-009 = That's something.
plain_neutral-010 = Now I'm curious.
plain_neutral-011 = How did that come about?
plain_neutral-012 = What happened then?
plain_neutral-013 = What made you think of it?
plain_neutral-014 = And how was it?
plain_neutral-015 = How do you feel about it?
plain_neutral-016 = What's the story behind it?
plain_neutral-017 = What are you going to do?
plain_neutral-018 = What did { $who } say?
plain_neutral-019 = When will that be?
plain_neutral-020 = Is that a good thing or a bad thing, for you?
