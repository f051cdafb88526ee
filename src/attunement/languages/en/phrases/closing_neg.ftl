# Phrases of the group closing_neg. Text only; their conditions stand in index.jsonl.

closing_neg-001 = That's enough for today, then.
closing_neg-002 = Okay. Be kind to yourself for the rest of the day.
closing_neg-003 = I hope you get some rest.
closing_neg-004 = All right, let it rest for now.
closing_neg-005 = It makes sense that you feel drained after that.
closing_neg-006 = Take care, and take it easy.
closing_neg-007 = Sleep well, if you can.
closing_neg-008 = Good that you've got company now.
closing_neg-009 = Crying is tiring, so go gently now.
closing_neg-010 = Leaving it there is fine.
closing_neg-011 = Of course, we can stop here.
closing_neg-012 = I'm glad you said it.
closing_neg-013 = Until next time, and go easy on yourself.
closing_neg-014 = I hope the rest of today is a bit easier.
closing_neg-015 = Good idea, you've had enough for one day.
closing_neg-016 = It doesn't have to be solved today.
closing_neg-017 = You can come back to it any time.
closing_neg-018 = You said some hard things today.
closing_neg-019 = Feeling a bit raw after talking is normal.
closing_neg-020 = If it gets too much, do wake someone or call someone.
closing_neg-021 = I hope it feels at least a little lighter.
closing_neg-022 = You're allowed a break from it.
closing_neg-023 = Is there someone who can be with you tonight?
closing_neg-024 = Can you do something nice for yourself now?
closing_neg-025 = Are you okay to leave it there?
