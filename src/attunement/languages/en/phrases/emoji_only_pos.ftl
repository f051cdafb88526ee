# Phrases of the group emoji_only_pos. Text only; their conditions stand in index.jsonl.

emoji_only_pos-001 = That's a whole mood in one picture.
emoji_only_pos-002 = Message understood without a single letter.
emoji_only_pos-003 = Somebody's day has colour in it.
emoji_only_pos-004 = Grinning face received, returning one in spirit.
emoji_only_pos-005 = Looks like good news wearing its party clothes.
emoji_only_pos-006 = No words needed for that kind of day.
emoji_only_pos-007 = A picture, a thousand words, zero typing.
emoji_only_pos-008 = Confetti everywhere, and I don't even know why yet!
emoji_only_pos-009 = A heart is always a good way to open.
emoji_only_pos-010 = Something clearly got you laughing.
emoji_only_pos-011 = Sun's out at your end!
emoji_only_pos-012 = Somebody is smitten.
emoji_only_pos-013 = I read cheerful hieroglyphs rather well.
emoji_only_pos-014 = Long may it last.
emoji_only_pos-015 = May I ask the occasion?
emoji_only_pos-016 = Which story goes with the picture?
emoji_only_pos-017 = Is that for something that happened, or just a good hour?
