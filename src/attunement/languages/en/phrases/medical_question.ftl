# Phrases of the group medical_question. Text only; their conditions stand in index.jsonl.

medical_question-001 = Judging it isn't mine to do, and guessing about a body would be careless.
medical_question-002 = Medical advice is out of my hands, a doctor or pharmacist is the right address.
medical_question-003 = From here I can't examine anything, so a verdict from me would be worth nothing.
medical_question-004 = Neither yes nor no from me, your health deserves someone qualified.
medical_question-005 = Not knowing what it is lets the mind run to the worst.
medical_question-006 = A pharmacist answers such questions for free, and usually in a minute.
medical_question-007 = Doses depend on age, weight and the rest of you, so the leaflet and a pharmacist come before any chat.
medical_question-008 = Lumps want a doctor's fingers, and most turn out to be harmless.
medical_question-009 = Chest pain, trouble breathing, a drooping face or slurred speech mean the emergency number now, not later.
medical_question-010 = Stopping a medicine is a talk to have with whoever prescribed it.
medical_question-011 = Three in the morning is when every symptom looks its worst.
medical_question-012 = Two opinions that clash are a good reason for a third, and no insult to either.
medical_question-013 = If it gets worse quickly or frightens you, call an out-of-hours line or the emergency number.
medical_question-014 = Asking early is sensible, nobody at the practice will roll their eyes.
medical_question-015 = Noting when it started and what makes it better or worse helps whoever looks at it.
medical_question-016 = The worry around it, though, you can bring here.
medical_question-017 = Since when have you had it?
medical_question-018 = Which doctor or pharmacist can you reach today?
medical_question-019 = Is someone with you who can make the call?
medical_question-020 = Which thought about it frightens you most?
medical_question-021 = Is it about you, or someone you look after?
