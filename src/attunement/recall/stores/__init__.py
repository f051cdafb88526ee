"""Stores: one contract (``protocols.Store``), one file each."""
