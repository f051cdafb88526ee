# Phrases of the group plain_angry. Text only; their conditions stand in index.jsonl.

plain_angry-001 = Ugh, how annoying.
plain_angry-002 = That would make anyone angry.
plain_angry-003 = No wonder you're mad.
plain_angry-004 = How infuriating.
plain_angry-005 = Ugh, that's maddening.
plain_angry-006 = That's really not okay.
plain_angry-007 = The nerve.
plain_angry-008 = You have every reason to be annoyed.
plain_angry-009 = That's so frustrating.
