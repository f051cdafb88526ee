# Phrases of the group joke_request. Text only; their conditions stand in index.jsonl.

joke_request-001 = Parallel lines have so much in common, it's a shame they'll never meet.
joke_request-002 = I'd tell you the one about the procrastinator, but it isn't finished.
joke_request-003 = The invisible man turned down the job, he couldn't see himself doing it.
joke_request-004 = Never trust stairs, they're always up to something.
joke_request-005 = Two goldfish are in a tank, and one asks, who's driving?
joke_request-006 = The skeleton skipped the dance because he had no body to go with.
joke_request-007 = I used to know a joke about amnesia, but I forgot it.
joke_request-008 = Why did the scarecrow win a prize? He was outstanding in his field.
joke_request-009 = What do you call a bear with no teeth? A gummy bear.
joke_request-010 = Why don't eggs tell jokes? They'd crack each other up.
joke_request-011 = The mushroom gets invited everywhere, because he's a fun guy.
joke_request-012 = What's brown and sticky? A stick.
joke_request-013 = Why did the cat sit on the computer? To keep an eye on the mouse.
joke_request-014 = A computer caught a cold because it had left its windows open.
joke_request-015 = What do you call a dog magician? A labracadabrador.
joke_request-016 = For your awful day: what do you call a fake noodle? An impasta.
joke_request-017 = Laughing is optional, groaning is included.
joke_request-018 = That's about as good as my comedy gets.
joke_request-019 = Complaints go to the management, which is also me.
joke_request-020 = There are more where that came from.
joke_request-021 = Do you like them dry or silly?
joke_request-022 = What was the last thing that made you laugh?
joke_request-023 = Do you need cheering up, or are you just bored?
joke_request-024 = Do you have one for me?
joke_request-025 = Did that get a smile?
