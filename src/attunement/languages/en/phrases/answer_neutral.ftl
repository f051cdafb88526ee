# Phrases of the group answer_neutral. Text only; their conditions stand in index.jsonl.

answer_neutral-001 = Good, now I have the picture.
answer_neutral-002 = That puts it on the map.
answer_neutral-003 = All right, one piece more of the puzzle.
answer_neutral-004 = Noted, and it helps.
answer_neutral-005 = So far I can follow.
answer_neutral-006 = Thanks, it's easier to picture now.
answer_neutral-007 = Then I've got the outline, at least.
answer_neutral-008 = A plain answer, and still it says something about how your days look.
answer_neutral-009 = Right, that clears it up.
answer_neutral-010 = Recent, so it's all still fresh.
answer_neutral-011 = There's never a dull minute with that crew, I suspect.
answer_neutral-012 = Nights and weekends included, no doubt.
answer_neutral-013 = A good while, long enough to know it from every side.
answer_neutral-014 = Half the world lies between you two, then.
answer_neutral-015 = Go on, I'm with you.
answer_neutral-016 = Facts are often the easiest place to begin.
answer_neutral-017 = What else belongs in the picture?
answer_neutral-018 = And how is it for you there, in the middle of it?
answer_neutral-019 = What came next?
answer_neutral-020 = Which part of it made you bring it up?
answer_neutral-021 = Where does that leave things now?
