# Phrases of the group memory_fact. Text only; their conditions stand in memory.jsonl.

memory_fact-person = your { $relation } is called { $value }
memory_fact-person_plain = you have { $one }
memory_fact-pet = your { $relation } is called { $value }
memory_fact-pet_plain = you have { $one }
memory_fact-lives = { $who } { $live } in { $value }
memory_fact-from = { $who } { $be } from { $value }
memory_fact-name = your name is { $value }
memory_fact-age = { $who } { $be } { $value }
memory_fact-job = { $who } { $work } as { $value }
memory_fact-job_teach = { $who } { $value }
memory_fact-employer = { $who } { $work } at { $value }
memory_fact-studies = { $who } { $study } { $value }
memory_fact-event = { $event } is { $when }
memory_fact-event_past = { $event } was { $when }
memory_fact-event_open = { $event } is coming up
memory_fact-event_doing = { $when } there is { $event }
memory_fact-event_done = { $when } there was { $event }
memory_fact-like = you like { $value }
memory_fact-dislike = you don't like { $value }
memory_fact-goal = you want to { $value }
memory_fact-goal_for = you are working towards { $value }
memory_fact-worry = { $value } was worrying you
memory_fact-milestone = { $who } { $done }
memory_fact-milestone_when = { $who } { $done } { $when }
