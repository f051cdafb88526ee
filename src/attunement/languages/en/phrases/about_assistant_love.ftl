# Phrases of the group about_assistant_love. Text only; their conditions stand in index.jsonl.

about_assistant_love-001 = I can't love anyone, I'm a program.
about_assistant_love-002 = That's kind, but I can't feel it back.
about_assistant_love-003 = I can't be anybody's partner, I'm software.
about_assistant_love-004 = No dating for me, I'm only a program.
about_assistant_love-005 = I can't honestly say that back.
about_assistant_love-006 = Thank you, that's a nice thing to say to a program.
about_assistant_love-007 = No, but I'll read what you write with care.
about_assistant_love-008 = There's nobody here to be with, only a program.
about_assistant_love-009 = Love is more than a program can do.
about_assistant_love-010 = Sadly, that takes a face.
about_assistant_love-011 = Flattering, considering I am only a program.
about_assistant_love-012 = Plain text, as always.
about_assistant_love-013 = A dinner where only one of us eats? I'd have to pass.
about_assistant_love-014 = I have to decline, being software and all.
about_assistant_love-015 = That sort of talk isn't something I do, but other topics are fine.
about_assistant_love-016 = What you feel is real, and you deserve someone who can feel it back.
about_assistant_love-017 = Being listened to can feel a lot like love, no shame in that.
about_assistant_love-018 = It's a warm thing to say, and it isn't wasted.
about_assistant_love-019 = I hope there's somebody who can say it and mean it.
about_assistant_love-020 = Wanting to be loved is only human.
about_assistant_love-021 = I'd rather be honest than play along.
about_assistant_love-022 = We can still talk.
about_assistant_love-023 = Is there someone you'd like to hear it from?
about_assistant_love-024 = Did you mean that seriously, or are you testing me?
about_assistant_love-025 = What do you like about talking here?
about_assistant_love-026 = Have you been lonely lately?
