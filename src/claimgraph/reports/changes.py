"""What is new since a day, and what does it bring or change?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimgraph.analysis.acts import ATTRIBUTED, CLAIMED
from claimgraph.analysis.bonds import SIDES, sides_made
from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.context import Context
from claimgraph.analysis.corroboration import Corroboration, corroboration
from claimgraph.analysis.ledger import ledger
from claimgraph.analysis.pair_status import LINK
from claimgraph.analysis.selection import Filters
from claimgraph.analysis.strength import decides
from claimgraph.dates import span
from claimgraph.model import Claim
from claimgraph.reports.briefs.changes import brief
from claimgraph.reports.document import (
    Report,
    Row,
    Section,
    Sentence,
    Table,
    parts,
)
from claimgraph.reports.document.about import (
    claim_ids,
    claims_by,
    proposition_counts,
)
from claimgraph.reports.document.asking import Argument, Option
from claimgraph.reports.document.building import build
from claimgraph.reports.document.grammar import with_capital
from claimgraph.reports.document.scope import Scope, accepted_claims, scope_of
from claimgraph.reports.document.status_words import status_name
from claimgraph.reports.document.wording import count_of, verb_for

ARGUMENTS: tuple[Argument, ...] = ()
OPTIONS = (
    Option("since", "the first day that counts as new", required=True, day=True),
    Option(
        "clock",
        "said: uttered since then; loaded: known here since then",
        choices=("said", "loaded"),
        default="said",
    ),
)
EXAMPLE = "claimgraph report changes --since 2021-08-01"
READS = None  # all: any claim may be new, and statuses are those of all


@dataclass(frozen=True, slots=True)
class Turn:
    """A target of a ledger whose status is another one with the new claims."""

    target: tuple[str, ...]
    before: str
    after: str
    claims: tuple[str, ...]


def report(
    claim_set: ClaimSet, context: Context, filters: Filters, *, since: str, clock: str
) -> Report:
    """The claims that are new by a clock, and the propositions that they turn.

    With the mode `possible` a claim is new if some day of its range is, with
    `certain` if all of it is; claims without a day are never new.
    """
    scope = scope_of(claim_set, context, filters)
    day = span(since).earliest or since
    new = [one for one in scope.claims if is_new(one, day, clock, filters.mode)]
    opening = tuple(summary(scope, new))
    words = "said" if clock == "said" else "loaded here"
    surely = "was certainly" if filters.mode == "certain" else "was, or may have been,"
    return build(
        scope,
        name="changes",
        title=f"What {surely} {words} since {since}",
        subjects=(),
        brief=brief(
            scope,
            new,
            opening,
            propositions_brought(scope, new),
            [(turned_words(scope, one), one.claims) for one in turns(scope, new)],
        ),
        summary=opening,
        sections=tuple(sections(scope, new)),
    )


def turned_words(scope: Scope, turn: Turn) -> str:
    """A status that is another one now."""
    name = with_capital(" and ".join(scope.names(turn.target)))
    before, after = status_name(turn.before), status_name(turn.after)
    return f"{name}: {before} before, {after} now"


def is_new(claim: Claim, day: str, clock: str, mode: str) -> bool:
    """Whether a claim was said, or loaded, on the day or later."""
    if clock == "loaded":
        return claim.loaded is not None and claim.loaded[:10] >= day
    if claim.said is None:
        return False
    days = span(claim.said)
    if mode == "certain":
        return not days.approximate and (days.earliest or "") >= day
    return days.latest is None or days.latest >= day


def summary(scope: Scope, new: list[Claim]) -> Iterator[Sentence]:
    """How much is new, by how many, and what it turns."""
    if not new:
        yield Sentence("Nothing is new by this clock.")
        return
    yield Sentence(
        f"{counted_new(scope, new)}.",
        scope.in_time(claim_ids(new)),
    )
    if not accepted_claims(new):
        return
    first, raised = propositions_brought(scope, new)
    nobody = scope.no_accepted.removesuffix(" here")
    yield Sentence(
        f"{nobody} spoke for {count_of(len(first), 'proposition')} before; "
        f"{count_of(len(raised), 'proposition')} gained an independent group of "
        "origins."
    )
    changed = turns(scope, new)
    yield Sentence(
        "The status of "
        f"{count_of(len(changed), 'attack or pair', 'attacks or pairs')} changes with "
        f"{verb_for(len(new), 'it', 'them')}.",
        tuple(claim for turn in changed for claim in turn.claims),
    )


def counted_new(scope: Scope, new: list[Claim]) -> str:
    """How many claims are new, of how many, and who speaks in those that count."""
    counted = accepted_claims(new)
    beside = len(new) - len(counted)
    if not counted:
        be = verb_for(beside, "is", "are")
        return f"{count_of(beside, 'proposed claim')} {be} new, and no other"
    origins = {scope.context.origin(claim) for claim in counted}
    articles = {claim.article for claim in counted}
    of = len(accepted_claims(scope.claims))
    told = f" (and {beside} proposed)" * bool(beside)
    return (
        f"{count_of(len(counted), 'claim')} of {of}{told} "
        f"{verb_for(len(new), 'is', 'are')} new, on the word of "
        f"{count_of(len(origins), 'origin')} in {count_of(len(articles), 'article')}"
    )


def sections(scope: Scope, new: list[Claim]) -> Iterator[Section]:
    """The parts of the report, in order."""
    yield tallies(scope, new)
    first, raised = propositions_brought(scope, new)
    yield propositions(scope, "first", "Spoken for by nobody before", first)
    yield propositions(scope, "raised", "More independent groups than before", raised)
    denials = [claim.id for claim in new if claim.polarity == "denied"]
    yield parts.claims_section(scope, "denials", "New denials", denials)
    yield turns_section(scope, turns(scope, new))
    yield parts.claims_section(scope, "claims", "The new claims", claim_ids(new))


def tallies(scope: Scope, new: list[Claim]) -> Section:
    """The new claims by relation and by origin."""
    by_relation = claims_by(new, lambda claim: scope.context.label(claim.relation))
    by_origin = claims_by(new, lambda claim: scope.name(scope.context.origin(claim)))
    tables = tuple(
        Table(f"By {column}", (column, "claims"), tally_rows(scope, found))
        for column, found in (("relation", by_relation), ("origin", by_origin))
        if found
    )
    return Section("tallies", "New claims by relation and origin", tables=tables)


def tally_rows(scope: Scope, found: dict[str, list[Claim]]) -> tuple[Row, ...]:
    """A row for each value, the most claims first."""
    ordered = sorted(found.items(), key=lambda one: (-len(one[1]), one[0]))
    return tuple(
        Row((name, scope.number(ids := claim_ids(claims))), scope.in_time(ids))
        for name, claims in ordered
    )


def propositions_brought(
    scope: Scope, new: list[Claim]
) -> tuple[list[Corroboration], list[Corroboration]]:
    """Propositions that only new claims support, and those with more groups now."""
    known = {claim.id for claim in new}
    first: list[Corroboration] = []
    raised: list[Corroboration] = []
    for found in proposition_counts(scope, new):
        alike = scope.alike[found.proposition]
        same = [one for one in alike if one.id not in known]
        earlier = corroboration(same, scope.context, found.proposition)
        if not earlier.reports:
            first.append(found)
        elif earlier.independent < found.independent:
            raised.append(found)
    return first, raised


def propositions(
    scope: Scope, key: str, title: str, found: list[Corroboration]
) -> Section:
    """Propositions with their counts of today."""
    table = parts.counts_table(scope, found, "How many speak now")
    return Section(key, title, tables=(table,))


def turns(scope: Scope, new: list[Claim]) -> list[Turn]:
    """The attacks and pairs whose status the new claims change."""
    known = {claim.id for claim in new}
    held = by_target(scope)
    before = context_before(scope, new)
    targets = {one for claim in new if (one := target_of(scope, claim))}
    if before is not scope.context:
        targets |= {one for one in held if len(one) == 1}
    found: list[Turn] = []
    for target in sorted(targets):
        asked = target[0] if len(target) == 1 else (target[0], target[1])
        now = ledger(held[target], scope.context, asked)
        old = (claim for claim in held[target] if claim.id not in known)
        earlier = ledger(old, before, asked)
        if now.status != earlier.status:
            sides = (one for naming in now.namings for one in naming.side_claims())
            ids = {*(row.claim for row in now.rows), *sides} & known
            turn = Turn(target, earlier.status, now.status, scope.in_time(ids))
            found.append(turn)
    return found


def context_before(scope: Scope, new: list[Claim]) -> Context:
    """The context with the sides that doers had without the new claims.

    It is the same one where none of these makes or denies a side.
    """
    context, known = scope.context, {claim.id for claim in new}
    if not any(makes_side(claim, context) for claim in new):
        return context
    old = (claim for claim in scope.claim_set.claims if claim.id not in known)
    return replace(context, sides=sides_made(old, context.identity, context.schema))


def makes_side(claim: Claim, context: Context) -> bool:
    """Whether a claim makes somebody stand on a side, or denies it."""
    return decides(claim) and context.family(claim.relation) in SIDES


def by_target(scope: Scope) -> dict[tuple[str, ...], list[Claim]]:
    """The claims by the attack or the pair that they are about."""
    found: dict[tuple[str, ...], list[Claim]] = {}
    for claim in scope.claims:
        if claim.relation in (CLAIMED, ATTRIBUTED):
            target: tuple[str, ...] = (scope.context.canonical(claim.subject),)
            found.setdefault(target, []).append(claim)
        ends = tuple(sorted(scope.ends(claim)))
        if len(ends) == 2:
            found.setdefault(ends, []).append(claim)
    return found


def target_of(scope: Scope, claim: Claim) -> tuple[str, ...] | None:
    """The attack or the pair whose ledger a claim stands in."""
    subject = scope.context.canonical(claim.subject)
    if claim.relation in (CLAIMED, ATTRIBUTED):
        return (subject,)
    if claim.relation == LINK and claim.object is not None:
        pair = sorted((subject, scope.context.canonical(claim.object)))
        return tuple(pair) if pair[0] != pair[1] else None
    return None


def turns_section(scope: Scope, found: list[Turn]) -> Section:
    """A row for each status that is another one now."""
    rows = tuple(
        Row(
            (
                " and ".join(scope.names(one.target)),
                status_name(one.before),
                status_name(one.after),
            ),
            one.claims,
        )
        for one in found
    )
    table = Table("Status before and now", ("about", "before", "now"), rows)
    data: dict[str, object] = {"turns": tuple(found)} if found else {}
    return Section("turns", "Statuses that change", tables=(table,), data=data)
