"""Each claim of a sentence once, and none that another one says better."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimgraph.extraction.candidates import ClaimCandidate
from claimgraph.ids import id_prefix
from claimgraph.schema import load_schema

PEOPLE = ("community", "person")


def unique(candidates: Iterator[ClaimCandidate]) -> list[ClaimCandidate]:
    """Each claim of a sentence once: the one that says more of it."""
    found: dict[tuple[str | None, ...], ClaimCandidate] = {}
    symmetric: Mapping[str, bool] = {
        name: one.symmetric for name, one in load_schema().relations.items()
    }
    for one in candidates:
        ends = (one.subject, one.object)
        if symmetric[one.relation]:
            ends = (
                min(one.subject, one.object or ""),
                max(one.subject, one.object or ""),
            )
        key = (one.relation, *ends, one.polarity, str(one.value))
        held = found.get(key)
        if held is None or better(one, held):
            found[key] = one
    plain = without_ranks(without_echoes(list(without_bystanders(found.values()))))
    return without_ties(plain)


def without_echoes(found: Sequence[ClaimCandidate]) -> list[ClaimCandidate]:
    """The candidates without those that only repeat what a group says it did."""
    own = [
        one
        for one in found
        if one.speakers
        and one.speakers[-1].holder == one.object
        and one.polarity == "affirmed"
        and load_schema().relations[one.relation].source == ("Attack",)
    ]
    return [
        one
        for one in found
        if not any(
            one.relation != told.relation
            and (one.subject, one.object) == (told.subject, told.object)
            and one.polarity == told.polarity
            and told.quote.start <= one.quote.start
            and one.quote.end <= told.quote.end
            for told in own
        )
    ]


def without_ties(found: Sequence[ClaimCandidate]) -> list[ClaimCandidate]:
    """The candidates without a mere tie of two of whom more is told.

    Who is a part of another, swore to him, or is helped by him, has no tie besides.
    """
    more = {
        frozenset((one.subject, one.object))
        for one in found
        if one.polarity == "affirmed" and not is_mere_tie(one)
    }
    return [
        one
        for one in found
        if not is_mere_tie(one) or frozenset((one.subject, one.object)) not in more
    ]


def is_mere_tie(one: ClaimCandidate) -> bool:
    """Whether a candidate tells of two only that they have to do with each other."""
    relation = load_schema().relations[one.relation]
    return relation.tie is None and relation.symmetric


def without_ranks(found: Sequence[ClaimCandidate]) -> list[ClaimCandidate]:
    """The candidates without the rank of whoever is told to head the same body."""
    relations = load_schema().relations
    heads = {
        (one.object, one.subject)
        for one in found
        if relations[one.relation].target == ("Person",) and one.role is not None
        if one.polarity == "affirmed" and not one.former
    }
    return [
        one
        for one in found
        if one.role is None or (one.subject, one.object) not in heads
    ]


def better(one: ClaimCandidate, held: ClaimCandidate) -> bool:
    """Whether a candidate says more than another of the same claim."""
    more = (len(one.speakers), one.kind is not None or one.role is not None)
    return more > (len(held.speakers), held.kind is not None or held.role is not None)


def without_bystanders(found: Iterable[ClaimCandidate]) -> Iterator[ClaimCandidate]:
    """The candidates without what is told of a deed in a better way.

    Who was killed where something else was hit is its toll; what was hit is no place
    where it was, too.
    """
    relations = load_schema().relations
    every = list(found)
    hits = [one for one in every if "Community" in relations[one.relation].target]
    for one in every:
        rivals = [other for other in hits if other.subject == one.subject]
        if one in hits:
            things = [each for each in rivals if each.rule != one.rule]
            aimed = any(id_prefix(each.object or "") not in PEOPLE for each in things)
            outdone = aimed and id_prefix(one.object or "") in PEOPLE
        else:
            place = relations[one.relation].compared == "place"
            outdone = place and any(each.object == one.object for each in rivals)
        if not outdone:
            yield one
