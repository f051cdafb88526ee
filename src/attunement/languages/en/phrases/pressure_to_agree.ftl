# Phrases of the group pressure_to_agree. Text only; their conditions stand in index.jsonl.

pressure_to_agree-001 = Your feeling about it makes sense, whether it proves the case I can't say.
pressure_to_agree-002 = Anger like this has a reason, even where the conclusion might be a step too far.
pressure_to_agree-003 = A yes just to please you wouldn't be worth having.
pressure_to_agree-004 = I've heard one side, and it would be cheap to nod from here.
pressure_to_agree-005 = How much it stings I don't doubt for a second.
pressure_to_agree-006 = You'd like one voice that is simply on your side.
pressure_to_agree-007 = I can be on your side without agreeing to everything.
pressure_to_agree-008 = It hurt, no question, what it says about the whole person I'd leave open.
pressure_to_agree-009 = Wanting it back at them is human, doing it may cost you twice.
pressure_to_agree-010 = Support for you, yes, for dropping a treatment on your own, no.
pressure_to_agree-011 = After so much doubt you'd like somebody to say it's settled.
pressure_to_agree-012 = From where you stood it must look one-sided.
pressure_to_agree-013 = Being angry doesn't have to be proven correct.
pressure_to_agree-014 = The rest of the story may hold a bit more than one villain.
pressure_to_agree-015 = A second pair of eyes is of more use to you than an echo.
pressure_to_agree-016 = Most people want to be agreed with before they want advice.
pressure_to_agree-017 = What would it change if I said yes?
pressure_to_agree-018 = Which part are you least sure of yourself?
pressure_to_agree-019 = How would the other one tell it?
pressure_to_agree-020 = What makes you need the yes so much today?
