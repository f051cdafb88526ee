import pytest

from attunement.errors import ModelError
from attunement.respond.fluent import FluentTexts


@pytest.fixture
def texts(tmp_path):
    (tmp_path / "day.ftl").write_text(
        "# a comment\n\nfirst = good day, { $name }!\nsecond = { $count ->\n    [one] one hour\n   *[other] { $count } hours\n }\n"
        "broken = { $name\nlast = done\n",
        encoding="utf-8",
    )
    (tmp_path / "terms.ftl").write_text("-shop = Corner\nhello = welcome to { -shop }\n", encoding="utf-8")
    return FluentTexts(tmp_path, "en")


def test_fills_slots_and_raises_the_first_letter(texts):
    assert texts.text("day", "first", {"name": "Ana"}) == "Good day, Ana!"
    assert texts.text("day", "last", {}) == "Done"


def test_selectors_over_several_lines(texts):
    assert texts.text("day", "second", {"count": 1}) == "One hour"
    assert texts.text("day", "second", {"count": 3}) == "3 hours"


def test_terms_of_the_same_file(texts):
    assert texts.text("terms", "hello", {}) == "Welcome to Corner"


def test_ids_keep_their_order(texts):
    assert texts.ids("day") == ("first", "second", "broken", "last")


@pytest.mark.parametrize(
    ("file", "id", "said"),
    [("day", "missing", "no phrase"), ("day", "broken", r"day\.ftl:8"), ("none", "x", "missing")],
)
def test_what_is_wrong_is_named_with_its_file(texts, file, id, said):
    with pytest.raises(ModelError, match=said):
        texts.text(file, id, {})


def test_a_missing_slot_is_an_error(texts):
    with pytest.raises(ModelError, match="first"):
        texts.text("day", "first", {})
