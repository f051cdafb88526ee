# Phrases of the group about_assistant_can. Text only; their conditions stand in index.jsonl.

about_assistant_can-001 = I read the feeling in what people write, and answer it.
about_assistant_can-002 = I'm Attunement, a program you can talk to about how things are going.
about_assistant_can-003 = You write, I work out how you mean it, and I answer.
about_assistant_can-004 = It's a program for talking, about the good days and the bad ones.
about_assistant_can-005 = Listening, mostly, and answering in a sentence or two.
about_assistant_can-006 = You can tell me good news, bad news or nothing much.
about_assistant_can-007 = I'm good at conversation, and not much use for errands.
about_assistant_can-008 = There's not much to tell, I'm a program that works offline.
about_assistant_can-009 = I'm for talking things through.
about_assistant_can-010 = I'm not ChatGPT, my answers are put together from sentences written beforehand.
about_assistant_can-011 = Facts aren't my strength, feelings are closer to it.
about_assistant_can-012 = No internet needed, I work offline.
about_assistant_can-013 = There's nothing to set up, just write as you'd talk.
about_assistant_can-014 = I can't replace a therapist, but you can say things here.
about_assistant_can-015 = As long as you like, I don't get tired.
about_assistant_can-016 = I can't call or message anyone, I can only answer here.
about_assistant_can-017 = Facts, sums and errands are better placed elsewhere.
about_assistant_can-018 = I get things wrong sometimes, so do correct me.
about_assistant_can-019 = The easiest way to find out is to tell me something.
about_assistant_can-020 = I don't promise to solve it, only to take it seriously.
about_assistant_can-021 = I'm a better listener than encyclopedia.
about_assistant_can-022 = What were you hoping I could do?
about_assistant_can-023 = Shall we try it with something from your day?
about_assistant_can-024 = Do you want to talk about something, or just look around?
about_assistant_can-025 = What would be useful for you right now?
