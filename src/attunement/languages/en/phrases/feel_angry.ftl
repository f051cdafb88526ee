# Phrases of the group feel_angry. Text only; their conditions stand in index.jsonl.

feel_angry-001 = Anger like that usually has a fair point somewhere in it.
feel_angry-002 = You're still at boiling point, and who could blame you.
feel_angry-003 = Even in the telling the steam comes back.
feel_angry-004 = You can feel the temper waiting for it already.
feel_angry-005 = That would make a saint grind his teeth.
feel_angry-006 = It isn't only what happened, it's the gall of it.
feel_angry-007 = There's a special drawer in hell for small things like this.
feel_angry-008 = A line was crossed, and you felt it in every bone.
feel_angry-009 = Something you hold to be plain decency got trampled.
feel_angry-010 = Nobody could expect you to smile about it.
feel_angry-011 = It's hard to think straight with a pulse like that.
feel_angry-012 = You said it here first, which is better than a thrown plate.
feel_angry-013 = At what point did you really lose patience?
feel_angry-014 = Of all of it, which bit galls you most?
feel_angry-015 = If you could say one sentence about it to anyone, to whom?
feel_angry-016 = How did it end, or hasn't it?
