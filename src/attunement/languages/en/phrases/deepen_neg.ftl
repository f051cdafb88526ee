# Phrases of the group deepen_neg. Text only; their conditions stand in index.jsonl.

deepen_neg-001 = Another layer comes up each time you speak of it.
deepen_neg-002 = It leaks into everything, even the hours that should be safe.
deepen_neg-003 = You've been living with this far longer than this conversation.
deepen_neg-004 = Not a corner of the day it doesn't reach.
deepen_neg-005 = Keep going, it's better out than in.
deepen_neg-006 = Seen whole, it's no wonder you're worn down.
deepen_neg-007 = What began as one thing has grown roots.
deepen_neg-008 = Having it in front of you daily, there's no chance for it to scab over.
deepen_neg-009 = Your mind keeps walking back there, as if it could still change the ending.
deepen_neg-010 = In your head you've lived through it a dozen times, and it hasn't even come.
deepen_neg-011 = The hurt is one thing, having to look normal on top of it another.
deepen_neg-012 = They've moved on, and you're left holding what happened.
deepen_neg-013 = Nights are where it speaks loudest, with nothing to drown it out.
deepen_neg-014 = The same room, the same face, and you're meant to behave as if nothing were.
deepen_neg-015 = It goes round and round like a song one can't stand.
deepen_neg-016 = Being called strong just means nobody brings a chair.
deepen_neg-017 = You aren't making too much of it.
deepen_neg-018 = Hurt, anger and tiredness often arrive by the same bus.
deepen_neg-019 = Still, you've found words for it, one after the other.
deepen_neg-020 = Which part of it do people not see?
deepen_neg-021 = Who else knows how bad it's got?
deepen_neg-022 = At what time of day is it worst?
deepen_neg-023 = If one small piece of it could be lifted off, which should it be?
