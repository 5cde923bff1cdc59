"""How groups of origins are called: by those who speak in the claims at hand."""

from collections import Counter
from collections.abc import Iterable

from claimgraph.analysis.context import is_unspecified
from claimgraph.analysis.corroboration import (
    Corroboration,
    OriginGroup,
    effective_origin,
)
from claimgraph.reports.document.scope import Scope
from claimgraph.reports.document.wording import count_of, list_words, some_words


def speakers_of(scope: Scope, ids: Iterable[str]) -> list[str]:
    """The origins of claims, who speaks in most of them first."""
    counts = Counter(scope.context.origin(scope.known[one]) for one in ids)
    return sorted(counts, key=lambda one: (-counts[one], one))


def speaker_names(scope: Scope, group: OriginGroup) -> list[str]:
    """The speakers of a group by name; of one who retells a work, whose it is."""
    retold: dict[str, str] = {}
    held = scope.known_claims(group.claims)
    for one in held:
        origin, behind = scope.context.origin(one), effective_origin(one, scope.context)
        if behind not in {scope.context.origin(claim) for claim in held}:
            retold[origin] = f", retelling {scope.name(behind)}"
    speakers = speakers_of(scope, group.claims)
    return [f"{scope.told_name(one)}{retold.get(one, '')}" for one in speakers]


def group_name(scope: Scope, group: OriginGroup) -> str:
    """All speakers of a group."""
    return list_words(speaker_names(scope, group))


def lead(scope: Scope, group: OriginGroup, most: int = 3) -> str:
    """A group by who speaks most, with so many others in brackets."""
    first, *rest = speaker_names(scope, group)
    if not most:
        return scope.told_name(speakers_of(scope, group.claims)[0])
    return f"{first} (with {some_words(rest, most)})" if rest else first


def by_weight(found: Corroboration) -> list[OriginGroup]:
    """The groups, that of most claims first."""
    return sorted(found.groups, key=lambda one: (-len(one.claims), one.key))


def is_named(scope: Scope, group: OriginGroup) -> bool:
    """Whether one who speaks in the claims of a group has a name."""
    return any(
        not is_unspecified(one) and not scope.context.is_unnamed(one)
        for one in speakers_of(scope, group.claims)
    )


def named_number(scope: Scope, found: Corroboration) -> int:
    """How many groups have a speaker with a name."""
    return sum(is_named(scope, group) for group in found.groups)


def groups_words(scope: Scope, found: Corroboration) -> str:
    """How many groups there are, and how many of them have a name."""
    named, every = named_number(scope, found), found.independent
    counted = count_of(every, "independent group")
    if named == every:
        return counted if every == 1 else f"{counted}, each with a name"
    if not named:
        return f"{counted} without a name"
    return f"{counted}, {named} of them with a name"
