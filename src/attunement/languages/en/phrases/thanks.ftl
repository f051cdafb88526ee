# Phrases of the group thanks. Text only; their conditions stand in index.jsonl.

thanks-001 = You're very welcome.
thanks-002 = Any time, really.
thanks-003 = Gladly done.
thanks-004 = My pleasure, as far as a program can have one.
thanks-005 = Thanks accepted, with a small bow.
thanks-006 = No worries at all.
thanks-007 = You did the harder half by putting it into words.
thanks-008 = Happy it was of use, { $user_name }.
thanks-009 = Cheers to you too.
thanks-010 = Thumbs up right back.
thanks-011 = Most welcome, and no need for formality.
thanks-012 = Careful, praise goes straight to my processor.
thanks-013 = You don't owe me thanks for it, but they've arrived.
thanks-014 = What helped was mostly you, saying the thing plainly.
thanks-015 = Thank you for trusting a screen with something so heavy.
thanks-016 = Glad it took even a little weight off.
thanks-017 = It took courage to lay it all out like this.
thanks-018 = Good that there was somewhere to put it at this hour.
thanks-019 = The rest of it is welcome here too, whenever you like.
thanks-020 = May the people around you listen half as well as you deserve.
thanks-021 = Come by again, with or without a reason.
thanks-022 = Filed under good moments of the shift.
thanks-023 = Is there anything else you'd like to turn over?
thanks-024 = What will you do with the rest of today?
