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
plain_angry-010 = Argh, that's irritating.
plain_angry-011 = That'd get on anyone's nerves.
plain_angry-012 = Well, that's out of order.
plain_angry-013 = You'd think people would know better.
plain_angry-014 = That's a lot to put up with.
plain_angry-015 = Oh, come on, really?
plain_angry-016 = Understandably, you're fed up.
plain_angry-017 = That's beyond annoying.
