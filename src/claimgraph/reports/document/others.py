"""Who else speaks for what a claim says, and who says it otherwise."""

from collections.abc import Sequence

from claimgraph.analysis.context import Context
from claimgraph.analysis.corroboration import Corroboration, OriginGroup
from claimgraph.analysis.values import Scale, compare, value_of
from claimgraph.model import Claim
from claimgraph.reports.document.groups import by_weight, lead, speakers_of
from claimgraph.reports.document.scope import Scope
from claimgraph.reports.document.wording import (
    HIDDEN,
    count_of,
    some_words,
    verb_for,
)

# what those say who give another value of one proposition, by what is compared
OTHERWISE = {
    "sum": ("gives another number", "give another number"),
    "count": ("gives another number", "give another number"),
    "day": ("gives another day", "give another day"),
}
OTHER_KIND = ("names another kind or none", "name another kind or none")
OTHER_ROLE = ("names another role or none", "name another role or none")


def others_words(scope: Scope, found: Corroboration, one: str) -> str:
    """Who else speaks for a claim, and who says it otherwise, or that nobody does.

    Those whom the articles hide are counted apart. Somebody who gives another number,
    day, kind or role for the same proposition does not speak for the claim.
    """
    mine = next((group for group in found.groups if one in group.claims), None)
    rest = [group for group in by_weight(found) if group is not mine]
    hidden = len(set(found.hidden) - {one} - set(mine.claims if mine else ()))
    aside = f"; {count_of(hidden, 'more claim')} by {HIDDEN}"
    word = "for" if found.polarity == "affirmed" else "against"
    claim = scope.known[one]
    alike = [group for group in rest if speaks_alike(scope, claim, group)]
    apart = [group for group in rest if group not in alike]
    other = "other independent" if mine else "independent"
    text = ""
    if alike:
        groups = verb_for(len(alike), "group speaks", "groups speak")
        names = group_names(scope, alike)
        text = f"; {len(alike)} {other} {groups} {word} it: {names}"
    if apart:
        group = verb_for(len(apart), "group", "groups")
        counted = len(apart) if alike else f"{len(apart)} {other} {group}"
        verbs = verb_for(len(apart), *otherwise(claim, scope.context))
        text += f"; {counted} {verbs}: {group_names(scope, apart)}"
    if rest:
        return text
    dependent = dependent_speakers(scope, mine, one)
    if dependent:
        return (
            f"; {some_words(dependent)} {verb_for(len(dependent), 'speaks', 'speak')} "
            f"{word} it too, counted as one with this speaker{aside * bool(hidden)}"
        )
    if hidden:
        return aside
    return f"; {scope.nobody_else} speaks {word} it" if mine else ""


def group_names(scope: Scope, groups: Sequence[OriginGroup]) -> str:
    """Two groups by who speaks most, and how many more there are."""
    first = [lead(scope, group, 1) for group in groups[:2]]
    return "; ".join([*first, f"{len(groups) - 2} more"][: len(groups)])


def speaks_alike(scope: Scope, claim: Claim, group: OriginGroup) -> bool:
    """Whether one claim of a group can hold together with a claim as it is told."""
    others = (scope.known[one] for one in group.claims if one in scope.known)
    return claim.polarity == "denied" or any(
        is_alike(claim, other, scope.context) for other in others
    )


def is_alike(claim: Claim, other: Claim, context: Context) -> bool:
    """Whether another claim of one proposition gives what a claim gives, or allows it.

    What a claim leaves open, such as the kind of a link, nobody can say otherwise.
    """
    compared = context.compared(claim.relation)
    if compared in OTHERWISE:
        subject = context.canonical(claim.subject)
        entity = context.entities.get(subject)
        scale = Scale(
            compared=compared,
            of_attack=subject.startswith("attack/"),
            of_series=entity is not None and entity.kind == "series",
        )
        mine, theirs = (value_of([one], context, True) for one in (claim, other))
        return compare(mine, theirs, scale, context) != "apart"
    return claim.kind in (None, other.kind) and claim.role in (None, other.role)


def otherwise(claim: Claim, context: Context) -> tuple[str, str]:
    """What one does, and what several do, who say a proposition otherwise."""
    compared = context.compared(claim.relation)
    return OTHERWISE.get(compared or "", OTHER_ROLE if claim.role else OTHER_KIND)


def dependent_speakers(scope: Scope, group: OriginGroup | None, one: str) -> list[str]:
    """The other speakers of the group through which a claim counts."""
    if group is None:
        return []
    own = scope.context.origin(scope.known[one])
    return [
        scope.told_name(origin)
        for origin in speakers_of(scope, group.claims)
        if origin != own
    ]
