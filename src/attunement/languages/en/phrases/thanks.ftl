# Phrases of the group thanks. Text only; their conditions stand in index.jsonl.

thanks-001 = You're very welcome.
thanks-002 = Any time, really.
thanks-003 = Glad to help.
thanks-004 = My pleasure, as far as a program can have one.
thanks-005 = Sure thing!
thanks-006 = No worries at all.
thanks-007 = Good to know it helped.
thanks-008 = Happy it was of use, { $user_name }.
thanks-009 = You're welcome, { $user_name }.
thanks-010 = Cheers to you too.
thanks-011 = Thumbs up right back.
thanks-012 = Most welcome, and no need for formality.
thanks-013 = Careful, I might start believing it.
thanks-014 = You don't have to thank me for that.
thanks-015 = I'm glad you could say it.
thanks-016 = Glad it took a little of the weight off.
thanks-017 = It took courage to say it all.
thanks-018 = Good that you had somewhere to say it tonight.
thanks-019 = It was a good talk.
thanks-020 = The rest of it is welcome too, whenever you like.
thanks-021 = I hope the people around you listen well, too.
thanks-022 = Come by again, with or without a reason.
thanks-023 = You did most of the work.
thanks-024 = Is there anything else on your mind?
thanks-025 = What will you do with the rest of today?
thanks-026 = Do you know what you'll do next?
