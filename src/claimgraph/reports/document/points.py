"""Points of the short page: who says what, how strongly, when, and who else."""

from collections.abc import Iterable, Iterator, Sequence

from claimgraph.analysis.acts import ATTRIBUTED, CLAIMED
from claimgraph.analysis.corroboration import Corroboration
from claimgraph.analysis.discrepancies import Discrepancy
from claimgraph.analysis.pair_status import LINK
from claimgraph.analysis.values import GivenValue
from claimgraph.date_words import day_words
from claimgraph.dates import span
from claimgraph.model import MODALITIES, Claim
from claimgraph.reports.document import ClaimLine, Sentence
from claimgraph.reports.document.about import attribute_words, verdict_words
from claimgraph.reports.document.brief import Wordings
from claimgraph.reports.document.grammar import with_capital
from claimgraph.reports.document.groups import (
    by_weight,
    group_name,
    speakers_of,
)
from claimgraph.reports.document.others import dependent_speakers, others_words
from claimgraph.reports.document.scope import (
    Scope,
    accepted_claims,
    proposed_claims,
)
from claimgraph.reports.document.telling import OWN_VOICE, told_speaker
from claimgraph.reports.document.wording import (
    count_of,
    review_words,
    some_words,
    verb_for,
    when,
)

# as many claims may speak for a point, so that none is printed twice
WORDINGS = 4


def told_point(
    scope: Scope, one: str, before: str = "", after: str = "", more: Iterable[str] = ()
) -> Sentence:
    """A claim with its strength and day; `more` are the claims behind it."""
    line = scope.line(one)
    told = line.told[:-1].replace(OWN_VOICE, "", 1)
    if before:
        speaker = told_speaker(line.chain[-1])
        told = f"{speaker}{told.removeprefix(with_capital(speaker))}"
    text = f"{before}{told} ({strength_words(line)}){after}."
    return Sentence(text, tuple(dict.fromkeys((one, *more))))


def strength_words(line: ClaimLine) -> str:
    """How strongly and when it is said, for which time, and whether it is proposed."""
    return f"{line.modality}, {when(line)}{review_words(line)}"


def best_first(scope: Scope, ids: Iterable[str]) -> list[str]:
    """Claims by what matters: strong, by somebody told, with a name, recent."""
    return sorted(ids, key=lambda one: weight(scope, scope.known[one]))


def weight(scope: Scope, claim: Claim) -> tuple[int, bool, bool, int, str]:
    """What comes first is the least."""
    origin = scope.context.origin(claim)
    return (
        MODALITIES.index(claim.modality),
        scope.is_hidden(origin),
        scope.context.is_unnamed(origin),
        -day_number(claim),
        claim.id,
    )


def day_number(claim: Claim) -> int:
    """The first day of saying as a number that grows with it; 0 without one."""
    first = span(claim.said).earliest if claim.said else None
    return int(first.replace("-", "")) if first else 0


def best_of(scope: Scope, found: Corroboration) -> list[str]:
    """The claims of a proposition by what matters, those that add no speaker last."""
    ids = best_first(scope, found.supporting or found.hypothetical or found.proposed)
    absorbed = {one.claim for one in found.absorbed}
    return sorted(ids, key=absorbed.__contains__)


def rank(scope: Scope, found: Corroboration) -> tuple[object, ...]:
    """Propositions by what matters: disputed, by several, strong, recent."""
    alike = scope.alike.get(found.proposition, ())
    contested = any(one.polarity == "denied" for one in alike)
    best = weight(scope, scope.known[best_of(scope, found)[0]])
    first = -found.independent, matter(scope, found.proposition.relation)
    return not contested, *first, best, found.proposition.order


def matter(scope: Scope, relation: str) -> int:
    """What comes first of what equally many speak for: who did it, then ties."""
    if relation in (CLAIMED, ATTRIBUTED, LINK):
        return 0
    return 1 if scope.context.family(relation) in ("supporters", "rivals") else 2


def by_matter(scope: Scope, claims: Iterable[Claim]) -> list[str]:
    """The ids of claims: who did it and links first, each by its weight."""
    order = {claim.id: matter(scope, claim.relation) for claim in claims}
    return sorted(best_first(scope, order), key=order.__getitem__)


def proposition_point(scope: Scope, found: Corroboration, before: str = "") -> Wordings:
    """A proposition by its best claim, and who else speaks for it."""
    ids = best_of(scope, found)
    return tuple(
        told_point(scope, one, before, others_words(scope, found, one), ids)
        for one in ids[:WORDINGS]
    )


def group_points(scope: Scope, found: Corroboration, before: str) -> Iterator[Wordings]:
    """A point for each independent group, by the best claim of who speaks most."""
    for group in by_weight(found):
        main = speakers_of(scope, group.claims)[0]
        ids = best_first(scope, group.claims)
        ids.sort(key=lambda one: scope.context.origin(scope.known[one]) != main)
        number = len(ids) - 1
        dependent = dependent_speakers(scope, group, ids[0])
        own = count_of(number, "more claim")
        group_of = f" by the same independent group, with {some_words(dependent, 2)}"
        by = group_of if dependent else " of the same origin"
        after = f"; {own}{by}" if number else ""
        yield tuple(
            told_point(scope, one, before, after, ids) for one in ids[:WORDINGS]
        )


