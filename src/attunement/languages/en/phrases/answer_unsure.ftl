# Phrases of the group answer_unsure. Text only; their conditions stand in index.jsonl.

answer_unsure-001 = Not knowing is an honest answer.
answer_unsure-002 = Then we leave it in the air for now.
answer_unsure-003 = Most real answers begin as a shrug.
answer_unsure-004 = No need to have it sorted out by the next message.
answer_unsure-005 = It may be one of those things you only know afterwards.
answer_unsure-006 = Something in you hasn't made up its mind yet.
answer_unsure-007 = Hard to say usually means there's more than one answer.
answer_unsure-008 = Foggy is allowed.
answer_unsure-009 = When everything is too much, even simple questions have no answer.
answer_unsure-010 = You're perhaps too tired to look at it closely right now.
answer_unsure-011 = A pleasant sort of undecided, by the look of it.
answer_unsure-012 = Maybe is often a yes that's afraid of something.
answer_unsure-013 = Half of you says one thing and half the other.
answer_unsure-014 = Numb is a feeling too, only with the sound off.
answer_unsure-015 = It's fine to circle it for a while.
answer_unsure-016 = Certainty is overrated, look where it gets people.
answer_unsure-017 = We can come at it from another side.
answer_unsure-018 = If you had to guess, which way would it lean?
answer_unsure-019 = Which bit, if any, are you sure of?
answer_unsure-020 = When do you feel it most?
answer_unsure-021 = Is it more an ache, a worry, or just tiredness?
