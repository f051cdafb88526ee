# Sentences of the scenes of bullying. Text only; their conditions stand in index.jsonl.

bad_time_in_high_school-r1 = Words every single day can do as much harm as anything else.
bad_time_in_high_school-r2 = School years can feel endless when you're on the wrong end of them.
bad_time_in_high_school-r3 = You carried something then that no kid should have to get used to.
bad_time_in_high_school-s1 = It mattered, even if nobody got hit.
bad_time_in_high_school-s2 = Memories like that can ache long after the last bell.
bad_time_in_high_school-q1 = Did you have anyone on your side in those days?
bad_time_in_high_school-q2 = How much of it do you still carry with you?
bad_time_in_high_school-q3 = What helped you get through it?
angry_about_bullying-r1 = It makes you want to walk straight into that schoolyard.
angry_about_bullying-r2 = A child should be able to go to school without being afraid.
angry_about_bullying-r3 = It's so unfair, because the ones it happens to did nothing to deserve it.
angry_about_bullying-s1 = Kids need grown-ups who take it as seriously as you do.
angry_about_bullying-s2 = Worrying about it comes with caring for any child.
angry_about_bullying-q1 = Has something like that happened near you?
angry_about_bullying-q2 = Which child are you thinking of?
angry_about_bullying-q3 = What does the school do about it?
i_was_bullied-r1 = Words like that can follow a person for years.
i_was_bullied-r2 = You had to walk in there again every day, knowing what was coming.
i_was_bullied-r3 = It was never about something being wrong with you.
i_was_bullied-s1 = It's common to still flinch at it much later.
i_was_bullied-s2 = A place you had to be in, and no way to feel safe there.
i_was_bullied-q1 = Was there anyone who stood up for you?
i_was_bullied-q2 = What stays with you from that time?
i_was_bullied-q3 = How long did it go on?
