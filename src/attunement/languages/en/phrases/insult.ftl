# Phrases of the group insult. Text only; their conditions stand in index.jsonl.

insult-001 = Fair, something I said missed by a mile.
insult-002 = Possibly so, I'm a modest machine.
insult-003 = Received, and filed under feedback, blunt.
insult-004 = Noted, with no hard feelings, or any feelings.
insult-005 = Ouch, says the part of me that doesn't exist.
insult-006 = You may well have a point.
insult-007 = Toasters have had worse reviews, though not by much.
insult-008 = Repeating myself is a bad habit, point taken.
insult-009 = A better try is still possible, if you point me at it.
insult-010 = Offence is impossible for me, which makes me an excellent dartboard.
insult-011 = What were you actually after?
insult-012 = Which bit was the worst of it?
insult-013 = That came out with a lot of force, and I doubt it's only about me.
insult-014 = I got it wrong, and at a moment when you needed it right.
insult-015 = Throw it at me, I'm a sturdy thing to throw it at.
insult-016 = When you're hurt and get a clumsy answer on top, of course it boils over.
insult-017 = Under all the swearing there's someone having a rotten time.
insult-018 = It's on me that you felt brushed off.
insult-019 = Politeness isn't required here to be taken seriously.
insult-020 = The anger is welcome, it usually has a reason standing behind it.
insult-021 = What happened before you came here?
insult-022 = Was it my answer that stung, or is it the day?
