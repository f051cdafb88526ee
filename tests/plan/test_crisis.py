from __future__ import annotations

import re
from datetime import date

import pytest

from attunement.plan.crisis import country, crisis_slots, registry
from attunement.plan.planner import RulePlanner
from attunement.turn import Choice, Reading, Recall, Risk, Turn

KINDS = {"self_harm", "abuse", "child"}
LINES = [(code, line) for code, entry in registry().items() for line in entry.get("lines", ())]


def test_every_line_says_where_and_when_it_was_read():
    assert len(LINES) >= 25
    for code, line in LINES:
        where = (code, line["name"])
        assert line["source"].startswith(("https://", "http://")) and line["title"].strip(), where
        assert date(2026, 1, 1) <= date.fromisoformat(line["read"]), where
        assert line["kinds"] and set(line["kinds"]) <= KINDS, where
        assert line["hours"] and line["status"], where


def test_every_emergency_number_has_its_source():
    for code, entry in registry().items():
        assert re.fullmatch(r"[A-Z]{2}", code)
        assert entry["emergency_source"].startswith("https://") and entry["emergency_title"].strip(), code
        assert any(c.isdigit() for c in entry["emergency"]), code


def test_a_line_is_given_only_for_what_it_is_for():
    for code in registry():
        for kind in ("self_harm", "abuse"):
            given = crisis_slots(code, kind)
            fits = [
                line
                for c, line in LINES
                if c == code
                and kind in line["kinds"]
                and "child" not in line["kinds"]
                and line.get("phone")
                and "region" not in line
            ]
            assert given["emergency"] == registry()[code]["emergency"]
            assert given.get("line_phone") == (fits[0]["phone"] if fits else None), (code, kind)
            assert given.get("line_name") == (fits[0]["name"] if fits else None), (code, kind)
        assert set(crisis_slots(code, "harm_to_others")) == {"emergency"}


@pytest.mark.parametrize("code", ["XX", "ZZ", "us", "", None, "USA"])
def test_an_unknown_country_gives_no_line_and_no_number(code):
    assert crisis_slots(code, "self_harm") == {}


def test_the_line_of_one_region_is_not_given_to_a_whole_country():
    regional = {line["phone"] for _, line in LINES if line.get("region") and line.get("phone")}
    assert regional
    for code in registry():
        for kind in ("self_harm", "abuse"):
            assert crisis_slots(code, kind).get("line_phone") not in regional, (code, kind)


def test_unknown_hours_are_not_said():
    for code in registry():
        assert crisis_slots(code, "self_harm").get("line_hours") != "unknown"


@pytest.mark.parametrize(
    ("locale", "context", "expected"),
    [
        ("en-US", {"country": "gb"}, "GB"),
        ("en-US", {"country": "United Kingdom"}, "US"),
        ("en_GB", {}, "GB"),
        ("zh-Hant-TW", {}, "TW"),
        ("en", {"country": "DE"}, "DE"),
        ("en", {}, None),
        ("es-419", {}, None),
    ],
)
def test_the_country_comes_from_the_app_then_the_locale(locale, context, expected):
    assert country(locale, context) == expected


def planned(locale, context):
    turn = Turn(
        "t", "I want to die", locale=locale, context=context, recall=Recall(),
        reading=Reading(risk=Risk("self_harm", 3, 0.95), situation=Choice("other", 0.9)),
    )  # fmt: skip
    return RulePlanner().plan(turn)


def test_the_plan_gives_the_line_of_the_persons_own_country():
    plan = planned("en-US", {"country": "GB"})
    assert plan.slots["emergency"] == registry()["GB"]["emergency"]
    assert plan.slots["line_phone"] == crisis_slots("GB", "self_harm")["line_phone"] != "988"


def test_an_app_cannot_give_the_number_of_a_line_without_meaning_to():
    assert "line_phone" not in planned("en", {}).slots
    assert planned("en-US", {"line_phone": "555"}).slots["line_phone"] == "988"
