"""What several corpora say of one entity, united: the rule stands here alone.

Whoever loads, checks, reads back or verifies asks here, so that the outcome hangs on
the definitions alone and not on their order.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TypeVar

from claimgraph.errors import ClaimgraphError
from claimgraph.ids import id_prefix
from claimgraph.model import Alias, Definition, Entity

# of these, two may have one name: something must say that both corpora mean the same
STRANGERS = ("attack", "person")
# what a graph can only say once, though corpora may say it differently
DECIDED = ("name", "kind", "description", "within", "lat", "lon")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Why the definitions of one entity cannot be united.

    `definition` is the one whose file is to be looked at first.
    """

    definition: Definition
    reason: str


def brought_definitions(entity: Entity, corpus: str) -> list[Definition]:
    """What articles of a corpus bring of an entity: what it and those it uses say."""
    needed_by = (corpus,)
    own = [one for one in entity.definitions if corpus in one.needed_by]
    if own:
        return [replace(one, needed_by=needed_by) for one in own]
    bare = replace(entity, definitions=()) if entity.definitions else entity
    return [Definition(corpus=corpus, entity=bare, needed_by=needed_by)]


def entity_for(entity: Entity, corpora: Iterable[str]) -> Entity:
    """The entity as it is where just articles of these corpora need it."""
    found: list[Definition] = []
    for corpus in corpora:
        coming = brought_definitions(entity, corpus)
        found = merged_definitions(found, coming, corpus)
    return united_entity(found)


def merged_definitions(
    held: Iterable[Definition], coming: Iterable[Definition], corpus: str
) -> list[Definition]:
    """What is held once articles of a corpus bring just those that come, by corpus."""
    found: dict[str, Definition] = {}
    for one in held:
        others = tuple(name for name in one.needed_by if name != corpus)
        if others:
            found[one.corpus] = replace(one, needed_by=others)
    for one in coming:
        before = found[one.corpus].needed_by if one.corpus in found else ()
        needed_by = tuple(sorted({corpus, *before}))
        found[one.corpus] = replace(one, needed_by=needed_by)
    return [found[name] for name in sorted(found)]


def united_entity(definitions: Sequence[Definition]) -> Entity:
    """The entity that the definitions, of which there is one at least, come to.

    What can be said once says the first that says it; names and outside ids are united.
    """
    if len(definitions) == 1:
        return replace(definitions[0].entity, definitions=tuple(definitions))
    held = tuple(sorted(definitions, key=lambda one: one.corpus))
    told = [one.entity for one in ranked_definitions(held)]
    first = told[0]
    placed = [one for one in told if (one.lat, one.lon) != (None, None)] or told
    return replace(
        first,
        aliases=united_aliases(told),
        kind=first_given(one.kind for one in told),
        description=first_given(one.description for one in told),
        ids=tuple(sorted(dict(pair for one in told[::-1] for pair in one.ids).items())),
        within=first_given(one.within for one in told),
        lat=placed[0].lat,
        lon=placed[0].lon,
        definitions=held,
    )


def ranked_definitions(definitions: Iterable[Definition]) -> list[Definition]:
    """A corpus before those that it uses, else by name."""
    left = sorted(definitions, key=lambda one: one.corpus)
    found: list[Definition] = []
    while left:
        used = {name for one in left for name in one.uses if name != one.corpus}
        free = (one for one in left if one.corpus not in used)
        found.append(next(free, left[0]))
        left.remove(found[-1])
    return found


def first_given(values: Iterable[T | None]) -> T | None:
    """The first value that is there."""
    return next((value for value in values if value is not None), None)


def united_aliases(told: Sequence[Entity]) -> tuple[Alias, ...]:
    """The other names in the order of the corpora; a mark that one gives holds."""
    first, *others = told
    found = list(first.aliases)
    for entity in others:
        for alias in (Alias(entity.name), *entity.aliases):
            known = [one.name for one in found]
            if alias.name in known:
                place = known.index(alias.name)
                found[place] = Alias(
                    alias.name,
                    alias.case_exact or found[place].case_exact,
                    alias.ambiguous or found[place].ambiguous,
                )
            elif alias.name != first.name:
                found.append(alias)
    return tuple(found)


