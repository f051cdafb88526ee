# Sentences of the scenes of wedding. Text only; their conditions stand in index.jsonl.

getting_married_soon-r1 = A wedding, how wonderful, congratulations!
getting_married_soon-r2 = You must be counting down with your whole heart.
getting_married_soon-r3 = All the planning, and then the moment when it's just two people saying yes.
getting_married_soon-s1 = May the day be every bit as happy as this message!
getting_married_soon-s2 = If anything goes wrong, it only becomes the best story.
getting_married_soon-q1 = What part of the day are you looking forward to most?
getting_married_soon-q2 = How are the nerves holding up?
getting_married_soon-q3 = Big party or small and cozy?
proposal_said_yes-r1 = You asked the biggest question there is, and got the answer you were hoping for!
proposal_said_yes-r2 = Congratulations to you both, what wonderful news!
proposal_said_yes-r3 = You must have been holding your breath right up to that yes.
proposal_said_yes-s1 = Everything feels a bit brighter once the question is finally asked.
proposal_said_yes-s2 = It takes courage to ask, even when you're nearly sure of the answer.
proposal_said_yes-q1 = How did you do it?
proposal_said_yes-q2 = Who did you two tell first?
proposal_said_yes-q3 = What did { $they } do the moment you asked?
wedding_on_a_budget-r1 = It shows how far care and good taste go without a fat wallet.
wedding_on_a_budget-r2 = Doing it your own way often turns out more beautiful than doing it by the bill.
wedding_on_a_budget-r3 = There's something lovely about putting in thought instead of money.
wedding_on_a_budget-s1 = People remember the warmth of it, not the price.
wedding_on_a_budget-s2 = The bank account is cheering quietly in the corner.
wedding_on_a_budget-q1 = Which detail did you like best?
wedding_on_a_budget-q2 = Would you do it that way yourself?
wedding_on_a_budget-q3 = How did everyone react?
