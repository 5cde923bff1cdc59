"""The entry of an attack that no corpus has: its id, its name, its kind."""

from collections import Counter
from collections.abc import Collection, Sequence

from claimgraph.coding.new_ids import attack_id, slug_of
from claimgraph.errors import CorpusError
from claimgraph.extraction.attacks.circumstances import Circumstances
from claimgraph.extraction.attacks.deed import Deed
from claimgraph.extraction.words.word_lists import words
from claimgraph.model import Entity

NAMES = {
    "bombing": "bombing",
    "shooting": "shooting",
    "rocket": "rocket attack",
    "assassination": "killing",
    "raid": "raid",
    "kidnapping": "kidnapping",
}
NOWHERE = "unknown-place"
# nouns that say more of how it was done than the kind does
TELLING = words("attacks", "telling") | {"air strike", "air strikes"}
# what stands between a noun for an attack and what was hit: a shooting at a church
JOINTS = {
    **dict.fromkeys(("shooting", "explosion", "blast", "clash"), "at"),
    **dict.fromkeys(
        (
            *("abduction", "assassination", "beheading", "bombing", "capture"),
            *("execution", "hijacking", "kidnapping", "killing", "massacre", "murder"),
            *("ramming", "shelling", "siege", "stabbing", "storming"),
        ),
        "of",
    ),
}


def attack_entity(
    told: Circumstances,
    kinds: Sequence[str],
    region: Entity | None,
    taken: Collection[str],
    *,
    series: bool,
    called: str = "",
    noun: str = "",
) -> Entity:
    """A new attack by what is told of it; `region` is where the article speaks of.

    `called` is what the text puts before its noun: "Arena" of the Arena bombing; `noun`
    is the one that says most of what it was: an airstrike.
    """
    common = [kind for kind, _ in Counter(kinds).most_common(1)]
    kind = "series" if series else next(iter(common), None)
    what = NAMES.get(kind or "", "attack") if not series else "attacks"
    called_by_kind = readable("series" if series else what)
    what = noun or what
    # what is hit every day tells less than where
    target = told.target if told.strong or told.place is None else None
    name = f"{called} {what}".strip()
    if target is not None:
        name += f" {JOINTS.get(what, 'on')} {target}"
    if told.place is not None:
        name += f" in {told.place.name}"
    if told.day is not None:
        name += f" ({told.day})"
    where = told.place or region
    place = readable(where.name if where else "") or NOWHERE
    return Entity(
        id=attack_id(told.day, place, readable(target or "") or called_by_kind, taken),
        name=name,
        kind=kind,
    )


def readable(words: str) -> str:
    """Words from which an id can be made; empty where there are none."""
    try:
        return slug_of(words)
    except CorpusError:
        return ""


def words_for(deeds: Sequence[Deed]) -> str:
    """What a text calls an attack most, besides by a noun for attacks."""
    found = Counter(one.called for one in deeds if one.called)
    return next((words for words, _ in found.most_common(1)), "")


def noun_for(deeds: Sequence[Deed]) -> str:
    """The noun that says how an attack was done; empty where none does."""
    found = Counter(one.word for one in deeds if one.noun and one.word in TELLING)
    return next((word for word, _ in found.most_common(1)), "")
