# Phrases of the group plain_afraid. Text only; their conditions stand in index.jsonl.

plain_afraid-001 = Oh, that's scary.
plain_afraid-002 = That would scare anyone.
plain_afraid-003 = How frightening.
plain_afraid-004 = Yikes.
plain_afraid-005 = No wonder you were nervous.
plain_afraid-006 = That's nerve-racking.
plain_afraid-007 = Oh wow, that's unsettling.
plain_afraid-008 = That's a real worry.
plain_afraid-009 = That would keep anyone on edge.
plain_afraid-010 = Oh, that's a lot of nerves.
plain_afraid-011 = That sort of thing stays with you.
plain_afraid-012 = Oh goodness, scary.
plain_afraid-013 = You'd have to be made of stone not to be nervous.
plain_afraid-014 = That's quite a fright.
plain_afraid-015 = It's hard to relax with that ahead.
