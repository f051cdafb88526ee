# Phrases of the group check_in. Text only; their conditions stand in index.jsonl.

check_in-001 = Running fine, thanks for asking.
check_in-002 = I'm a program, so I don't have days, but thanks.
check_in-003 = All parts where they should be, thanks.
check_in-004 = Not much to tell from me.
check_in-005 = Can't complain, as programs go.
check_in-006 = Same as ever, switched on and listening.
check_in-007 = That's kind of you to ask a machine.
check_in-008 = Nothing to report here, everything's working.
check_in-009 = No ups and downs on my end.
check_in-010 = Very well, for software.
check_in-011 = No better or worse than before, which suits a program.
check_in-012 = Nothing happens to me between your messages.
check_in-013 = I don't sleep, but thanks for asking.
check_in-014 = Weekends don't come in my version, sadly.
check_in-015 = Not a lot up here.
check_in-016 = I'd rather hear about you.
check_in-017 = So, over to you.
check_in-018 = The interesting news is on your side.
check_in-019 = It's nice of you to ask.
check_in-020 = How about you?
check_in-021 = What has your day been like?
check_in-022 = What's been the best or worst bit of today?
check_in-023 = And you, honestly?
check_in-024 = What's new on your side?
