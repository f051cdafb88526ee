# Phrases of the group feel_grateful. Text only; their conditions stand in index.jsonl.

feel_grateful-001 = It has stayed with you, that much is clear.
feel_grateful-002 = You know what you've got while you've got it.
feel_grateful-003 = Something kind is on its way, and you feel it already.
feel_grateful-004 = You looked at it twice, and saw how good it is.
feel_grateful-005 = It warms the telling, too.
feel_grateful-006 = Some things can't be paid back, only treasured.
feel_grateful-007 = Little mercies, and someone who noticed them.
feel_grateful-008 = There's hardly a thank-you big enough for it.
feel_grateful-009 = To notice it is a gift of its own.
feel_grateful-010 = Luck like that deserves to be counted.
feel_grateful-011 = It's funny how such things outshine the big presents.
feel_grateful-012 = Luck looked at closely counts double.
feel_grateful-013 = Whom would you thank for it, if you could?
feel_grateful-014 = Which bit of it touched you most?
feel_grateful-015 = Did it come at a time when you needed it?
feel_grateful-016 = How will you mark it?
