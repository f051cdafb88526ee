"""Bringing back what matters (``recall``, the only reader of the store) and keeping it (``remember``)."""
