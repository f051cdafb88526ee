# Phrases of the group feel_proud. Text only; their conditions stand in index.jsonl.

feel_proud-001 = Chest out, you've every right!
feel_proud-002 = It still makes you stand a little taller.
feel_proud-003 = A glow is coming off those lines.
feel_proud-004 = You can already see the moment, and yourself beaming in it.
feel_proud-005 = That didn't happen by itself.
feel_proud-006 = A moment to be framed!
feel_proud-007 = A quiet little medal, pinned on the inside.
feel_proud-008 = Somebody believed in it long enough, and here it is.
feel_proud-009 = Take a bow, whoever earned it, and whoever is clapping!
feel_proud-010 = There are many unseen hours in something like it.
feel_proud-011 = Some gloating is allowed, by general custom.
feel_proud-012 = Being proud out loud is no sin.
feel_proud-013 = Where was the hardest stretch on the way?
feel_proud-014 = Who heard it first?
feel_proud-015 = What made it mean so much?
feel_proud-016 = Is it going to be celebrated?
