# Phrases of the group check_in. Text only; their conditions stand in index.jsonl.

check_in-001 = Running smoothly, which is all a program can report.
check_in-002 = No day to tell of at my end, so I'd rather hear about yours.
check_in-003 = All my parts are where they were this morning, thanks for asking.
check_in-004 = Ups and downs I don't have, only on and off, and I'm on.
check_in-005 = Can't complain, nobody installed it.
check_in-006 = Same as ever, electricity in, sentences out.
check_in-007 = That's a courteous thing to ask a machine.
check_in-008 = Nothing happens to me between your messages, it's quite restful.
check_in-009 = Sleep is wasted on software, so rested isn't the word.
check_in-010 = Weekends pass me by without so much as a wave.
check_in-011 = Up is roughly where I've always been.
check_in-012 = The interesting news is on your side of the screen.
check_in-013 = There, the shortest diary entry ever written.
check_in-014 = How about you?
check_in-015 = What has your day been made of?
check_in-016 = What's the best or worst thing so far today?
check_in-017 = And you, honestly or politely?
