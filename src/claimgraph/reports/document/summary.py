"""The opening of a report: what the sources say, on whose word, and who disagrees."""

from collections.abc import Iterable, Iterator, Sequence

from claimgraph.analysis.corroboration import Corroboration, OriginGroup
from claimgraph.analysis.ledger import Ledger
from claimgraph.model import MODALITIES
from claimgraph.reports.document import Sentence
from claimgraph.reports.document.ground import Ground
from claimgraph.reports.document.parts import group_name, status_sentence
from claimgraph.reports.document.wording import counted, day_words, listed, when


def summary_of(
    ground: Ground,
    found: Corroboration,
    against: Corroboration,
    rows: Ledger,
    matter: str,
) -> tuple[Sentence, ...]:
    """Who says so, who denies it and how far, what rests on one origin, and when."""
    return (
        *speakers(ground, found, matter),
        *denials(ground, against, matter),
        *heaviest(ground, found),
        *days(ground, found, against),
        *hypotheses(ground, found),
        Sentence(status_sentence(rows).text),
    )


def speakers(ground: Ground, found: Corroboration, matter: str) -> Iterator[Sentence]:
    """Who says so, counted by independent groups."""
    if not found.reports:
        yield Sentence(f"Nobody here speaks for {matter}.")
        return
    groups = sorted(found.groups, key=lambda one: (-len(one.claims), one.key))
    yield Sentence(
        f"{counted(found.reports, 'claim')} in {counted(found.articles, 'article')} "
        f"{'speaks' if found.reports == 1 else 'speak'} for {matter}, on the word of "
        f"{counted(found.origins, 'origin')}. Origins that depend on one another "
        f"counted once, that is {counted(found.independent, 'independent group')}, "
        f"{found.named} of them with a name: "
        f"{'; '.join(lead(ground, group) for group in groups)}.",
        ground.in_time(found.supporting),
    )


def lead(ground: Ground, group: OriginGroup) -> str:
    """A group by its weightiest origin, with the others in brackets."""
    counts = {one: 0 for one in group.origins}
    for claim in group.claims:
        origin = ground.context.origin(ground.known[claim])
        if origin in counts:
            counts[origin] += 1
    first, *rest = sorted(counts, key=lambda one: (-counts[one], one))
    within = f" (with {listed(ground.names(rest))})" if rest else ""
    return f"{ground.name(first)}{within}"


def denials(ground: Ground, against: Corroboration, matter: str) -> Iterator[Sentence]:
    """Who denies it, for which time."""
    if not against.reports:
        yield Sentence(f"Nobody here denies {matter}.")
        return
    for one in ground.in_time(against.supporting):
        line = ground.line(one)
        end = "" if line.valid else ", without saying for which time"
        yield Sentence(f"Against: {line.told[:-1]} ({when(line)}{end}).", (one,))


def heaviest(ground: Ground, found: Corroboration) -> Iterator[Sentence]:
    """Which single source carries most, and how much rests on its group."""
    if not found.reports:
        return
    held = dict(by_origin(ground, found.supporting))
    most = max(len(ids) for ids in held.values())
    first = sorted(one for one, ids in held.items() if len(ids) == most)
    carried = tuple(one for origin in first for one in held[origin])
    verb = "is the source that carries" if len(first) == 1 else "each carry"
    yield Sentence(
        f"{listed(ground.names(first))} {verb} most: {most} of the "
        f"{counted(found.reports, 'claim')} by itself.",
        ground.in_time(carried),
    )
    group = max(found.groups, key=lambda one: (len(one.claims), one.key))
    if found.independent == 1:
        yield Sentence(
            f"All of it rests on one independent group of origins: "
            f"{group_name(ground, group)}.",
            ground.in_time(found.supporting),
        )
    elif len(group.origins) > 1:
        yield Sentence(
            f"With those who depend on it or on whom it depends, that is "
            f"{len(group.claims)} of {found.reports}: {group_name(ground, group)}.",
            ground.in_time(group.claims),
        )


def days(
    ground: Ground, found: Corroboration, against: Corroboration
) -> Iterator[Sentence]:
    """When each side spoke, and when each origin of it."""
    for word, side in (("For", found), ("Against", against)):
        if not side.reports:
            continue
        held = by_origin(ground, side.supporting)
        each = "; ".join(
            f"{ground.name(origin)} {listed(list(map(day_words, ground.dates(ids))))}"
            for origin, ids in held
        )
        yield Sentence(
            f"{word}, when it was said: {each}.", ground.in_time(side.supporting)
        )


def by_origin(ground: Ground, ids: Iterable[str]) -> list[tuple[str, list[str]]]:
    """The claims of each origin, by the first day on which it may have spoken."""
    held: dict[str, list[str]] = {}
    for one in ground.in_time(ids):
        held.setdefault(ground.context.origin(ground.known[one]), []).append(one)
    return list(held.items())


def hypotheses(ground: Ground, found: Corroboration) -> Iterator[Sentence]:
    """Hypothetical claims stand apart."""
    if found.hypothetical:
        told = " ".join(ground.told(one) for one in ground.in_time(found.hypothetical))
        yield Sentence(
            f"Not counted, because only supposed: {told}", tuple(found.hypothetical)
        )


def attack_summary(
    ground: Ground, found: Sequence[Corroboration], rows: Ledger
) -> tuple[Sentence, ...]:
    """Who takes responsibility, whom others name, who denies, and on how many words."""
    return (
        *(blamed(ground, one) for one in found),
        *withheld(ground, rows),
        Sentence(status_sentence(rows).text),
    )


def blamed(ground: Ground, one: Corroboration) -> Sentence:
    """One proposition on who did it, by those who speak."""
    target = ground.name(one.proposition.object or "")
    held = tuple(one.supporting) or tuple(one.hypothetical)
    origins = listed([lead(ground, group) for group in one.groups])
    if one.polarity == "denied":
        text = f"{target} is cleared of it, or clears itself, by {origins}"
    elif not one.supporting:
        text = f"{target} is named for it in a supposition only"
    elif one.proposition.relation == "CLAIMED_BY":
        text = f"Responsibility is taken by {target}"
    else:
        text = f"{target} is named for it by {origins}"
    strongest = min(
        (ground.known[claim].modality for claim in held), key=MODALITIES.index
    )
    weak = "" if strongest == "stated" else f", as {strongest} at most"
    return Sentence(
        f"{text}{weak}: {counted(one.reports, 'claim')} on the word of "
        f"{counted(one.independent, 'independent group')} ({one.named} with a name), "
        f"said {listed(list(map(day_words, ground.dates(held))))}.",
        ground.in_time(held),
    )


def withheld(ground: Ground, rows: Ledger) -> Iterator[Sentence]:
    """Who pointedly keeps silent."""
    for row in rows.rows:
        line = ground.line(row.claim)
        if line.polarity == "withheld":
            yield Sentence(f"Withheld: {line.told[:-1]} ({when(line)}).", (row.claim,))
