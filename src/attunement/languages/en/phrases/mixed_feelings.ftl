# Phrases of the group mixed_feelings. Text only; their conditions stand in index.jsonl.

mixed_feelings-001 = Both are true, and neither cancels the other.
mixed_feelings-002 = Glad and sorry came in through the same door.
mixed_feelings-003 = The big things rarely bring one feeling only.
mixed_feelings-004 = One eye laughing and the other not.
mixed_feelings-005 = You're gaining something, and it costs you something you love.
mixed_feelings-006 = No contradiction in it, only a lot of heart in a small space.
mixed_feelings-007 = Nobody makes you pick one of them.
mixed_feelings-008 = Happy, with a stone in the shoe.
mixed_feelings-009 = Sweet on top and something else underneath.
mixed_feelings-010 = Part of you is packed already, and part of you holds on to the doorframe.
mixed_feelings-011 = It was good and it hurt, and memory kept both.
mixed_feelings-012 = Relief can stand right beside grief without insulting it.
mixed_feelings-013 = The new desk won't have those faces at it, and that dulls the champagne.
mixed_feelings-014 = Proud that they can fly, and the nest is awfully quiet.
mixed_feelings-015 = Good news with a question mark hanging off the end.
mixed_feelings-016 = Tears are not particular about the occasion.
mixed_feelings-017 = Feeling both means you've seen the whole of it.
mixed_feelings-018 = Nobody gets to tell you which half is the proper one.
mixed_feelings-019 = Which of the two is louder at the moment?
mixed_feelings-020 = What does the sad half miss?
mixed_feelings-021 = What would make room for the glad half?
mixed_feelings-022 = Would you like to talk about the bright side first, or the other one?
