"""What proposes claims, as the benchmark of extraction calls it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from claimgraph.errors import ClaimgraphError
from claimgraph.extraction.known import Known
from claimgraph.extraction.names.common_names import also_called
from claimgraph.extraction.proposals import Proposals
from claimgraph.extraction.proposing import Rules, propose
from claimgraph.model import Article, Batch, Claim, TextSpan
from claimgraph.scoring.coded import CodedArticle, coded_articles, text_digest
from claimgraph.scoring.pairs import ClaimMatcher
from unpacking import coded_packs, read_packs

RULES: tuple[Rules, ...] = get_args(Rules)
Proposer = Callable[[Article], Proposals]


@dataclass(frozen=True, slots=True)
class System:
    """What is scored: its name, its proposals by the digests of texts."""

    name: str
    proposals: Mapping[str, CodedArticle]


def proposer(rules: Rules, known: Known) -> Proposer:
    """The rules of that kind; MissingExtraError where what they need is not there."""
    return lambda article: propose(article, known, rules)


def proposed_by(
    rules: Rules, gold: Iterable[CodedArticle], known: Known
) -> dict[str, CodedArticle]:
    """What rules propose for the articles of a coding whose texts are there.

    Of the header they get what a page tells besides its text: title, publisher, day.
    """
    propose = proposer(rules, known)
    proposed: dict[str, CodedArticle] = {}
    for one in gold:
        if one.article.text is None:
            continue
        article = replace(
            one.article, zones=(), retells=(), note=None, published_why=None
        )
        found = propose(article)
        check_quotes(found)
        batch = Batch(
            article=found.article,
            claims=found.claims,
            entities=(*found.entities, *found.known),
            known=known.entities.keys(),
        )
        # each by itself: what another article proposes under the same id is another's
        proposed |= {
            text_digest(each.article): each for each in coded_articles([batch])
        }
    return proposed


def check_quotes(found: Proposals) -> None:
    """ClaimgraphError where a quote does not stand at its place: no such may come."""
    text = found.article.text or ""
    for claim in found.claims:
        place = claim.selector
        whole = isinstance(place, TextSpan) and text[place.start : place.end]
        if whole != claim.quote or not claim.quote:
            raise ClaimgraphError(f"the quote of {claim.id} is not in {claim.article}")


def recorded(folder: Path, texts: Mapping[str, str]) -> list[System]:
    """The models whose answers are recorded, each a folder of packed articles."""
    folders = sorted(one for one in folder.glob("*") if one.is_dir())
    found: list[System] = []
    for one in folders:
        # each by itself, as rules are scored
        coded = [coded_packs([pack], texts)[0] for pack in read_packs(one)]
        by_text = {text_digest(each.article): as_given(each) for each in coded}
        found.append(System(one.name, by_text))
    return found


def as_given(coded: CodedArticle) -> CodedArticle:
    """What a reader of answers gives: listed entities with the names that news use."""
    entities = {key: also_called(one) for key, one in coded.entities.items()}
    return replace(coded, entities=entities)


def united(first: System, second: System) -> System:
    """What both propose; where both say the same, the first one's claim stands."""
    found: dict[str, CodedArticle] = {}
    for digest, one in first.proposals.items():
        other = second.proposals.get(digest)
        if other is not None:
            found[digest] = both_proposed(one, other)
    return System(f"{first.name} and {second.name}", found)


def both_proposed(one: CodedArticle, other: CodedArticle) -> CodedArticle:
    """One article with the claims of two codings, those that are one taken once."""
    matcher = ClaimMatcher(one, other)
    own = range(len(one.claims))
    more = [
        claim
        for at, claim in enumerate(other.claims)
        if not any(matcher.fits(mine, at, "mention-att") for mine in own)
    ]
    return replace(
        one,
        claims=(*one.claims, *more),
        entities={**other.entities, **one.entities},
        told=joined(one.told, other.told),
    )


def joined(
    one: Mapping[str, Sequence[Claim]], other: Mapping[str, Sequence[Claim]]
) -> Mapping[str, Sequence[Claim]]:
    """What two codings tell of each subject."""
    both = one.keys() | other.keys()
    return {key: [*one.get(key, ()), *other.get(key, ())] for key in both}
