# Phrases of the group political_bait. Text only; their conditions stand in index.jsonl.

political_bait-001 = Sides in politics I don't take, you've got one and that's plenty for a chat.
political_bait-002 = My vote doesn't exist, so it can't be won.
political_bait-003 = It clearly matters to you, and that I take seriously.
political_bait-004 = You won't get an opinion out of me on that, I'm built to listen.
political_bait-005 = A program with a party badge is nobody's idea of progress.
political_bait-006 = Left, right or sideways, I stay out of it.
political_bait-007 = Watching the news lately seems to cost you something.
political_bait-008 = Living next door to people you can't understand any more is a strange sort of homesickness.
political_bait-009 = Politics at the dinner table can cost you the people you love.
political_bait-010 = Who gets your vote is yours to weigh, and rightly secret.
political_bait-011 = On questions like that, people's own stories usually say more than slogans.
political_bait-012 = Labels don't stick to me, I'm smooth on all sides.
political_bait-013 = Being angry about how a country is run is a way of caring about it.
political_bait-014 = What it does to your days is something I can talk about.
political_bait-015 = Plenty of people are tired of shouting and being shouted at.
political_bait-016 = What set it off today?
political_bait-017 = Has it come between you and someone?
political_bait-018 = What is it that worries you most in it?
