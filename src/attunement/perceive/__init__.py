"""Reading one message: feeling, need, situation, risk, and what the sentence says."""