def contested_points(
    scope: Scope, counts: Iterable[Corroboration], against: Iterable[Corroboration]
) -> Iterator[Wordings]:
    """For and against, for each proposition that somebody denies."""
    supported = {one.proposition: one for one in counts if one.supporting}
    for denied in against:
        found = supported.get(denied.proposition)
        if found is not None:
            yield proposition_point(scope, found, "For: ")
        for one in best_first(scope, denied.supporting):
            yield (told_point(scope, one, "Against: "),)


def alone_points(scope: Scope, counts: Sequence[Corroboration]) -> Iterator[Wordings]:
    """Who alone speaks for propositions, whoever does for most of them first."""
    held: dict[str, list[Corroboration]] = {}
    for one in sorted(counts, key=lambda one: rank(scope, one)):
        if one.independent == 1:
            held.setdefault(group_name(scope, one.groups[0]), []).append(one)
    for _, found in sorted(held.items(), key=lambda item: (-len(item[1]), item[0])):
        rest = len(found) - 1
        leads = [(best_of(scope, one)[0], one) for one in found]
        yield tuple(
            told_point(
                scope, claim, "", resting(scope, claim, one, rest), one.supporting
            )
            for claim, one in leads
        )


def resting(scope: Scope, claim: str, found: Corroboration, rest: int) -> str:
    """How many more propositions rest on the group through which a claim counts."""
    if not rest:
        return ""
    first = speakers_of(scope, found.groups[0].claims)[0]
    alone = first == scope.context.origin(scope.known[claim])
    name = "this origin" if alone else scope.told_name(first)
    more = f"{count_of(rest, 'more proposition')} {verb_for(rest, 'rests', 'rest')}"
    return f"; {more} on {name} alone"


def falling_points(scope: Scope, found: Iterable[Corroboration]) -> Iterator[Wordings]:
    """Propositions that nobody speaks for without one source, by what matters."""
    for one in sorted(found, key=lambda one: rank(scope, one)):
        ids = best_of(scope, one)
        yield tuple(told_point(scope, claim, more=ids) for claim in ids[:WORDINGS])


def figure_point(scope: Scope, found: Discrepancy, before: str = "") -> Wordings:
    """What is given for one attribute, by whom, and whether all can hold."""
    label = attribute_words(scope, found.attribute)
    label = label if before else with_capital(label)
    of = f" ({written_noun(scope, found)})" if found.of else ""
    given = "; ".join(value_words(scope, one) for one in found.values)
    ids = [claim for one in found.values for claim in one.claims]
    text = f"{before}{label}{of}: {given}; {verdict_words(scope, found)}."
    return tuple(
        Sentence(text, (one, *(other for other in ids if other != one)))
        for one in ids[:WORDINGS]
    )


def written_noun(scope: Scope, found: Discrepancy) -> str:
    """Who is counted, as a claim writes it: "Afghans", not "afghans"."""
    noun = found.of or ""
    claims = (scope.known[one].value for given in found.values for one in given.claims)
    written = (one.of for one in claims if one is not None and one.of is not None)
    return next((one for one in written if one.casefold() == noun.casefold()), noun)


def value_words(scope: Scope, value: GivenValue) -> str:
    """A value with who gives it, how strongly and when."""
    first = scope.line(best_first(scope, value.claims)[0])
    speakers = speakers_of(scope, value.claims)
    names = some_words(list(map(scope.told_name, speakers)), 2)
    said = f"said {day_words(first.said)}" if first.said else "not dated"
    return f"{value.words} ({names}, {first.modality}, {said})"


def withheld_points(scope: Scope, claims: Iterable[Claim]) -> Iterator[Wordings]:
    """Who pointedly does not say something, and what is only supposed."""
    held = accepted_claims(claims)
    for one in scope.in_time(
        claim.id for claim in held if claim.polarity == "withheld"
    ):
        yield (told_point(scope, one, "Withheld: "),)
    supposed = [
        claim.id
        for claim in held
        if claim.modality == "hypothetical" and claim.polarity != "withheld"
    ]
    for one in scope.in_time(supposed):
        yield (told_point(scope, one, "Not counted: "),)


def proposed_points(scope: Scope, claims: Iterable[Claim]) -> Iterator[Wordings]:
    """What nobody accepted, which decides and counts nothing."""
    for one in by_matter(scope, proposed_claims(claims)):
        yield (told_point(scope, one),)


def plain_points(*texts: str) -> Iterator[Wordings]:
    """Points without a claim: what is counted, and what nobody says."""
    for text in texts:
        yield (Sentence(text),)