def defined_entity(entity: Entity, definitions: Sequence[Definition]) -> Entity:
    """The entity of a file with what each corpus says of it, as the file has both.

    ClaimgraphError where the one does not follow from the others.
    """
    if not definitions:
        return entity
    names = [one.corpus for one in definitions]
    wrong = contradiction_in(definitions)
    if wrong is not None:
        raise ClaimgraphError(wrong.reason, key="definitions")
    if len({*names}) < len(names):
        raise ClaimgraphError("name one corpus twice", key="definitions")
    united = united_entity(definitions)
    if united != entity:
        reason = f"are not those of {entity.id} as it stands here: they come to others"
        raise ClaimgraphError(reason, key="definitions")
    return replace(united, where=entity.where)


def is_plain(entity: Entity) -> bool:
    """Whether only the corpus of the articles that need it defines an entity."""
    return len(entity.definitions) < 2 and all(
        not one.uses and one.needed_by == (one.corpus,) for one in entity.definitions
    )


def contradiction_in(definitions: Sequence[Definition]) -> Contradiction | None:
    """What keeps the definitions of one entity from being united, if anything does."""
    ranked = ranked_definitions(definitions)
    known = {one.corpus for one in ranked}
    for left, right in combinations(ranked, 2):
        reason = unlike_words(left, right) or stranger_words(left, right, known)
        if reason:
            placed = [one for one in (left, right) if one.entity.where is not None]
            return Contradiction((placed or [left])[0], reason)
    return None


def unlike_words(left: Definition, right: Definition) -> str:
    """Where two definitions contradict each other, in words; empty where nowhere."""
    one, other = left.entity, right.entity
    numbers = dict(other.ids)
    for scheme, number in one.ids:
        if numbers.get(scheme, number) != number:
            return (
                f"{one.id} has two numbers for the outside id {scheme}: {number} in "
                f"{told_in(left)}, {numbers[scheme]} in {told_in(right)}; correct one, "
                "or give one of the two another id"
            )
    for key, yes, no in (
        ("unnamed", "is unnamed", "has a name"),
        ("collective", "is a plural (`collective`)", "is no plural"),
    ):
        if getattr(one, key) != getattr(other, key):
            words = (yes, no) if getattr(one, key) else (no, yes)
            return (
                f"{one.id} {words[0]} in {told_in(left)}, and {words[1]} in "
                f"{told_in(right)}: make both equal, or give one of the two another id"
            )
    return ""


def stranger_words(left: Definition, right: Definition, known: set[str]) -> str:
    """That nothing says that two people or attacks are one, where that is so."""
    own = left.entity.id
    joined = (
        id_prefix(own) not in STRANGERS
        or left.corpus in right.uses
        or right.corpus in left.uses
        or not known.isdisjoint({*left.uses} & {*right.uses})
        or not {*left.entity.ids}.isdisjoint(right.entity.ids)
    )
    if joined:
        return ""
    sort = "people" if id_prefix(own) == "person" else "attacks"
    return (
        f"{own} is defined in {told_in(left)} and in {told_in(right)}, and nothing "
        f"says that both mean the same: two {sort} may be called alike. If they are "
        "one, let one corpus use the other (`uses` in corpus.yaml) or give both one "
        "outside id (`ids`); else give one of the two another id: a judgement can "
        "still say that two ids are one"
    )


def told_in(definition: Definition) -> str:
    """Where a definition stands: file and line, or the corpus that is loaded."""
    where = definition.entity.where
    if where is None:
        return f"entities/ of corpus {definition.corpus} (loaded)"
    return f"{where.file}:{where.line} (corpus {definition.corpus})"


def differing_values(
    definitions: Sequence[Definition],
) -> Iterator[tuple[str, list[tuple[str, object]]]]:
    """Each key of which corpora give several values: the first stands, by corpus."""
    ranked = ranked_definitions(definitions)
    for key in DECIDED:
        given = [(one.corpus, getattr(one.entity, key)) for one in ranked]
        given = [(corpus, value) for corpus, value in given if value is not None]
        if len({value for _, value in given}) > 1:
            yield key, given
