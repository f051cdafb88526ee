# Phrases of the group plain_confident. Text only; their conditions stand in index.jsonl.

plain_confident-001 = Sounds like you're ready!
plain_confident-002 = You've got this.
plain_confident-003 = Good, that kind of confidence helps.
plain_confident-004 = You know what you can do.
plain_confident-005 = You're in good shape for it.
plain_confident-006 = That's a good feeling to have.
plain_confident-007 = Preparation pays off.
plain_confident-008 = Nothing like feeling ready.
