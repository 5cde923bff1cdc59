"""What a reviewer picks from: who is meant, of which kind, and what the words are."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from claimgraph.coding.drafts import ClaimDraft
from claimgraph.coding.entries import Wanted
from claimgraph.errors import GateError
from claimgraph.flat import entity_ids
from claimgraph.folding import fold
from claimgraph.ids import id_prefix
from claimgraph.model import Entity
from claimgraph.passages import occurrences
from claimgraph.safe_text import on_one_line
from claimgraph.schema import load_schema

__all__ = ["PickLine", "entity_options", "lines_with", "make_entity", "passage_keys"]

# a name of fewer letters stands in too many words
LEAST = 3


@dataclass(frozen=True, slots=True)
class PickLine:
    """One line of a list: what it stands for, what is shown, and what is looked in."""

    value: str
    shown: str
    hint: str = ""
    words: str = ""


def entity_options(draft: ClaimDraft, prefixes: Collection[str]) -> list[PickLine]:
    """Who may be meant: those of the article's claims first, then those in its text."""
    told = entity_ids(*draft.coded)
    text = draft.article.text or ""
    # one that a reader makes is offered only where a claim names it
    fitting = [
        one
        for one in draft.entities.values()
        if id_prefix(one.id) in prefixes and (one.where is not None or one.id in told)
    ]
    ranked = sorted(fitting, key=lambda one: (rank(one, told, text), one.name, one.id))
    named = Counter(fold(one.name) for one in ranked)
    return [option_of(one, several=named[fold(one.name)] > 1) for one in ranked]


def rank(entity: Entity, told: Collection[str], text: str) -> int:
    """Where an entity belongs: among the claims, in the text, or anywhere else."""
    if entity.id in told:
        return 0
    named = any(len(name) >= LEAST and name in text for name in entity.names)
    return 1 if named else 2


def option_of(entity: Entity, *, several: bool = False) -> PickLine:
    """An entity as a line of a list; where several have its name, with its id."""
    words = fold(" ".join([*entity.names, entity.id]))
    kind = load_schema().by_prefix[id_prefix(entity.id)].label.lower()
    hint = f"{kind} {entity.id}" if several else kind
    return PickLine(entity.id, on_one_line(entity.name), hint, words)


def lines_with(options: Sequence[PickLine], typed: str, most: int) -> list[PickLine]:
    """The first options that hold all words of what was typed."""
    asked = fold(typed).split()
    found: list[PickLine] = []
    for one in options:
        held = one.words or fold(f"{one.shown} {one.hint}")
        if all(word in held for word in asked):
            found.append(one)
            if len(found) == most:
                break
    return found


def make_entity(draft: ClaimDraft, prefix: str, name: str) -> str | list[str]:
    """The id of a new entity, written with the claim; else why it cannot be."""
    unnamed = draft.article.id if name[:1].islower() and " " in name else None
    try:
        made = draft.add_entry(Wanted(prefix=prefix, name=name, unnamed_in=unnamed))
    except GateError as error:
        return [one.reason for one in error.problems]
    return made.id


def passage_keys(draft: ClaimDraft, start: int, end: int) -> dict[str, object]:
    """The keys that say where a passage of the article stands."""
    text = draft.article.text or ""
    words = text[start:end]
    places = occurrences(text, words)
    if len(places) < 2 or start not in places:
        return {"quote": words}
    return {"quote": words, "nth": places.index(start) + 1}
