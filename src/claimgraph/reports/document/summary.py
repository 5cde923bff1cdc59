"""The opening of a report: what the sources say, on whose word, and who disagrees."""

from collections.abc import Iterable, Iterator, Sequence

from claimgraph.analysis.acts import CLAIMED
from claimgraph.analysis.corroboration import Corroboration
from claimgraph.analysis.ledger import Ledger
from claimgraph.date_words import day_words
from claimgraph.model import MODALITIES
from claimgraph.reports.document import Sentence
from claimgraph.reports.document.groups import (
    by_weight,
    group_name,
    groups_words,
    lead,
)
from claimgraph.reports.document.scope import Scope
from claimgraph.reports.document.status_words import (
    doubt_words,
    speaker_words,
    status_words,
)
from claimgraph.reports.document.wording import (
    count_of,
    list_words,
    review_words,
    when,
)


def summary_of(
    scope: Scope,
    found: Corroboration,
    against: Corroboration,
    rows: Ledger,
    matter: str,
) -> tuple[Sentence, ...]:
    """Who says so, who denies it and how far, what rests on one origin, and when."""
    return (
        *speakers(scope, found, matter),
        *denials(scope, against, matter),
        *heaviest(scope, found),
        *days(scope, found, against),
        *not_counted(scope, found),
        Sentence(status_words(scope, rows)),
    )


def speakers(scope: Scope, found: Corroboration, matter: str) -> Iterator[Sentence]:
    """Who says so, counted by independent groups."""
    if not found.reports:
        yield Sentence(f"{scope.no_accepted} speaks for {matter}.")
        return
    groups = by_weight(found)
    yield Sentence(
        f"{claims_words(scope, found.supporting)} in "
        f"{count_of(found.articles, 'article')} "
        f"{'speaks' if found.reports == 1 else 'speak'} for {matter}, on the word of "
        f"{count_of(found.origins, 'origin')}. Origins that depend on one another "
        f"counted once, that is {groups_words(scope, found)}: "
        f"{'; '.join(lead(scope, group) for group in groups)}.",
        scope.in_time(found.supporting),
    )


def claims_words(scope: Scope, ids: Iterable[str]) -> str:
    """How many claims: "2 claims", "1 claim, and 1 by somebody the article hides"."""
    told, hidden = told_and_hidden(scope, ids)
    if not hidden:
        return count_of(len(told), "claim")
    by = speaker_words(scope, origins_of(scope, hidden))[0]
    if not told:
        return f"{count_of(len(hidden), 'claim')} by {by}"
    return f"{count_of(len(told), 'claim')}, and {len(hidden)} by {by},"


def told_and_hidden(scope: Scope, ids: Iterable[str]) -> tuple[list[str], list[str]]:
    """The claims whose speaker is told, and those whose speaker an article hides."""
    told: list[str] = []
    hidden: list[str] = []
    for one in ids:
        origin = scope.context.origin(scope.known[one])
        (hidden if scope.is_hidden(origin) else told).append(one)
    return told, hidden


def origins_of(scope: Scope, ids: Iterable[str]) -> list[str]:
    """The origins of claims, each once."""
    return sorted({scope.context.origin(scope.known[one]) for one in ids})


def denials(scope: Scope, against: Corroboration, matter: str) -> Iterator[Sentence]:
    """Who denies it, for which time."""
    if not against.reports:
        yield Sentence(f"{scope.no_accepted} denies {matter}.")
        return
    for one in scope.in_time(against.supporting):
        line = scope.line(one)
        end = "" if line.valid else ", without saying for which time"
        yield Sentence(f"Against: {line.told[:-1]} ({when(line)}{end}).", (one,))


def heaviest(scope: Scope, found: Corroboration) -> Iterator[Sentence]:
    """Which single source carries most, and how much rests on its group."""
    if not found.reports:
        return
    held = dict(by_origin(scope, found.supporting))
    most = max(len(ids) for ids in held.values())
    first = sorted(one for one, ids in held.items() if len(ids) == most)
    carried = tuple(one for origin in first for one in held[origin])
    verb = "is the source that carries" if len(first) == 1 else "each carry"
    if found.reports > 1:
        yield Sentence(
            f"{list_words(scope.names(first))} {verb} most: {most} of the "
            f"{found.reports} claims.",
            scope.in_time(carried),
        )
    group = max(found.groups, key=lambda one: (len(one.claims), one.key))
    if found.independent == 1:
        yield Sentence(
            f"All of it rests on one independent group of origins: "
            f"{group_name(scope, group)}.",
            scope.in_time(found.supporting),
        )
    elif len(group.origins) > 1:
        yield Sentence(
            f"With those who depend on it or on whom it depends, that is "
            f"{len(group.claims)} of {found.reports}: {group_name(scope, group)}.",
            scope.in_time(group.claims),
        )


