# Phrases of the group feel_disappointed. Text only; their conditions stand in index.jsonl.

feel_disappointed-001 = You had pictured it so differently.
feel_disappointed-002 = It's flat where there was supposed to be something.
feel_disappointed-003 = The thing you were counting on has lost its shine before it's even here.
feel_disappointed-004 = Hopes are heavier when they're handed back.
feel_disappointed-005 = Well, that's a soggy end to it.
feel_disappointed-006 = A good deal of you had gone into it.
feel_disappointed-007 = It hurts more because you let yourself look forward.
feel_disappointed-008 = So much for that, then, and it stings.
feel_disappointed-009 = Somewhere a party balloon just went down with a sigh.
feel_disappointed-010 = Wanting it was no mistake.
feel_disappointed-011 = Shrugging it off takes longer than people think.
feel_disappointed-012 = You were right to expect better.
feel_disappointed-013 = What had you hoped it would be like?
feel_disappointed-014 = Can anything of it be saved?
feel_disappointed-015 = Did anyone tell you why?
feel_disappointed-016 = Is there a consolation prize you could give yourself?
