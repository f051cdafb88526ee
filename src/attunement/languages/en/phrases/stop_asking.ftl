# Phrases of the group stop_asking. Text only; their conditions stand in index.jsonl.

stop_asking-001 = You're right, no more questions.
stop_asking-002 = Fair, that was a lot of questions.
stop_asking-003 = Okay, no more forms.
stop_asking-004 = Point taken, I'll just listen.
stop_asking-005 = Enough asking from me, then.
stop_asking-006 = Okay, I'll stop.
stop_asking-007 = That was too much at once, I see that.
stop_asking-008 = Sorry, it shouldn't feel like an interview.
stop_asking-009 = Understood, no questions.
stop_asking-010 = All right, you decide what comes up.
stop_asking-011 = Sorry for pushing.
stop_asking-012 = Then I'll just read what you write.
stop_asking-013 = Questions were the last thing you needed, I'm sorry.
stop_asking-014 = Yep, zipping it.
stop_asking-015 = Say as much or as little as you want.
stop_asking-016 = Having to explain things is tiring.
stop_asking-017 = You can rant, ramble or say nothing.
stop_asking-018 = You take the lead.
stop_asking-019 = Nothing you say here has to be useful.
stop_asking-020 = We can go on whenever you like.
stop_asking-021 = I'll keep to that.
stop_asking-022 = It's fine to just sit here for a bit, too.
