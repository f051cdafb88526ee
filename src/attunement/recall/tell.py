"""Facts put into words for the person: slot values, from the language pack alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final

from attunement.recall.facts import canonical_relations, fact_words
from attunement.turn import Memory

_DOUBLED: Final = frozenset("run get sit swim stop plan begin put cut win shop jog".split())


def _telling() -> dict[str, Any]:
    return fact_words()["telling"]


def turned(text: str) -> str:
    """The speaker's words said to the speaker: "my sister" becomes "your sister"."""
    table = _telling()["turned"]
    return re.sub(r"[\w'’]+", lambda m: table.get(m.group().lower().replace("’", "'"), m.group()), text)


def whom(subject: str, words: str = "") -> str:
    """The subject of a fact as the person is told: "you", "your sister", a name.

    Where the person's own ``words`` have another noun for it ("mum"), that noun is used.
    """
    if subject == "user":
        return "you"
    lower = words.lower()
    own = [w for w in fact_words()["canon"].get(subject, ()) if re.search(rf"\b{re.escape(w)}\b", lower)]
    if own:
        return f"your {max(own, key=len)}"
    known = subject in canonical_relations().values() or subject[:1].islower()
    return f"your {subject}" if known else subject


def gerund(verb: str) -> str:
    """The -ing form of a verb in its plain or third-person form."""
    if verb.endswith("ing"):
        return verb
    if verb.endswith("ies"):
        verb = verb[:-3] + "y"
    elif verb.endswith(("sses", "ches", "shes", "oes")):
        verb = verb[:-2]
    elif verb.endswith("s") and not verb.endswith("ss"):
        verb = verb[:-1]
    if verb in _DOUBLED:
        return verb + verb[-1] + "ing"
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"


def is_noun_event(value: str) -> bool:
    """Whether an event is named by a noun ("job interview") and not by a deed ("fly to Rome")."""
    words = value.lower().split()
    nouns = set(fact_words()["events"]["nouns"])
    head = re.split(r"\b(?:to|of|with|for)\b", value.lower())[0].split()
    return bool(words) and (
        bool(head and head[-1] in nouns) or value.lower() in nouns or " ".join(head[-2:]) in nouns
    )


def event_name(memory: Memory) -> str:
    """An event as a noun phrase: "the interview", "your aunt's funeral", "flying to Rome"."""
    value = turned(memory.value.strip())
    if is_noun_event(memory.value):
        lower = value if value[:2].isupper() else value[:1].lower() + value[1:]
        if memory.subject != "user":
            return f"{whom(memory.subject, memory.words)}'s {lower}"
        return lower if lower in _telling()["plain_nouns"] else f"the {lower}"
    first, _, rest = value.partition(" ")
    doing = f"{gerund(first.lower())} {rest}".strip()
    return doing if memory.subject == "user" else f"{whom(memory.subject, memory.words)} {doing}"


def day_name(start: str | None, end: str | None, precision: str, now: datetime) -> str:
    """A day or span as it is said on ``now``: "today", "on Friday", "on 13 March", "in June"."""
    if not start:
        return ""
    first, today = date.fromisoformat(start), now.date()
    telling = _telling()
    month = telling["months"][first.month - 1]
    year = "" if first.year == today.year else f" {first.year}"
    if precision == "year":
        return f"in {first.year}"
    if precision == "month":
        return f"in {month}{year}"
    if precision == "season":
        return f"in {telling['seasons'][str(first.month)]}{year}"
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if end and end != start:
        return f"from {first.day} {month}{year} on" if first > today else f"around {first.day} {month}{year}"
    gap = (first - today).days
    if gap in near:
        return near[gap]
    weekday = telling["weekdays"][first.weekday()]
    if timedelta(0) < first - today <= timedelta(days=6):
        return f"on {weekday}"
    return f"on {weekday}, {first.day} {month}{year}" if abs(gap) < 60 else f"on {first.day} {month}{year}"


def event_slots(memory: Memory, now: datetime) -> dict[str, str]:
    """Slots of the phrases about an event."""
    when = day_name(memory.starts, memory.ends, memory.precision, now)
    return {"event": event_name(memory), "when": when}


def anniversary_slots(memory: Memory, years: int) -> dict[str, str]:
    """Slots of the phrases about an anniversary."""
    words: list[str] = _telling()["years"]
    span = words[years - 1] if 1 <= years <= len(words) else f"{years} years"
    done = _telling()["milestones"].get(memory.attribute, "")
    return {
        "span": span,
        "who": whom(memory.subject, memory.words),
        "milestone": f"{whom(memory.subject, memory.words)} {done}",
    }


def told_slots(memory: Memory, now: datetime) -> tuple[str, Mapping[str, str]]:
    """The phrase of the group ``memory_fact`` that tells a fact, and its slots."""
    kind, mine = memory.kind, memory.subject == "user"
    value = turned(memory.value)
    verbs = {name: forms[0 if mine else 1] for name, forms in _telling()["verbs"].items()}
    slots = {"value": value, "who": whom(memory.subject, memory.words), "relation": memory.attribute, **verbs}
    if kind in ("person", "pet"):
        slots["relation"] = whom(memory.attribute, memory.words).removeprefix("your ")
        slots["one"] = _a(slots["relation"])
        return (kind if memory.value else f"{kind}_plain"), slots
    if kind == "event":
        return _told_event(memory, now)
    if kind in ("place", "about"):
        if memory.attribute == "job":
            return (
                ("job_teach", slots) if value.startswith("teach") else ("job", {**slots, "value": _a(value)})
            )
        return memory.attribute, slots
    if kind == "milestone":
        when = day_name(memory.starts, memory.ends, memory.precision, now)
        done = _telling()["milestones"].get(memory.attribute, memory.attribute)
        slots = {"who": whom(memory.subject, memory.words), "done": done, "when": when}
        return ("milestone_when" if when else "milestone"), slots
    if kind == "preference":
        return memory.attribute, slots
    if kind == "goal":
        first = memory.value.split(" ")[0].lower()
        return ("goal_for" if first in ("a", "the", "my", "our") or first.endswith("ing") else "goal"), slots
    return kind, slots


def _told_event(memory: Memory, now: datetime) -> tuple[str, Mapping[str, str]]:
    slots = event_slots(memory, now)
    if not slots["when"]:
        return "event_open", slots
    past = (memory.ends or memory.starts or "") < now.date().isoformat()
    if is_noun_event(memory.value):
        return ("event_past" if past else "event"), slots
    return ("event_done" if past else "event_doing"), slots


def _a(value: str) -> str:
    return f"{'an' if value[:1].lower() in 'aeiou' else 'a'} {value}"
