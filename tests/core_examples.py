"""The examples of the lexicon as articles, and who stands in them."""

from collections import defaultdict
from functools import cache

from claimgraph.coding.names import KnownEntity
from claimgraph.extraction.candidates import Cast, ClaimCandidate
from claimgraph.extraction.ground import ground_of
from claimgraph.extraction.known import Known, known_among
from claimgraph.extraction.patterns.core import core_candidates
from claimgraph.extraction.proposing import sieve
from claimgraph.extraction.words.lexicon import Example
from claimgraph.model import Alias, Entity
from invented_articles import invented_article
from lexicon_cast import cast_names


@cache
def cast_of_examples() -> Known:
    """Those of cast.yaml as the entries of a corpus."""
    names = defaultdict[str, list[str]](list)
    for name, who in cast_names():
        names[who].append(name)
    entities = (
        Entity(id=who, name=held[0], aliases=tuple(map(Alias, held[1:])))
        for who, held in names.items()
    )
    return known_among(KnownEntity(one, "") for one in entities)


def found_in(text: str) -> tuple[Cast, list[ClaimCandidate]]:
    """Whom an example speaks of, and the candidates that patterns find in it."""
    ground = ground_of(invented_article(text, "2020-05-07"), cast_of_examples())
    return ground.cast(), list(core_candidates(ground, sieve()))


def is_found(relation: str, one: Example) -> bool:
    """Whether some candidate is the claim of an example."""
    cast, found = found_in(one.text)

    def named(who: str | None, words: tuple[str, ...]) -> bool:
        said = [
            one.text[span.start : span.end]
            for span in (cast[who].mentions if who is not None and who in cast else ())
        ]
        return not words or any(
            word in text or text in word for word in words for text in said
        )

    return any(
        candidate.relation == relation
        and candidate.polarity == one.polarity
        and any(
            named(first, one.subjects) and named(second, one.objects)
            for first, second in (
                (candidate.subject, candidate.object),
                (candidate.object, candidate.subject),
            )
        )
        for candidate in found
    )
