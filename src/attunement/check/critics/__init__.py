"""Critics: one contract (``protocols.Critic``), one file each."""
