"""From the words of a newcomer to what can be asked: questions, entities, articles."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from claimgraph.api.naming import entities_called, entity_names
from claimgraph.api.searching import search
from claimgraph.cypher import lookups
from claimgraph.entity_names import EVENT, NamedEntity
from claimgraph.folding import fold
from claimgraph.library import Question
from claimgraph.library.word_search import (
    FILLERS,
    main_words,
    questions_about,
    spoken_of,
)
from claimgraph.store.base import Store

# entities of which more is said
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Pointers:
    """Where some words lead.

    `spoken` are those of which the questions speak, `others` the rest, by which
    entities are called, or else by all words: `called` are these. `speaking` are the
    ids of those on whose word claims stand, `told` of those of whom claims tell;
    `guess` is the best question with an entity that it takes. `in_articles` tells
    whether quotes, names or articles hold all words; it is only looked for where
    nothing else is found.
    """

    questions: list[Question]
    spoken: list[str]
    called: str
    entities: list[NamedEntity]
    told: frozenset[str]
    speaking: frozenset[str]
    guess: str
    in_articles: bool

    @property
    def few_attacks(self) -> bool:
        """Whether the words tell some attacks from all others."""
        return 0 < sum(one.prefix == EVENT for one in self.entities) <= SHOWN


def pointers(store: Store | None, text: str) -> Pointers:
    """Where the words of a text lead in the library, and in a graph if there is one."""
    known = [] if store is None else entity_names(store)
    name, rest = name_within(known, text)
    found = questions_about(rest)
    spoken = spoken_of(found, rest)
    others = name or " ".join(one for one in main_words(text) if one not in spoken)
    called = others or text
    entities = entities_called(known, called)
    if not entities:
        called, entities = text, entities_called(known, text)
    held = False
    if store is not None and not found and not entities:
        hits = search(store, " ".join(main_words(text)), limit=1)
        held = bool(hits.quotes or hits.names or hits.articles)
    sure = [one for one in entities[:1] if others and is_called(one, called)]
    entities.sort(key=lambda one: (not is_called(one, called), one.prefix != EVENT))
    told, speaking = (
        (frozenset[str](), frozenset[str]())
        if store is None
        else parts_in_claims(store, [one.id for one in entities[:SHOWN]])
    )
    guess = best_guess(found, sure)
    return Pointers(found, spoken, called, entities, told, speaking, guess, held)


def is_called(one: NamedEntity, words: str) -> bool:
    """Whether some name of an entity has no other words than these."""
    typed = {*fold(words).split()} | FILLERS
    return any(name and {*name.split()} <= typed for name in one.folded)


def parts_in_claims(
    store: Store, ids: list[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Of whom claims tell, and on whose word some stand."""
    rows = list(store.read(lookups.PARTS_IN_CLAIMS, {"ids": ids}))
    told = frozenset(str(row["id"]) for row in rows if row["told"])
    return told, frozenset(str(row["id"]) for row in rows if row["speaks"])


def name_within(known: Iterable[NamedEntity], text: str) -> tuple[str, str]:
    """The longest whole name of an entity in a text, and the other words.

    No name where it leaves no word that could tell a question.
    """
    asked = f" {fold(text)} "
    names = {name for one in known for name in one.folded if name}
    within = [name for name in names if f" {name} " in asked]
    name = max(within, key=lambda one: (len(one), one), default="")
    rest = asked.replace(f" {name} ", " ") if name else ""
    return (name, rest) if {*rest.split()} - FILLERS else ("", text)


def best_guess(found: list[Question], entities: list[NamedEntity]) -> str:
    """A question that can be asked with the first entity alone; else empty.

    The first that must have an entity goes before those that may.
    """
    asked = sorted(
        found, key=lambda one: not any(own.required for own in one.parameters)
    )
    for one, question in product(entities[:1], asked):
        taken = [
            parameter
            for parameter in question.parameters
            if parameter.kind == "entity"
            and (not parameter.prefixes or one.prefix in parameter.prefixes)
        ]
        needed = [parameter for parameter in question.parameters if parameter.required]
        if taken and needed in ([], taken[:1]) and question.draws is None:
            return f"{question.name} {taken[0].name}={one.id}"
    return ""
