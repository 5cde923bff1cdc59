"""Who said what about an attack or a pair, in order, and how does it stand?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimgraph.analysis.bonds import any_may_overlap
from claimgraph.analysis.context import Context
from claimgraph.dates import span
from claimgraph.errors import QueryError
from claimgraph.model import Cell, Claim, TextSpan

STRONG = ("stated", "alleged", "suspected")
CLAIMED, ATTRIBUTED, LINK = "CLAIMED_BY", "ATTRIBUTED_TO", "ALLEGED_LINK"
RULES = {
    "retracted": "every claim of responsibility is retracted by who made it, and "
    "nobody else is named",
    "contested": "two are named by strong claims, or one who is named is denied to "
    "have done it",
    "claimed-and-attributed-same": "who takes responsibility and who is named are one",
    "claimed": "somebody takes responsibility, and nobody names anybody",
    "attributed": "somebody is named, and nobody takes responsibility",
    "denied-only": "there are denials and nothing else",
    "unattributed": "no strong claim names anybody",
    "affirmed": "an ALLEGED_LINK is affirmed and not denied",
    "denied": "an ALLEGED_LINK is denied and not affirmed",
    "affirmed-and-denied": "an ALLEGED_LINK is affirmed and denied for times that "
    "may overlap",
    "changed": "an ALLEGED_LINK is affirmed and denied, for times that never overlap",
    "withheld-only": "an ALLEGED_LINK is only withheld",
    "none": "there is no ALLEGED_LINK claim",
}


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One claim, what its origin does by it, and how it answers another one."""

    claim: str
    act: str
    reply: str | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """The claims about a target in the order of saying, with the status of it all.

    `target` is one attack id or the two ids of a pair, sorted; `status_rule` says in
    words which rule gave the status (analysis.md, U3).
    """

    target: tuple[str, ...]
    rows: tuple[LedgerRow, ...]
    status: str
    status_rule: str


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
    status = (
        attack_status(about, context) if isinstance(target, str) else pair_status(about)
    )
    rows = tuple(
        LedgerRow(
            claim.id, act(claim, context), claim.reply.how if claim.reply else None
        )
        for claim in about
    )
    return Ledger(standing, rows, status, RULES[status])


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


def act(claim: Claim, context: Context) -> str:
    """What the origin does by a claim (the table of analysis.md, U3)."""
    if claim.polarity == "withheld":
        return claim.reason or "withheld"
    affirmed = claim.polarity == "affirmed"
    if claim.relation not in (CLAIMED, ATTRIBUTED):
        return "asserts-relation" if affirmed else "denies-relation"
    origin = context.origin(claim)
    culprit = None if claim.object is None else context.canonical(claim.object)
    if affirmed:
        own = claim.relation == CLAIMED or origin == culprit
        return "claims-own" if own else "attributes"
    bodies = {bond.right for bond in context.bodies(origin, claim.said)}
    return "denies-own" if culprit in {origin, *bodies} else "clears"


def attack_status(claims: Sequence[Claim], context: Context) -> str:
    """The first rule that fits."""
    strong = [claim for claim in claims if claim.modality in STRONG]
    claimers = named_objects(strong, CLAIMED, context)
    culprits = named_objects(strong, ATTRIBUTED, context)
    denied = [claim for claim in strong if claim.polarity == "denied"]
    both = claimers | culprits
    objects = {context.canonical(claim.object) for claim in denied if claim.object}
    if not culprits and is_retracted(strong, context):
        return "retracted"
    if len(both) > 1 or objects & both:
        return "contested"
    if claimers and culprits:
        return "claimed-and-attributed-same"
    if both:
        return "claimed" if claimers else "attributed"
    return "denied-only" if denied else "unattributed"


def named_objects(claims: Iterable[Claim], relation: str, context: Context) -> set[str]:
    """The objects of affirmed claims of a relation; whoever is unnamed is nobody."""
    return {
        context.canonical(claim.object)
        for claim in claims
        if claim.relation == relation
        and claim.polarity == "affirmed"
        and claim.object is not None
        and (relation == CLAIMED or not context.is_unnamed(claim.object))
    }


def is_retracted(claims: Iterable[Claim], context: Context) -> bool:
    """Whether there are claims of responsibility, each taken back by its origin.

    What is withheld takes nothing back.
    """
    spoken = [claim for claim in claims if claim.polarity != "withheld"]
    own = [claim for claim in spoken if act(claim, context) == "claims-own"]
    taken_back = {
        (name, context.origin(claim))
        for claim in spoken
        if claim.reply is not None and claim.reply.how == "retracts"
        for name in (claim.reply.claim, f"{claim.article}#{claim.reply.claim}")
    }
    return bool(own) and all(
        any((name, context.origin(claim)) in taken_back for name in names(claim))
        for claim in own
    )


def names(claim: Claim) -> tuple[str, ...]:
    """What a reply can call a claim: its id, or its label with the article's id.

    A bare label means one in the article of the reply.
    """
    if claim.label is None:
        return (claim.id,)
    return claim.id, f"{claim.article}#{claim.label}"


def pair_status(claims: Iterable[Claim]) -> str:
    """From the ALLEGED_LINK claims of a pair alone."""
    links = [claim for claim in claims if claim.relation == LINK]
    affirmed = [
        claim
        for claim in links
        if claim.polarity == "affirmed" and claim.modality in STRONG
    ]
    denied = [
        claim
        for claim in links
        if claim.polarity == "denied" and claim.modality in STRONG
    ]
    if affirmed and denied:
        overlapping = any_may_overlap(
            {one.valid for one in affirmed}, {one.valid for one in denied}
        )
        return "affirmed-and-denied" if overlapping else "changed"
    if affirmed or denied:
        return "affirmed" if affirmed else "denied"
    withheld = any(one.polarity == "withheld" for one in links)
    return "withheld-only" if withheld else "none"
