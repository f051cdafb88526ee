# Sentences of the scenes of shame_past. Text only; their conditions stand in index.jsonl.

unfinished_or_late_college-r1 = Something left unfinished can sit with you for years.
unfinished_or_late_college-r2 = Life gets in the way of many a degree.
unfinished_or_late_college-r3 = There's no age limit on learning something.
unfinished_or_late_college-s1 = A lot of smart people took the long way round.
unfinished_or_late_college-s2 = It takes courage to look at that honestly.
unfinished_or_late_college-q1 = What got in the way back then?
unfinished_or_late_college-q2 = What subject was it?
unfinished_or_late_college-q3 = Where would you like it to lead?
shame_in_front_of_parents-r1 = Shame inside a family burns hotter than almost any other kind.
shame_in_front_of_parents-r2 = That's a hard thing to have on your shoulders in your own home.
shame_in_front_of_parents-r3 = It's the faces of your own people that you can't forget.
shame_in_front_of_parents-s1 = Families have more such chapters than anybody tells the neighbours.
shame_in_front_of_parents-s2 = You can be sorry about it and still stop punishing yourself.
shame_in_front_of_parents-q1 = How are things between you nowadays?
shame_in_front_of_parents-q2 = How did the family react?
shame_in_front_of_parents-q3 = Does it still bother you today?
ashamed_of_myself-r1 = Shame has a way of making you want to hide from everyone.
ashamed_of_myself-r2 = That's a heavy feeling to carry about yourself.
ashamed_of_myself-r3 = Almost everybody has something they'd rather nobody saw.
ashamed_of_myself-s1 = Saying it out loud is already a step away from hiding.
ashamed_of_myself-s2 = Feeling it usually means you hold yourself to something better.
ashamed_of_myself-q1 = What's behind it, if you'd like to say?
ashamed_of_myself-q2 = Is it something you did, or more how you see yourself?
ashamed_of_myself-q3 = Could you let anyone close to you in on this?
