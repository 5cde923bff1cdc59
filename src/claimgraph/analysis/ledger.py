"""Who said what about an attack or a pair, in order, and how does it stand?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimgraph.analysis.acts import ATTRIBUTED, CLAIMED, act
from claimgraph.analysis.asides import Aside, attack_asides, pair_asides, turning
from claimgraph.analysis.attack_status import Naming, attack_status
from claimgraph.analysis.context import Context
from claimgraph.analysis.pair_status import RULES, pair_status
from claimgraph.dates import span
from claimgraph.errors import QueryError
from claimgraph.model import Cell, Claim, TextSpan


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One claim, what its origin does by it, and how it answers another one."""

    claim: str
    act: str
    reply: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The claims about a target in the order of saying, with the status of it all.

    `target` is one attack id or the two ids of a pair, sorted; `status_rule` says in
    words which rule gave the status (analysis.md, U3). Of an attack, `namings` are
    those whose word decides, who takes responsibility first, and `denials` the claims
    against them. `asides` decide nothing; `would_change` are proposed claims that
    would give another status.
    """

    target: tuple[str, ...]
    rows: tuple[LedgerRow, ...]
    status: str
    status_rule: str
    namings: tuple[Naming, ...] = ()
    denials: tuple[str, ...] = ()
    asides: tuple[Aside, ...] = ()
    would_change: tuple[str, ...] = ()


def ledger(
    claims: Iterable[Claim], context: Context, target: str | tuple[str, str]
) -> Ledger:
    """The ledger of an attack, or of a pair of entities.

    About an attack are all claims of CLAIMED_BY and ATTRIBUTED_TO whose subject it
    is; about a pair all claims of any relation whose two ends it is, whichever comes
    first. Both of every polarity (so also what is withheld about who did it), every
    modality, and by standing ids; the rows are these claims, each once. They are
    sorted by first day of saying (an open start first, undated last), article, place
    and id. QueryError for one id that is no attack.
    """
    if isinstance(target, str) and not target.startswith("attack/"):
        raise QueryError(f"{target} is no attack (expected is attack/…, or two ids)")
    ids = (target,) if isinstance(target, str) else target
    standing = tuple(sorted(context.canonical(one) for one in ids))
    about = [claim for claim in claims if is_about(claim, context, standing)]
    about.sort(key=order)
    rows = tuple(
        LedgerRow(
            claim.id, act(claim, context), claim.reply.how if claim.reply else None
        )
        for claim in about
    )
    if isinstance(target, str):
        return attack_ledger(standing, rows, about, context)
    status = pair_status(about)
    return Ledger(
        target=standing,
        rows=rows,
        status=status,
        status_rule=RULES[status],
        asides=pair_asides(about, status),
        would_change=turning(about, pair_status),
    )


def attack_ledger(
    target: tuple[str, ...],
    rows: tuple[LedgerRow, ...],
    about: Sequence[Claim],
    context: Context,
) -> Ledger:
    """The ledger of an attack; the claims are those about it, in order."""
    found = attack_status(about, context)
    place = {claim.id: number for number, claim in enumerate(about)}

    def first(naming: Naming) -> tuple[bool, int]:
        named = (claim for one in naming.doers for claim in one.claims)
        return not naming.own, min(place[claim] for claim in named)

    return Ledger(
        target=target,
        rows=rows,
        status=found.status,
        status_rule=found.rule,
        namings=tuple(sorted(found.namings, key=first)),
        denials=tuple(sorted(found.denials, key=place.__getitem__)),
        asides=attack_asides(about, found, context),
        would_change=turning(about, lambda some: attack_status(some, context).status),
    )


def is_about(claim: Claim, context: Context, target: Sequence[str]) -> bool:
    """Whether a claim is about an attack, or about both of a pair."""
    subject = context.canonical(claim.subject)
    if len(target) == 1:
        return subject == target[0] and claim.relation in (CLAIMED, ATTRIBUTED)
    if claim.object is None:
        return False
    return {subject, context.canonical(claim.object)} == set(target)


def order(claim: Claim) -> tuple[str, str, int, str]:
    """First day of saying (an open start first, undated last), article, place, id."""
    day = "undated" if claim.said is None else span(claim.said).earliest or ""
    match claim.selector:
        case TextSpan(start, _):
            place = start
        case Cell(row, _):
            place = row
        case _:
            place = 0
    return day, claim.article, place, claim.id
