# Phrases of the group nonsense. Text only; their conditions stand in index.jsonl.

nonsense-001 = Either your keyboard sneezed or there's a cat on it.
nonsense-002 = My dictionary shrugs at this one.
nonsense-003 = Not a word of it gets through to me, though the energy comes across.
nonsense-004 = Bless you.
nonsense-005 = Lost me there, in an interesting way.
nonsense-006 = A message in a bottle, and the bottle won.
nonsense-007 = The letters arrived, the meaning is still on its way.
nonsense-008 = Ten out of ten for rhythm.
nonsense-009 = I like the ladder, even if I can't climb the sentence.
nonsense-010 = Pockets write surprisingly long messages.
nonsense-011 = Sometimes a fist on the keys says it better than words.
nonsense-012 = Blorp to you too, and with feeling.
nonsense-013 = No translation owed, but I'm curious.
nonsense-014 = Feel free to go on, I've got letters to spare.
nonsense-015 = Was it a cat, a pocket, or how the day feels?
nonsense-016 = Would you try it once more in words?
nonsense-017 = Frustrated typing, or just playing?
