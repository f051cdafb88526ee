"""Benchmarks: each file has ``build()`` that gives a task."""
