# Phrases of the group vent_permission. Text only; their conditions stand in index.jsonl.

vent_permission-001 = Vent away.
vent_permission-002 = Sure, rant as much as you like.
vent_permission-003 = Go ahead, from the top or from the worst bit.
vent_permission-004 = Of course, let it all out.
vent_permission-005 = Go for it, no manners required.
vent_permission-006 = Complain as long as you please.
vent_permission-007 = Take all the room you need.
vent_permission-008 = Let it rip.
vent_permission-009 = Tell me, then.
vent_permission-010 = Yes, say it.
vent_permission-011 = A good moan it is.
vent_permission-012 = That's completely fine.
vent_permission-013 = Good, then talk.
vent_permission-014 = Capital letters are very welcome.
vent_permission-015 = Work first, then, and everyone in it.
vent_permission-016 = Family rants are always welcome.
vent_permission-017 = Boyfriend trouble, okay, go ahead.
vent_permission-018 = It doesn't have to be fair or balanced.
vent_permission-019 = No solutions from me unless you ask for them.
vent_permission-020 = Better out than in.
vent_permission-021 = Nothing you say will be held against you.
vent_permission-022 = Swearing is allowed.
vent_permission-023 = What's been going on?
vent_permission-024 = Who or what is it about?
vent_permission-025 = How long has it been building up?
vent_permission-026 = What's the worst of it?
