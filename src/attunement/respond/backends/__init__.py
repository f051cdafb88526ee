"""Reply backends: one contract (``protocols.Backend``), one file each."""
