"""Names that an article explains itself: surnames, letters, "the Front"."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from claimgraph.extraction.names.known_mentions import Found, distinct, has_group_word
from claimgraph.extraction.names.mention import Mention
from claimgraph.extraction.names.name_index import OWN, NameOf
from claimgraph.extraction.names.people import surnames_of
from claimgraph.extraction.names.phrases import HEADS
from claimgraph.extraction.words.name_words import is_common
from claimgraph.folding import fold
from claimgraph.ids import id_prefix
from claimgraph.model import Alias, Entity

# of a group that is called so, the words before may be its name, too
PLAIN_HEADS = ("network", "group")
# a surname that is shorter is a word
SHORTEST_SURNAME = 3


def short_names(
    people: Iterable[tuple[Entity, str]], groups: Iterable[tuple[Entity, str]]
) -> Iterator[NameOf]:
    """The surnames of people, and "the Front" where one group alone is called so.

    All come with a name that the article has for them.
    """
    people = list(people)
    for one, name in people:
        for last in surnames_of(name):
            if len(last) >= SHORTEST_SURNAME:
                yield NameOf(one, Alias(last), OWN)
    yield from first_names(people)
    headed = defaultdict[str, dict[str, Entity]](dict)
    for one, name in groups:
        for short in short_group_names(name):
            headed[short][one.id] = one
    for head, entities in headed.items():
        if len(entities) == 1:
            yield NameOf(next(iter(entities.values())), Alias(head), OWN)


def first_names(people: Iterable[tuple[Entity, str]]) -> Iterator[NameOf]:
    """The first names of those of one family, who are told apart by them."""
    families = defaultdict[str, dict[str, dict[str, Entity]]](dict)
    for one, name in people:
        first, *others = name.split()
        if others and id_prefix(one.id) == "person":
            family = families[fold(others[-1])]
            family.setdefault(first, {})[one.id] = one
    for family in families.values():
        for first, called in family.items():
            alone = len(family) > 1 and len(called) == 1
            if (
                alone
                and len(first) >= SHORTEST_SURNAME
                and not is_common([fold(first)])
            ):
                yield NameOf(next(iter(called.values())), Alias(first), OWN)


def short_group_names(name: str) -> Iterator[str]:
    """What else a group is called: by what it is, or by the words before that."""
    *first, last = name.split()
    if first and last.lower() in HEADS and last[0].isupper():
        yield last
    if first and last.lower() in PLAIN_HEADS:
        rest = " ".join(first)
        if not is_common(fold(rest).split()):
            yield rest


def meant_here(
    found: Iterable[Found], listed: Sequence[Mention], known: Collection[str]
) -> Iterator[Mention]:
    """Whom such names mean: of several people the one who was named whole last."""
    whole = [
        (one.span.start, one.entity)
        for one in listed
        if one.prefix == "person" and one.span.end - one.span.start > len(surname(one))
    ]
    for one in found:
        entity = meant_of(one, whole)
        if entity is None:
            continue
        mention = Mention(one.span, entity, known=entity.id in known)
        if mention.prefix == "person" and one.hit.last - one.hit.first > 1:
            whole.insert(
                bisect_left(whole, one.hit.start, key=lambda pair: pair[0]),
                (one.hit.start, entity),
            )
        yield mention


def surname(one: Mention) -> str:
    """The last word of a name."""
    return one.entity.name.split()[-1]


def meant_of(found: Found, whole: Sequence[tuple[int, Entity]]) -> Entity | None:
    """Who is meant by one name; None where that is open."""
    entities = distinct(one.entity for one in found.names)
    if len(entities) > 1:
        # a family and the group that is called by it
        groups = [one for one in entities if id_prefix(one.id) == "group"]
        others = [one for one in entities if id_prefix(one.id) != "group"]
        entities = (groups if is_group(found) else others) or entities
    if len(entities) > 1:
        at = bisect_left(whole, found.hit.start, key=lambda pair: pair[0])
        before = (one for _, one in reversed(whole[:at]) if one in entities)
        entities = [one for one in [next(before, None)] if one is not None]
    return entities[0] if len(entities) == 1 else None


def is_group(found: Found) -> bool:
    """Whether words beside the name of a family tell that a group is meant."""
    hit, text = found.hit, found.passage.text
    before = text[max(hit.start - 4, 0) : hit.start].lower()
    return has_group_word(found) or before.endswith(("-", "the "))
