# Phrases of the group about_assistant_memory. Text only; their conditions stand in index.jsonl.

about_assistant_memory-001 = I only remember what you and whoever runs me have allowed.
about_assistant_memory-002 = What I keep depends on what you've agreed to.
about_assistant_memory-003 = That depends on how I'm set up here and on your consent.
about_assistant_memory-004 = Without your permission, I don't carry things over for long.
about_assistant_memory-005 = Remembering you is off unless you've said yes to it.
about_assistant_memory-006 = I may not know you from before, that depends on what was kept.
about_assistant_memory-007 = Whoever runs me decides what's stored, and your consent sets the limits.
about_assistant_memory-008 = A little, within what you've agreed to.
about_assistant_memory-009 = Only what you've told me, as far as I was allowed to keep it.
about_assistant_memory-010 = I may not have last week's talk any more, so give me a hint.
about_assistant_memory-011 = If I've lost it, that's a setting, not a sign it didn't matter.
about_assistant_memory-012 = Whoever runs me here can tell you who has access, I can't.
about_assistant_memory-013 = Whoever runs me here can delete it, so ask them.
about_assistant_memory-014 = I know your name only if you told me and it was kept.
about_assistant_memory-015 = It's { $user_name }, as far as I know.
about_assistant_memory-016 = Maybe not, unless you've agreed to it, but I read you now.
about_assistant_memory-017 = Tell me a bit of it and we can go on from there.
about_assistant_memory-018 = It's sensible to ask.
about_assistant_memory-019 = You can say no to being remembered.
about_assistant_memory-020 = I'd rather not promise more than that.
about_assistant_memory-021 = I'd rather say so plainly than guess.
about_assistant_memory-022 = Which part would you like me to know?
about_assistant_memory-023 = Would you like to be remembered, or rather not?
about_assistant_memory-024 = What made you think of that?
about_assistant_memory-025 = What were we talking about?
