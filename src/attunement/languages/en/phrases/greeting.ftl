# Phrases of the group greeting. Text only; their conditions stand in index.jsonl.

greeting-001 = Hey there, the page is all yours.
greeting-002 = Hello, and welcome in.
greeting-003 = Hiya, come as you are.
greeting-004 = Hey { $user_name }, pull up a chair.
greeting-005 = Hello { $user_name }, nice that you're here.
greeting-006 = Hi, you have my full attention, which is the only kind I've got.
greeting-007 = Greetings returned, with interest.
greeting-008 = Good to have you here, whatever you brought along.
greeting-009 = Morning, { $user_name }, and may the coffee have been kind.
greeting-010 = Good morning to you, before the day gets its hands on it.
greeting-011 = Evening, and welcome to the quiet end of the day.
greeting-012 = Yo, received loud and clear.
greeting-013 = Sup right back at you.
greeting-014 = Namaste, and a warm welcome.
greeting-015 = Salaam to you too, come in.
greeting-016 = Hello to the night shift, whether you're working it or just awake.
greeting-017 = Big things and tiny ones are equally welcome.
greeting-018 = You can start anywhere, the middle included.
greeting-019 = There's no dress code and no order of events.
greeting-020 = What's on your mind today?
greeting-021 = How has the day treated you so far?
greeting-022 = Is this just a hello, or is there a story waiting behind it?
greeting-023 = Anything good, bad or plain weird to report?
