# Phrases of the group vent_permission. Text only; their conditions stand in index.jsonl.

vent_permission-001 = Vent away, nothing in here can break.
vent_permission-002 = Rant at will, no manners required.
vent_permission-003 = Go ahead, from the top or from the worst bit.
vent_permission-004 = Off your chest and onto the page with it.
vent_permission-005 = Of course, let it all out.
vent_permission-006 = The void is open and unusually attentive.
vent_permission-007 = No solutions from me unless you ask for them.
vent_permission-008 = Complain as long as you please, it won't be held against you.
vent_permission-009 = Let it rip.
vent_permission-010 = Take all the room you need.
vent_permission-011 = Swearing, capitals and repetition are all permitted.
vent_permission-012 = Screaming accepted, in any font size.
vent_permission-013 = Work first, I suppose, and everyone in it.
vent_permission-014 = Family rants tend to be long ones, so settle in.
vent_permission-015 = About him or about yourself, either is fine to start with.
vent_permission-016 = Unfair and one-sided is just how a vent should be.
vent_permission-017 = Fairness can come later.
vent_permission-018 = Bottling it up would only fizz.
vent_permission-019 = What's been brewing?
vent_permission-020 = Who or what has earned it today?