def days(
    scope: Scope, found: Corroboration, against: Corroboration
) -> Iterator[Sentence]:
    """When each side spoke, and when each origin of it."""
    for word, side in (("For", found), ("Against", against)):
        if not side.reports:
            continue
        held = by_origin(scope, side.supporting)
        each = "; ".join(
            f"{scope.name(origin)} {list_words(list(map(day_words, scope.dates(ids))))}"
            for origin, ids in held
        )
        yield Sentence(
            f"{word}, when it was said: {each}.", scope.in_time(side.supporting)
        )


def by_origin(scope: Scope, ids: Iterable[str]) -> list[tuple[str, list[str]]]:
    """The claims of each origin, by the first day on which it may have spoken."""
    held: dict[str, list[str]] = {}
    for one in scope.in_time(ids):
        held.setdefault(scope.context.origin(scope.known[one]), []).append(one)
    return list(held.items())


def not_counted(scope: Scope, found: Corroboration) -> Iterator[Sentence]:
    """Hypothetical and proposed claims stand apart."""
    for ids, why in ((found.hypothetical, "supposed"), (found.proposed, "proposed")):
        if ids:
            told = " ".join(scope.told(one) for one in scope.in_time(ids))
            yield Sentence(f"Not counted, because only {why}: {told}", ids)


def attack_summary(
    scope: Scope, found: Sequence[Corroboration], rows: Ledger
) -> tuple[Sentence, ...]:
    """Who takes responsibility, whom others name, who denies, and on how many words."""
    return (
        *(blame_sentence(scope, one) for one in found),
        *silences(scope, rows),
        Sentence(status_words(scope, rows)),
    )


def blame_sentence(scope: Scope, one: Corroboration) -> Sentence:
    """One proposition on who did it, by those who speak."""
    culprit = one.proposition.object or ""
    target = scope.told_name(culprit)
    held = one.supporting or one.hypothetical or one.proposed
    only = "in a supposition" if one.hypothetical else "in proposed claims"
    by = f"by {list_words([lead(scope, group) for group in one.groups])}"
    how = by if one.supporting else f"{only} only"
    if one.polarity == "denied":
        text = f"Cleared of it: {target}, {how}"
    elif one.proposition.relation == CLAIMED:
        text = f"Responsibility is taken by {target}"
        text = text if one.supporting else f"{text} {how}"
    else:
        text = f"Named for it: {target}, {how}"
    strongest = min(
        (scope.known[claim].modality for claim in held), key=MODALITIES.index
    )
    weak = "" if strongest == "stated" else f", only as {strongest}"
    counts = ", and ".join(counted_words(scope, one, held))
    return Sentence(
        f"{text}{weak}{doubt_words(scope, held)}: {counts}.",
        scope.in_time({*held, *one.proposed}),
    )


def counted_words(
    scope: Scope, found: Corroboration, held: Sequence[str]
) -> Iterator[str]:
    """How many say so and when, and apart from them the hidden and the proposed."""
    told, hidden = told_and_hidden(scope, held)
    extra = len(found.proposed) if held != found.proposed else 0
    if told:
        word = f" on the word of {groups_words(scope, found)}"
        counted = word if found.supporting else ""
        yield f"{count_of(len(told), 'claim')}{counted}, {said_words(scope, told)}"
    if hidden:
        by = speaker_words(scope, origins_of(scope, hidden))[0]
        number = str(len(hidden)) if told else count_of(len(hidden), "claim")
        yield f"{number} by {by}, {said_words(scope, hidden)}"
    if extra:
        yield f"{extra} proposed"


def said_words(scope: Scope, ids: Iterable[str]) -> str:
    """On which days claims were said."""
    days = list(map(day_words, scope.dates(ids)))
    return f"said {list_words(days)}" if days else "not dated"


def silences(scope: Scope, rows: Ledger) -> Iterator[Sentence]:
    """Who pointedly keeps silent."""
    for row in rows.rows:
        line = scope.line(row.claim)
        if line.polarity == "withheld":
            told = f"{line.told[:-1]} ({when(line)}{review_words(line)})"
            yield Sentence(f"Withheld: {told}.", (row.claim,))
