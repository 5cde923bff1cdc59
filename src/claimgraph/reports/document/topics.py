"""The short page of what is said about one entity, whose claims fall into topics."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, zip_longest

from claimgraph.analysis.corroboration import Corroboration
from claimgraph.analysis.discrepancies import Discrepancy, discrepancies
from claimgraph.model import Claim
from claimgraph.reports.document import points
from claimgraph.reports.document.about import claims_by, proposition_counts
from claimgraph.reports.document.brief import Draft, Wordings
from claimgraph.reports.document.ledgers import UNSETTLED
from claimgraph.reports.document.scope import Scope
from claimgraph.reports.document.status_words import status_name
from claimgraph.reports.document.wording import either_words
from claimgraph.safe_text import shell_word

SILENCES = "any of this", "pointedly keeps silent about it"
APART = ("conflict", "undecided")


def topic_points(topics: Iterable[Iterable[Wordings]]) -> Iterator[Wordings]:
    """The points of several topics, which take turns."""
    for turn in zip_longest(*topics):
        yield from (one for one in turn if one is not None)


def ranked_counts(scope: Scope, claims: Iterable[Claim]) -> list[Corroboration]:
    """The propositions that somebody supports, by what matters."""
    found = proposition_counts(scope, claims)
    return sorted(found, key=lambda one: points.rank(scope, one))


def ranked_points(scope: Scope, claims: Iterable[Claim]) -> list[Wordings]:
    """A point for each proposition that somebody supports, by what matters."""
    found = ranked_counts(scope, claims)
    return [points.proposition_point(scope, one) for one in found]


def denied_counts(scope: Scope, claims: Iterable[Claim]) -> list[Corroboration]:
    """Who denies what the claims are about, by what matters."""
    found = proposition_counts(scope, claims, "denied")
    return sorted(found, key=lambda one: points.rank(scope, one))


def figures_by_verdict(
    scope: Scope, subject: str
) -> tuple[list[Discrepancy], list[Discrepancy]]:
    """What is given for a subject: what cannot all hold or may not, and the rest."""
    found = discrepancies(scope.claims, scope.context, subject)
    apart = [one for one in found if one.verdict in APART]
    rest = [one for one in found if one.verdict not in APART]
    return apart, sorted(rest, key=lambda one: -one.independent)


def figure_points(scope: Scope, found: Sequence[Discrepancy]) -> list[Wordings]:
    """A point for each attribute that is a number or a day."""
    relations = scope.context.schema.relations
    return [
        points.figure_point(scope, one)
        for one in found
        if one.attribute in relations and relations[one.attribute].value is not None
    ]


def brief_about(
    scope: Scope,
    claims: Sequence[Claim],
    topic: Callable[[Claim], str],
    missing: Mapping[str, str],
    short: Iterable[Wordings],
    apart: Iterable[Discrepancy],
) -> Draft:
    """The short page on one entity: what it opens with, and all chapters behind it."""
    counts = proposition_counts(scope, claims)
    return Draft(
        short=short,
        sides=points.contested_points(scope, counts, denied_counts(scope, claims)),
        alone=points.alone_points(scope, counts),
        open=chain(
            points.withheld_points(scope, claims),
            (points.figure_point(scope, one) for one in apart),
        ),
        proposed=points.proposed_points(scope, claims),
        nobody=chain(
            silence_points(scope, claims, *SILENCES),
            missing_points(scope, claims, topic, missing),
        ),
    )


def nothing_points(scope: Scope, entity: str) -> Iterator[Wordings]:
    """What stands on the page of one of whom no claim is, and what to do then."""
    name = scope.told_name(entity)
    yield from points.plain_points(
        f"{scope.nobody} says anything of {name}. What was read and what is near it: "
        f"claimgraph search {shell_word(scope.name(entity))}."
    )


def unsettled_points(matter: str, status: str) -> Iterator[Wordings]:
    """That speakers differ, where a status says so."""
    if status in UNSETTLED:
        told = f"{matter} is {status_name(status)}, as told above."
        yield from points.plain_points(told)


def missing_points(
    scope: Scope,
    claims: Sequence[Claim],
    topic_of: Callable[[Claim], str],
    asked: Mapping[str, str],
) -> Iterator[Wordings]:
    """What nobody says: in one sentence each topic that no affirmed claim is of."""
    said = (one for one in claims if one.polarity == "affirmed")
    held = claims_by(said, topic_of)
    open_ones = [text for topic, text in asked.items() if text and topic not in held]
    if open_ones:
        told = f"{scope.nobody} says {either_words(open_ones)}."
        yield from points.plain_points(told)


def silence_points(
    scope: Scope, claims: Sequence[Claim], denied: str, silent: str
) -> Iterator[Wordings]:
    """Whether nobody denies what is `denied`, and nobody does what is `silent`."""
    polarities = {one.polarity for one in claims}
    acts = {"denied": f"denies {denied}", "withheld": silent}
    missing = [act for polarity, act in acts.items() if polarity not in polarities]
    if missing:
        yield from points.plain_points(f"{scope.nobody} {either_words(missing)}.")
