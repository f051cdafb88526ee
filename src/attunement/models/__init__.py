"""Weights and the one place that runs them. Stages import this; nothing here imports a stage."""
