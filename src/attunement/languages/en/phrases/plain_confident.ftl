# Phrases of the group plain_confident. Text only; their conditions stand in index.jsonl.

plain_confident-001 = Sounds like you're ready!
plain_confident-002 = You've got this.
plain_confident-003 = Good, that kind of confidence helps.
plain_confident-004 = You know what you can do.
