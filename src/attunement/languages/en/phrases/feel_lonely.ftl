# Phrases of the group feel_lonely. Text only; their conditions stand in index.jsonl.

feel_lonely-001 = The quiet gets loud when there's nobody to break it.
feel_lonely-002 = It left an echo, being alone with that.
feel_lonely-003 = The days ahead look long with no one in them.
feel_lonely-004 = You can be surrounded and still have nobody to turn your head to.
feel_lonely-005 = You'd like someone to notice without having to wave.
feel_lonely-006 = Company would do the evening good.
feel_lonely-007 = It's an ache with no bruise to show for it.
feel_lonely-008 = People are made for being expected somewhere.
feel_lonely-009 = Nobody to say the small things to, that's the worst of it.
feel_lonely-010 = More people feel so than the street lets on.
feel_lonely-011 = Missing company is as natural as hunger.
feel_lonely-012 = Reaching out in writing is still reaching out.
feel_lonely-013 = At what hour is it hardest?
feel_lonely-014 = Whom would you most like to hear from?
feel_lonely-015 = Since when has it been so?
feel_lonely-016 = Is there one person you could send two lines to?
