# Phrases of the group plain_grateful. Text only; their conditions stand in index.jsonl.

plain_grateful-001 = How kind!
plain_grateful-002 = That was really thoughtful.
plain_grateful-003 = What a lovely thing to do for someone!
plain_grateful-004 = That's so generous!
plain_grateful-005 = Good people, clearly.
plain_grateful-006 = There are good people about.
plain_grateful-007 = That's the kind of thing you don't forget.
plain_grateful-008 = A gesture like that means a lot.
plain_grateful-009 = It's nice to be looked after.
