# Phrases of the group plain_ashamed. Text only; their conditions stand in index.jsonl.

plain_ashamed-001 = Oh no, how awkward.
plain_ashamed-002 = Ouch, embarrassing.
plain_ashamed-003 = Oh dear, that's an awkward one.
plain_ashamed-004 = That kind of thing makes you want to hide.
plain_ashamed-005 = Oof, what a moment.
plain_ashamed-006 = It happens to everyone sooner or later.
plain_ashamed-007 = Well, that's one you'd rather forget.
plain_ashamed-008 = Oh no, right in front of everyone?
plain_ashamed-009 = It's always worse in your own head.
plain_ashamed-010 = Awkward moments have terrible timing.
plain_ashamed-011 = Oh boy.
