"""Deciding how to respond: stage of support, tactics in order, style."""
