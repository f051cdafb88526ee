# Phrases of the group about_assistant_memory. Text only; their conditions stand in index.jsonl.

about_assistant_memory-001 = Anything long-term I only keep if you said yes to it.
about_assistant_memory-002 = This conversation is kept on this device, and nothing beyond it unless you allowed it.
about_assistant_memory-003 = Without your yes, I start from a blank page each time.
about_assistant_memory-004 = Memory is up to you here, it's off until you turn it on.
about_assistant_memory-005 = What you write is kept right here on the device.
about_assistant_memory-006 = I can't promise to know you again, that depends on whether you agreed to being remembered.
about_assistant_memory-007 = Earlier talks may be closed to me, even if they're open to you.
about_assistant_memory-008 = If I've lost the thread, it's the wiring and not a lack of importance.
about_assistant_memory-009 = Whoever can open this device could also read what's on it.
about_assistant_memory-010 = Deleting is in the hands of whoever runs me on this device.
about_assistant_memory-011 = Your name I know only if it was said here or you let me keep it.
about_assistant_memory-012 = No need to be remembered to be taken seriously.
about_assistant_memory-013 = Give me a corner of it and we can go on from there.
about_assistant_memory-014 = Quite right to ask before you pour your heart out.
about_assistant_memory-015 = An elephant I'm not.
about_assistant_memory-016 = Leaving it off is a perfectly sensible choice.
about_assistant_memory-017 = Which part would you like me to know?
about_assistant_memory-018 = Do you want to be remembered, or rather not?
about_assistant_memory-019 = What made you think of it?
