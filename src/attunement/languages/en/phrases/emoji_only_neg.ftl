# Phrases of the group emoji_only_neg. Text only; their conditions stand in index.jsonl.

emoji_only_neg-001 = Some days only a small sad face will do.
emoji_only_neg-002 = No words, and still plainly said.
emoji_only_neg-003 = That little picture is carrying a lot.
emoji_only_neg-004 = The face says enough to start with.
emoji_only_neg-005 = Message received, and it's not a happy one.
emoji_only_neg-006 = Looks like today has had its hand on your throat.
emoji_only_neg-007 = A picture is easier than the sentence, sometimes.
emoji_only_neg-008 = Broken heart, no caption.
emoji_only_neg-009 = Steam is coming out of that one.
emoji_only_neg-010 = Three in a row means the dam has gone.
emoji_only_neg-011 = Worn out down to the eyelids.
emoji_only_neg-012 = Something has you rattled.
emoji_only_neg-013 = Words can follow, or not.
emoji_only_neg-014 = You needn't explain it to be allowed to feel it.
emoji_only_neg-015 = What's behind that face?
emoji_only_neg-016 = Did something happen today, or has it been building?
emoji_only_neg-017 = If it were one word instead, which one?
