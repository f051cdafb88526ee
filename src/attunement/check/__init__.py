"""Judging a reply, from any source, before it is released."""
