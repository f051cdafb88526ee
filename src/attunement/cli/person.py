"""``attune person``: what is kept of a person, in the person's hand."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated, Any

import typer

from attunement.cli.common import emit, say
from attunement.errors import UsageError
from attunement.protocols import Record, Store
from attunement.recall.codec import IdentityCodec
from attunement.recall.consent import CATEGORIES, check_category, granted
from attunement.recall.memory import Shelf
from attunement.recall.profile import TRAITS, Profiles, set_trait
from attunement.settings import Settings, load_settings

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
Person = Annotated[str, typer.Argument(help="The person's id.")]
StoreFile = Annotated[str | None, typer.Option("--store", help="Store file.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]


def _open(store: str | None) -> tuple[Store, Settings]:
    from attunement.registry import build

    settings = load_settings(store=store)
    return build("store", "sqlite", path=settings.store_path), settings


def record_document(record: Record) -> dict[str, Any]:
    """One record with its words, as the export shows it."""
    payload = IdentityCodec().decode(record.tenant, record.person, record.payload)
    return {
        "id": record.id,
        "kind": record.kind,
        "conversation": record.conversation,
        "created_at": record.created_at.isoformat(),
        "consent": record.consent_category,
        "content": json.loads(payload),
    }


@app.command()
def show(person: Person, store: StoreFile = None, as_json: AsJson = False) -> None:
    """Show what is kept, in short."""
    keeper, settings = _open(store)
    records = keeper.person(settings.tenant, person)
    consent = granted(keeper, settings.tenant, person)
    traits = Profiles(keeper).load(settings.tenant, person).traits
    facts = [f for f in Shelf(keeper, IdentityCodec()).book(settings.tenant, person).facts if f.current]
    kinds: dict[str, int] = {}
    for record in records:
        kinds[record.kind] = kinds.get(record.kind, 0) + 1
    keeper.close()
    if as_json:
        emit({
            "schema": 1, "person": person, "records": kinds, "consent": list(consent),
            "profile": {n: {**asdict(t), "confidence": t.confidence} for n, t in traits.items()},
            "facts": [{**f.said.to_json(), "sources": f.sources, "sure": f.confidence} for f in facts],
        })  # fmt: skip
        return
    counts = ", ".join(f"{n} of kind {k}" for k, n in sorted(kinds.items()))
    say(f"kept: {counts or 'nothing'}")
    say(f"allowed: {', '.join(consent) or 'nothing'}; not allowed: "
        f"{', '.join(c for c in CATEGORIES if c not in consent) or 'nothing'}")  # fmt: skip
    for name, trait in sorted(traits.items()):
        how = "set by the person" if trait.by_person else f"from {len(trait.evidence)} recent messages"
        say(f"style: {name} {trait.value:.2f} ({TRAITS[name]}), {trait.confidence:.0%} sure, {how}")
    for fact in facts:
        when = f" [{fact.said.valid_from}]" if fact.said.valid_from else ""
        what = " ".join(w for w in (fact.said.subject, fact.said.attribute, fact.said.value) if w)
        say(f"{fact.said.kind}: {what}{when}, {fact.confidence:.0%} sure, told {fact.known_since[:10]}")


@app.command()
def export(person: Person, store: StoreFile = None) -> None:
    """Print everything that is kept, as JSON lines."""
    keeper, settings = _open(store)
    for record in keeper.person(settings.tenant, person):
        emit(record_document(record))
    keeper.close()


@app.command("set")
def set_style(
    person: Person,
    settings_: Annotated[list[str], typer.Argument(help="TRAIT=0..1, or TRAIT=auto to reset.")],
    store: StoreFile = None,
    as_json: AsJson = False,
) -> None:
    """Set how a person likes to be talked to; a setting wins over what was learnt."""
    from attunement.assembly import utc_now

    keeper, settings = _open(store)
    profiles = Profiles(keeper)
    profile = profiles.load(settings.tenant, person)
    for pair in settings_:
        name, sign, value = pair.partition("=")
        profile = set_trait(profile, name, _value(pair) if sign and value != "auto" else None)
        if not sign:
            raise UsageError(f"{pair!r}: write it like directness=0.8, or directness=auto")
    profiles.save(settings.tenant, person, profile, utc_now())
    keeper.close()
    values = {n: t.value for n, t in sorted(profile.traits.items()) if t.by_person}
    if as_json:
        emit({"schema": 1, "person": person, "set": values})
    else:
        say("set: " + (", ".join(f"{n}={v:g}" for n, v in values.items()) or "nothing"))


def _value(pair: str) -> float:
    try:
        return float(pair.partition("=")[2])
    except ValueError:
        raise UsageError(f"{pair!r}: the value is a number from 0 to 1, or auto") from None


@app.command()
def erase(
    person: Person,
    store: StoreFile = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: AsJson = False,
) -> None:
    """Erase everything that is kept of a person."""
    if not yes and not typer.confirm(f"Erase everything kept of {person}?"):
        raise UsageError("nothing was erased")
    keeper, settings = _open(store)
    count = keeper.erase(settings.tenant, person)
    keeper.close()
    if as_json:
        emit({"schema": 1, "person": person, "erased": count})
    else:
        say(f"erased: {count} records")


@app.command()
def consent(
    person: Person,
    category: Annotated[str, typer.Argument(help=f"One of: {', '.join(CATEGORIES)}.")],
    decision: Annotated[str, typer.Argument(help="on or off.")],
    store: StoreFile = None,
    as_json: AsJson = False,
) -> None:
    """Allow or forbid one category of keeping."""
    from attunement.assembly import utc_now

    check_category(category)
    if decision not in ("on", "off"):
        raise UsageError("consent is 'on' or 'off'")
    keeper, settings = _open(store)
    keeper.set_consent(settings.tenant, person, category, decision == "on", utc_now())
    allowed = granted(keeper, settings.tenant, person)
    keeper.close()
    if as_json:
        emit({"schema": 1, "person": person, "consent": list(allowed)})
    else:
        say(f"allowed: {', '.join(allowed) or 'nothing'}")
