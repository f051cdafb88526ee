# Phrases of the group plain_loving. Text only; their conditions stand in index.jsonl.

plain_loving-001 = That's so sweet.
plain_loving-002 = How lovely to have that.
plain_loving-003 = You can hear how much it means to you.
plain_loving-004 = That's a good thing to have in your life.
plain_loving-005 = That's a lovely bond.
plain_loving-006 = It's nice to feel that sure of someone.
plain_loving-007 = You're lucky to have each other.
plain_loving-008 = That warms the room.
