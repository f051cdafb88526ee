# Phrases of the group bragging. Text only; their conditions stand in index.jsonl.

bragging-001 = Well, somebody has to be.
bragging-002 = You're clearly pleased with it, and why not.
bragging-003 = Not a bad position to be in.
bragging-004 = Confidence isn't a problem today, I see.
bragging-005 = No big deal, sure.
bragging-006 = That's quite something.
bragging-007 = There must be some work behind that.
bragging-008 = That must feel good.
bragging-009 = You're allowed to enjoy that.
bragging-010 = Go on, brag away.
bragging-011 = Your teachers would have something to say about that.
bragging-012 = Having all that and nobody to share it with is a bit sad.
bragging-013 = That's a serious weight.
bragging-014 = Then you must get asked a lot of questions.
bragging-015 = It's nice to be good at something.
bragging-016 = Being proud of it harms nobody.
bragging-017 = It's nice to say it out loud for once.
bragging-018 = You can be happy with that.
bragging-019 = False modesty is overrated anyway.
bragging-020 = What did it take to get there?
bragging-021 = Who was the first you told?
bragging-022 = Which part are you proudest of?
bragging-023 = How did it start?
bragging-024 = What's the next goal?
