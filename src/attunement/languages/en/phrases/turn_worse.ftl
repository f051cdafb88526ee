# Phrases of the group turn_worse. Text only; their conditions stand in index.jsonl.

turn_worse-001 = Oh no, and just when there was a bit of hope.
turn_worse-002 = As if it hadn't been enough already.
turn_worse-003 = The floor gave way a second time.
turn_worse-004 = Now that changes everything I thought a minute ago.
turn_worse-005 = One blow hadn't even finished hurting.
turn_worse-006 = It's gone from heavy to hard to breathe.
turn_worse-007 = Slowly, then, one thing at a time.
turn_worse-008 = Nobody has reserves for two at once.
turn_worse-009 = And the thing you dreaded has just come a step closer.
turn_worse-010 = Right now it's all pressing in together.
turn_worse-011 = The tears have every reason to be back.
turn_worse-012 = Work went as well, as though life had a list.
turn_worse-013 = Worse than expected is the one answer nobody was ready for.
turn_worse-014 = You'd only just got used to it being gone.
turn_worse-015 = Nothing has to be decided in this minute.
turn_worse-016 = Going to pieces a little would be quite in order.
turn_worse-017 = If there's a person you can have beside you tonight, ask them over.
turn_worse-018 = What has just happened?
turn_worse-019 = Is anyone with you right now?
turn_worse-020 = Which thing do you have to get through next?
turn_worse-021 = Are you all right to be by yourself with that?
turn_worse-022 = We'll go slowly, a line at a time.
