"""The short page on a group: its attacks, each topic in turn, and what it denies."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from claimgraph.analysis.acts import ATTRIBUTED, CLAIMED
from claimgraph.analysis.corroboration import Corroboration
from claimgraph.analysis.pair_status import LINK
from claimgraph.analysis.strength import STRONG
from claimgraph.date_words import day_words
from claimgraph.model import Claim
from claimgraph.reports.document import Sentence, points, topics
from claimgraph.reports.document.about import claim_ids, claims_by
from claimgraph.reports.document.brief import Draft, Wordings
from claimgraph.reports.document.grammar import with_capital
from claimgraph.reports.document.groups import by_weight, speakers_of
from claimgraph.reports.document.lines import is_many
from claimgraph.reports.document.scope import Scope, accepted_claims
from claimgraph.reports.document.wording import count_of, some_words, verb_for

# in this order the page tells of them
TOPICS = (
    "leaders",
    "parts",
    LINK,
    "supporters",
    "rivals",
    "other",
)
# as many attacks stand in one point
ATTACKS = 4

# what nobody says of a group, behind "says"
MISSING = {
    "leaders": "who leads it",
    "parts": "that it has parts or is part of another",
    LINK: "that it is linked to another",
    "supporters": "that it gets or gives help",
    "rivals": "that it has rivals",
    CLAIMED: "that it takes responsibility for an attack",
    ATTRIBUTED: "that it carried out an attack",
    "figures": "how many people it has",
}


def brief(
    scope: Scope,
    group: str,
    about: Sequence[Claim],
    topic: Callable[[Claim], str],
    deeds: Sequence[Claim],
    denials: Sequence[Claim],
) -> Draft:
    """The short page: its attacks, each topic in turn, what is denied and missing.

    `deeds` name its cells and members for attacks, `denials` are its own.
    """
    name = scope.told_name(group)
    called, number = with_capital(name), 2 if is_many(group, scope.context) else 1
    if not about:
        return Draft(short=topics.nothing_points(scope, group))
    held = claims_by(about, topic)
    apart, figures = topics.figures_by_verdict(scope, group)
    blame = (
        (held.get(ATTRIBUTED, ()), f"{called} {verb_for(number, 'is', 'are')} named"),
        (
            held.get(CLAIMED, ()),
            f"{called} {verb_for(number, 'takes', 'take')} responsibility",
        ),
        (deeds, "Its cells or members are named"),
    )
    told = [[*attack_points(scope, group, *one)] for one in blame]
    told += [topics.ranked_points(scope, held[one]) for one in TOPICS if one in held]
    told.append(topics.figure_points(scope, figures))
    opening = points.plain_points(
        f"{scope.counted_words(about)}, "
        f"{verb_for(len(about), 'is', 'are')} about {name}."
    )
    short = chain(opening, topics.topic_points(told))
    found = topics.brief_about(scope, about, topic, MISSING, short, apart)
    counted = accepted_claims(one for one in denials if one.modality != "hypothetical")
    sides = chain(found.sides, denial_points(scope, counted))
    others_deny = not denials and any(one.polarity == "denied" for one in about)
    silent = points.plain_points(*[f"{in_group(scope)} denies anything."] * others_deny)
    return replace(found, sides=sides, nobody=chain(silent, found.nobody))


def in_group(scope: Scope) -> str:
    """What stands before what nobody in the group says."""
    return f"{scope.nobody.removesuffix(' here')} in this group"


def attack_points(
    scope: Scope, group: str, claims: Iterable[Claim], before: str
) -> Iterator[Wordings]:
    """For which attacks it is named, and by whom: those that most speak of first."""
    found = topics.ranked_counts(scope, claims)
    found.sort(key=lambda one: attack_rank(scope, one))
    if not found:
        return
    told = "; ".join(attacks_words(scope, group, found[:ATTACKS]))
    more = f"; and {len(found) - ATTACKS} more" if len(found) > ATTACKS else ""
    text = f"{before} for {count_of(len(found), 'attack')}: {told}{more}."
    ids = [claim for one in found for claim in points.best_of(scope, one)]
    yield tuple(
        Sentence(text, tuple(dict.fromkeys((one, *ids))))
        for one in ids[: points.WORDINGS]
    )


def attack_rank(scope: Scope, found: Corroboration) -> tuple[int, ...]:
    """What comes first: strongly said, by several, one attack, of a group, often."""
    entity = scope.context.entities.get(found.proposition.subject)
    best = scope.known[points.best_of(scope, found)[0]]
    weak = best.modality not in STRONG
    series = entity is not None and entity.kind == "series"
    single = (found.proposition.object or "").startswith("person/")
    return weak, -found.independent, series, single, -len(found.supporting)


def attacks_words(
    scope: Scope, group: str, some: Iterable[Corroboration]
) -> Iterator[str]:
    """Each attack with who names whom for it, and when; the same doer only once."""
    last = group
    for one in some:
        doer = one.proposition.object or group
        named = "the same" if doer == last else scope.told_name(doer)
        yield attack_words(scope, one, "" if doer == group else f"{named} for ")
        last = doer


def attack_words(scope: Scope, found: Corroboration, doer: str) -> str:
    """An attack with by whom, how strongly and when it is laid on a doer."""
    best = scope.line(points.best_of(scope, found)[0])
    groups = by_weight(found)
    speakers = [scope.told_name(speakers_of(scope, one.claims)[0]) for one in groups]
    said = f"said {day_words(best.said)}" if best.said else "not dated"
    by = f"by {some_words(speakers, 2)} ({best.modality}, {said})"
    return f"{doer}{scope.told_name(found.proposition.subject)}, {by}"


def denial_points(scope: Scope, denials: Iterable[Claim]) -> Iterator[Wordings]:
    """What the group denies, or those who belong to it."""
    for one in points.best_first(scope, claim_ids(denials)):
        yield (points.told_point(scope, one, "Its own denial: "),)
