"""The short page on a link of two: each side by its speakers, and what else is said."""

from collections.abc import Iterator
from functools import partial
from itertools import chain

from claimgraph.analysis.corroboration import Corroboration
from claimgraph.analysis.fragility import fragility
from claimgraph.analysis.ledger import Ledger
from claimgraph.analysis.pair_status import LINK
from claimgraph.model import Claim
from claimgraph.reports.document import points, topics
from claimgraph.reports.document.about import proposition_counts
from claimgraph.reports.document.brief import Draft, Wordings
from claimgraph.reports.document.groups import groups_words
from claimgraph.reports.document.scope import Scope
from claimgraph.reports.document.status_words import status_words
from claimgraph.reports.document.wording import count_of, list_words
from claimgraph.safe_text import shell_word

SILENCES = "a link between the two", "declines to say whether there is a link"
MISSING = {
    "rivals": "that the two are rivals",
    "supporters": "that one helps the other",
    "parts": "that one is part of the other",
}


def brief(
    scope: Scope,
    pair: tuple[str, str],
    found: Corroboration,
    against: Corroboration,
    rows: Ledger,
) -> Draft:
    """The short page: how it stands, what else is said, each side by its groups."""
    between = [one for one in scope.claims if scope.ends(one) == set(pair)]
    rest = [one for one in between if one.relation != LINK]
    links = [one for one in between if one.relation == LINK]
    if not between:
        return Draft(short=apart_points(scope, pair))
    counts = proposition_counts(scope, rest)
    sides = (
        points.group_points(scope, found, "For: "),
        points.group_points(scope, against, "Against: "),
    )
    told = status_words(scope, rows), side_counts(scope, found, against)
    return Draft(
        short=chain(points.plain_points(*told), topics.ranked_points(scope, rest)),
        sides=chain(
            topics.topic_points(sides),
            points.contested_points(scope, counts, topics.denied_counts(scope, rest)),
        ),
        alone=chain(
            points.plain_points(*carried_words(scope, found)),
            kinds_alone(scope, found),
            points.alone_points(scope, counts),
        ),
        open=chain(
            points.withheld_points(scope, between),
            topics.unsettled_points("A link", rows.status),
        ),
        proposed=points.proposed_points(scope, between),
        nobody=chain(
            topics.missing_points(scope, rest, partial(family_of, scope), MISSING),
            topics.silence_points(scope, links, *SILENCES),
        ),
    )


def apart_points(scope: Scope, pair: tuple[str, str]) -> Iterator[Wordings]:
    """What stands on the page of two whom no claim ties, and what to do then."""
    left, right = scope.names(pair)
    yield from points.plain_points(
        f"No claim here is about {scope.told_name(pair[0])} and "
        f"{scope.told_name(pair[1])} together. Who stands between them: "
        f"claimgraph ask network/paths from={shell_word(left)} to={shell_word(right)}."
    )


def family_of(scope: Scope, claim: Claim) -> str:
    """The tie that a claim makes between the two."""
    return scope.context.family(claim.relation) or claim.relation


def side_counts(scope: Scope, found: Corroboration, against: Corroboration) -> str:
    """How many speak for the link, and how many against it."""
    sides = counted_words(scope, found, "for"), counted_words(scope, against, "against")
    return f"{'; '.join(sides)}."


def counted_words(scope: Scope, found: Corroboration, side: str) -> str:
    """How many speak for or against the link."""
    if not found.reports:
        none = f"{scope.no_accepted} speaks for a link", f"{scope.none_here} denies it"
        return none[side == "against"]
    counted = f"{count_of(found.reports, 'claim')}, by {groups_words(scope, found)}"
    return f"For a link: {counted}" if side == "for" else f"{side}: {counted}"


def carried_words(scope: Scope, found: Corroboration) -> Iterator[str]:
    """Whether the link falls with a few speakers."""
    if not found.supporting:
        return
    sets = fragility(
        scope.alike.get(found.proposition, ()), scope.context, found.proposition
    )
    if not sets.sets:
        yield (
            f"Whichever {count_of(sets.searched_to, 'speaker')} are left out, somebody "
            "still speaks for the link."
        )
        return
    told = [list_words(list(map(scope.told_name, one))) for one in sets.sets[:2]]
    more = len(sets.sets) - len(told)
    sets_of = f"; so it is without {count_of(more, 'other set')} of speakers"
    names = ", or without ".join(told)
    without = f"Without {names}, {scope.none_here} speaks for the link"
    yield f"{without}{sets_of * bool(more)}."


def kinds_alone(scope: Scope, found: Corroboration) -> Iterator[Wordings]:
    """The kinds of link that one independent group alone speaks of."""
    kinds: dict[str, dict[str, list[str]]] = {}
    for group in found.groups:
        for one in group.claims:
            kind = scope.known[one].kind
            if kind is not None:
                kinds.setdefault(kind, {}).setdefault(group.key, []).append(one)
    for kind, by_group in sorted(kinds.items()):
        if len(by_group) == 1:
            (ids,) = by_group.values()
            before = f"Of {kind.replace('-', ' ')} one alone speaks: "
            yield tuple(
                points.told_point(scope, one, before)
                for one in points.best_first(scope, ids)
            )
