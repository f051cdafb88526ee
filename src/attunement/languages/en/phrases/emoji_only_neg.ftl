# Phrases of the group emoji_only_neg. Text only; their conditions stand in index.jsonl.

emoji_only_neg-001 = Oh, that's not a happy face.
emoji_only_neg-002 = Oh dear, that's a sad one.
emoji_only_neg-003 = That doesn't look like a good moment.
emoji_only_neg-004 = I see it's not a good day.
emoji_only_neg-005 = Message received, and it's not a happy one.
emoji_only_neg-006 = No words needed, I get that it's bad.
emoji_only_neg-007 = Something's clearly not okay.
emoji_only_neg-008 = Ah, that face says enough.
emoji_only_neg-009 = Sometimes an emoji is all you can manage.
emoji_only_neg-010 = That looks rough.
emoji_only_neg-011 = Hm, something's bothering you.
emoji_only_neg-012 = A broken heart, that hurts.
emoji_only_neg-013 = You're really angry.
emoji_only_neg-014 = That's a lot of tears.
emoji_only_neg-015 = You look completely worn out.
emoji_only_neg-016 = Something has scared you.
emoji_only_neg-017 = Ugh, that looks unpleasant.
emoji_only_neg-018 = Words can follow, or not.
emoji_only_neg-019 = There's no need to explain it.
emoji_only_neg-020 = Whatever it is, you can say it here.
emoji_only_neg-021 = Tell as much as you feel like.
emoji_only_neg-022 = What happened?
emoji_only_neg-023 = Did this just happen, or has it been a while?
emoji_only_neg-024 = Can you put it in a word or two?
emoji_only_neg-025 = Is anyone with you?
emoji_only_neg-026 = Are you more sad, angry or tired?
