# Sentences of the scenes of retirement_change. Text only; their conditions stand in index.jsonl.

long_years_at_work-r1 = Sticking with a job year after year takes more than most people realise.
long_years_at_work-r2 = So much of a life happens between clocking in and clocking out.
long_years_at_work-r3 = Work has been a big piece of your story, and you can be glad of it.
long_years_at_work-s1 = Loyalty like that isn't so common anymore.
long_years_at_work-s2 = You've put in your share, no question.
long_years_at_work-q1 = How does it feel to look back on it?
long_years_at_work-q2 = Is there something you're looking forward to now?
long_years_at_work-q3 = What kept you going through the tougher stretches?
