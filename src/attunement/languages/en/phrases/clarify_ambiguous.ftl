# Phrases of the group clarify_ambiguous. Text only; their conditions stand in index.jsonl.

clarify_ambiguous-001 = I'm not sure yet if that's good or bad.
clarify_ambiguous-002 = That could mean a few things.
clarify_ambiguous-003 = From the words alone, I can't tell how you mean it.
clarify_ambiguous-004 = Ooh, tell me.
clarify_ambiguous-005 = Okay, and now I'm curious.
clarify_ambiguous-006 = Before I react wrongly, let me ask.
clarify_ambiguous-007 = I'd like to get this right.
clarify_ambiguous-008 = Something happened, that much I get.
clarify_ambiguous-009 = I can read that in two ways.
clarify_ambiguous-010 = I think I'm missing a piece here.
clarify_ambiguous-011 = Now you've made me curious.
clarify_ambiguous-012 = I'm not quite sure what you mean.
clarify_ambiguous-013 = Finally can be good or bad.
clarify_ambiguous-014 = Again, hm.
clarify_ambiguous-015 = I'd rather ask than guess.
clarify_ambiguous-016 = A bit more would help me follow.
clarify_ambiguous-017 = You can just tell me how it went.
clarify_ambiguous-018 = It's hard to tell from a few words.
clarify_ambiguous-019 = Is that good news or bad news?
clarify_ambiguous-020 = What happened, exactly?
clarify_ambiguous-021 = How do you feel about it?
clarify_ambiguous-022 = Who do you mean?
clarify_ambiguous-023 = Can you give me a little more detail?
clarify_ambiguous-024 = Do you mean that seriously, or as a joke?
clarify_ambiguous-025 = How do you mean that?
clarify_ambiguous-026 = When was that?
