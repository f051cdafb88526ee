# Phrases of the group memory_consent. Text only; their conditions stand in memory.jsonl.

memory_consent-001 = Shall I remember things like this, and how you like to be talked to, from one talk to the next?
memory_consent-002 = Would you like me to keep what you tell me, and how you like being answered, for next time?
memory_consent-003 = One question, just once: may I remember this and the way you like to talk when we speak again?
memory_consent-004 = May I hold on to things like that, and to your way of talking, so that you needn't explain them twice?
