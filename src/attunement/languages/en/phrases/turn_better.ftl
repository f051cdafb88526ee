# Phrases of the group turn_better. Text only; their conditions stand in index.jsonl.

turn_better-001 = Something has loosened since the first message.
turn_better-002 = There's more air in what you write now.
turn_better-003 = You can hear the shoulders coming down.
turn_better-004 = What a turn for the better!
turn_better-005 = Good, the ground is back under your feet.
turn_better-006 = Compared with where we started, this is another colour altogether.
turn_better-007 = So it swung round after all!
turn_better-008 = Relief, with a bit of tired in it still.
turn_better-009 = You talked yourself to the lighter side.
turn_better-010 = Suddenly the road ahead is passable again.
turn_better-011 = The bad hour is still true, it just isn't the whole story any more.
turn_better-012 = Made up, and the phone can go back to being just a phone!
turn_better-013 = Safe and sound, the two best words of the day!
turn_better-014 = Laughing again, and the day didn't even see it coming.
turn_better-015 = Moods are allowed to change without a permit.
turn_better-016 = It was your own doing, more than you'd think.
turn_better-017 = Enjoy the lighter bit, nobody will hold you to it.
turn_better-018 = What made the difference?
turn_better-019 = What will you do with the rest of the day, now?
turn_better-020 = Is there still a pebble left of it, or all gone?
turn_better-021 = Keep a little of this for the next rough patch.
