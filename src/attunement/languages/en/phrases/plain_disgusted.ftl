# Phrases of the group plain_disgusted. Text only; their conditions stand in index.jsonl.

plain_disgusted-001 = Eww.
plain_disgusted-002 = Yuck!
plain_disgusted-003 = Oh, that's disgusting.
plain_disgusted-004 = Ugh, gross.
plain_disgusted-005 = That's revolting.
plain_disgusted-006 = Oh, nasty.
plain_disgusted-007 = Oh, that's foul.
plain_disgusted-008 = Blech.
plain_disgusted-009 = That would put anyone off.
plain_disgusted-010 = Ew, no thank you.
