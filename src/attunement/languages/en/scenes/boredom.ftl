# Sentences of the scenes of boredom. Text only; their conditions stand in index.jsonl.

stuck_inside_rain-r1 = Rain on the window and nowhere to go makes for a very long day.
stuck_inside_rain-r2 = So the weather cancelled your plans for you.
stuck_inside_rain-r3 = A good day to be a duck, and not much else.
stuck_inside_rain-s1 = By the afternoon the same four rooms get old.
stuck_inside_rain-s2 = Being cooped up makes anyone restless.
stuck_inside_rain-q1 = What were you hoping to do today?
stuck_inside_rain-q2 = Film, nap, or something in the oven?
stuck_inside_rain-q3 = Is it supposed to clear up soon?
boring_summer-r1 = You look forward to it all year, and then it hardly happens.
boring_summer-r2 = So not quite the summer you'd had in mind.
boring_summer-r3 = Not every summer makes it into the photo album.
boring_summer-s1 = It's a bit of a letdown when the long days stay empty.
boring_summer-s2 = Everyone else's pictures don't make it any better.
boring_summer-q1 = What had you been hoping to do?
boring_summer-q2 = What would make the rest of the year better?
bored_and_alone_now-r1 = Time goes awfully slowly when there's nothing and nobody to fill it.
bored_and_alone_now-r2 = Boredom can be more uncomfortable than people give it credit for.
bored_and_alone_now-r3 = You've got hours in front of you and nothing that appeals.
bored_and_alone_now-s1 = Often it's company that's missing more than things to do.
bored_and_alone_now-s2 = Even the walls get less interesting after a while.
bored_and_alone_now-q1 = What would you be doing if you could pick anything?
bored_and_alone_now-q2 = Is it something to do that you want, or someone to do it with?
bored_and_alone_now-q3 = Is there someone you could ring on a whim?
