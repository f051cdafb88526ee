# Sentences of the scenes of rude_stranger. Text only; their conditions stand in index.jsonl.

cut_off_in_traffic-r1 = It's scary first, and then the anger comes right behind it.
cut_off_in_traffic-r2 = Somebody saves three seconds, and you're the one who has to brake.
cut_off_in_traffic-r3 = No signal, no wave, just your foot on the brake and your heart racing.
cut_off_in_traffic-s1 = Most people would have had a few choice words for that driver.
cut_off_in_traffic-s2 = It's the carelessness with your safety that makes it so maddening.
cut_off_in_traffic-q1 = Did everyone come out of it unharmed?
cut_off_in_traffic-q2 = How long did it take you to calm down?
cut_off_in_traffic-q3 = Did you honk, or just breathe?
beer_cans_in_my_truck-r1 = Being treated like someone's recycling bin is pretty insulting.
beer_cans_in_my_truck-r2 = They had the party, and you got the cleanup.
beer_cans_in_my_truck-r3 = Of all the places for their empties, they chose your truck.
beer_cans_in_my_truck-s1 = The money's nothing, it's the disrespect that gets you.
beer_cans_in_my_truck-s2 = You'd be looking sideways at everyone on the street after that.
beer_cans_in_my_truck-q1 = Any idea who did it?
beer_cans_in_my_truck-q2 = Where was it parked?
beer_cans_in_my_truck-q3 = Has this happened before?
people_with_no_manners-r1 = A tiny bit of courtesy would have cost them nothing.
people_with_no_manners-r2 = It's as though your time and your space didn't count.
people_with_no_manners-r3 = You gave way, and they acted like you weren't even there.
people_with_no_manners-s1 = Small rudeness adds up when you meet it this often.
people_with_no_manners-s2 = It says something good about you that manners matter to you.
people_with_no_manners-q1 = Did you say anything to them?
people_with_no_manners-q2 = What gets to you most about it?
people_with_no_manners-q3 = How did you keep your cool?
