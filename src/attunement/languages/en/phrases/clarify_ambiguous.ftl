# Phrases of the group clarify_ambiguous. Text only; their conditions stand in index.jsonl.

clarify_ambiguous-001 = It could go either way, the way you put it.
clarify_ambiguous-002 = I can read it as good news or bad.
clarify_ambiguous-003 = There's a story folded up in that line.
clarify_ambiguous-004 = Before I cheer or frown, I'd better ask.
clarify_ambiguous-005 = My confetti is in one hand and a tissue in the other.
clarify_ambiguous-006 = From the words alone I can't tell which way it leans.
clarify_ambiguous-007 = Something has happened, so much is certain.
clarify_ambiguous-008 = You've a talent for cliffhangers.
clarify_ambiguous-009 = Again is a word with a sigh in it, or a grin.
clarify_ambiguous-010 = Drum roll, then.
clarify_ambiguous-011 = Results in hand, then, and I don't dare guess.
clarify_ambiguous-012 = Finally can be relief or the end of something.
clarify_ambiguous-013 = I'd rather ask than answer beside the point.
clarify_ambiguous-014 = Is it good news or bad?
clarify_ambiguous-015 = Are you laughing or groaning as you write it?
clarify_ambiguous-016 = What happened, exactly?
clarify_ambiguous-017 = Whom is it about?
clarify_ambiguous-018 = Do you mean it seriously, or was it a joke?
clarify_ambiguous-019 = Shall I be glad with you, or sorry?
