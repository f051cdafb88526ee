"""Measurements: one file per benchmark in ``tasks``, read and never tuned on."""
