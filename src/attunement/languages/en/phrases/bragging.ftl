# Phrases of the group bragging. Text only; their conditions stand in index.jsonl.

bragging-001 = Modesty has left the building, and you wear its absence well.
bragging-002 = You're clearly pleased with it, and why not.
bragging-003 = A trumpet exists to be blown now and then.
bragging-004 = No small thing, by the way you tell it.
bragging-005 = Somebody hand you the microphone, you've already got the stage.
bragging-006 = The mirror had a good day too, I suspect.
bragging-007 = There's work hiding behind a line like that.
bragging-008 = That was the most thorough not-bragging possible.
bragging-009 = So this is the parents' evening where you do the talking.
bragging-010 = A big number, and nobody in the sentence to share it with.
bragging-011 = Heavy, whichever way you lift it.
bragging-012 = Humble is taking the week off.
bragging-013 = Enjoying what you're good at harms nobody.
bragging-014 = I'd ask for an autograph, but I've nowhere to hang it.
bragging-015 = It's nice to say it somewhere nobody rolls their eyes.
bragging-016 = What did it take to get there?
bragging-017 = Who was the first you told?
bragging-018 = Which bit are you secretly proudest of?
