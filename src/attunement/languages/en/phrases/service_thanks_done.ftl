# Phrases of the group service_thanks_done. Text only; their conditions stand in index.jsonl.

service_thanks_done-001 = Gladly, take care.
service_thanks_done-002 = Glad if it was of some use.
service_thanks_done-003 = Sure, good luck with the rest.
service_thanks_done-004 = You're welcome, I hope it all goes smoothly.
service_thanks_done-005 = You're welcome, and good luck with it.
service_thanks_done-006 = Gladly, I hope they answer quickly.
service_thanks_done-007 = No trouble at all, you're welcome.
service_thanks_done-008 = You're welcome, I hope they take good care of it.
service_thanks_done-009 = Good plan, I hope it does the trick.
service_thanks_done-010 = Any time.
service_thanks_done-011 = You're very welcome, I hope it all works out.
service_thanks_done-012 = You're welcome, I know it isn't solved yet.
service_thanks_done-013 = Fair enough, I couldn't do much from here.
service_thanks_done-014 = You're welcome, good that it's done!
service_thanks_done-015 = You're welcome, with that at hand you're well prepared.
service_thanks_done-016 = May it be quick and easy from here.
service_thanks_done-017 = You've got what you need for it.
service_thanks_done-018 = If something new comes up, just write.
service_thanks_done-019 = Keep a copy of what you send.
service_thanks_done-020 = Is there one more thing we should think of?
service_thanks_done-021 = Is anything about it still unclear?
service_thanks_done-022 = Do you know what you'll do first?
service_thanks_done-023 = Would you tell me how it turns out?
