"""What does a source say, and what is left without it?"""

from collections.abc import Iterable, Iterator

from claimgraph.analysis.acts import names
from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.context import Context
from claimgraph.analysis.fragility import falls_without
from claimgraph.analysis.selection import Filters
from claimgraph.analysis.standing import standing
from claimgraph.analysis.views import Role, according_to
from claimgraph.model import Claim
from claimgraph.reports.briefs.source import brief
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
    dependence_section,
    proposition_counts,
)
from claimgraph.reports.document.asking import Argument, Option, Part
from claimgraph.reports.document.building import build
from claimgraph.reports.document.grammar import with_capital
from claimgraph.reports.document.lines import is_many
from claimgraph.reports.document.scope import Scope, accepted_claims, scope_of
from claimgraph.reports.document.timeline import timeline_section
from claimgraph.reports.document.wording import count_of, review_words, verb_for
from claimgraph.safe_text import shell_word
from claimgraph.schema.types import Family

SPEAKERS = ("group", "person", "org", "state", "community")
ARGUMENTS = (Argument("source", "who speaks, by id, name or alias", SPEAKERS),)
OPTIONS: tuple[Option, ...] = ()
EXAMPLE = "claimgraph report source NDS"
READS: tuple[Part, ...] = ("spoken", "dependants", "replies", "ties")
ROLES: tuple[tuple[Role, str], ...] = (
    ("publisher", "As publisher"),
    ("relay", "Passed on by it"),
    ("origin", "On its own word"),
)

# how a source stands to those of whom it speaks
SIDES = {
    "adverse": ", as a rival",
    "allied": ", as an ally",
    "third": ", as rival and ally",
}
DEPENDENCE: tuple[Family, ...] = ("affiliation", "custody")
COUNTED: tuple[tuple[Role, str], ...] = (
    ("publisher", "as publisher"),
    ("relay", "as relay"),
    ("origin", "as origin"),
)


def report(
    claim_set: ClaimSet, context: Context, filters: Filters, *, source: str
) -> Report:
    """A view: what one source publishes, passes on and says, and what needs it."""
    scope = scope_of(claim_set, context, filters)
    source = context.canonical(source)
    opening = tuple(summary(scope, source))
    return build(
        scope,
        name="source",
        title=f"{scope.name(source)} as a source: what it says and passes on",
        subjects=(source,),
        brief=brief(
            scope,
            source,
            opening,
            members_claims(scope, source),
            disputed_claims(scope, source),
        ),
        summary=opening,
        sections=tuple(sections(scope, source)),
    )


def members_claims(scope: Scope, source: str) -> list[Claim]:
    """The claims of those who are said to belong to it, or to be held by it."""
    ties = scope.context.ties
    speakers = {
        left
        for family in DEPENDENCE
        for left, bonds in ties[family].items()
        if any(bond.right == source for bond in bonds)
    }
    return [
        one for one in scope.claims if scope.context.origin(one) in speakers - {source}
    ]


def summary(scope: Scope, source: str) -> Iterator[Sentence]:
    """In how many claims it speaks, by role, and how much falls without it."""
    told = scope.told_name(source)
    every = according_to(accepted_claims(scope.claims), source, "any", scope.context)
    if not every:
        yield Sentence(unspoken_words(scope, source))
        return
    number = sum(one.review == "accepted" for one in scope.selection.claims)
    counts = ", ".join(counted_roles(scope, source, len(every)))
    speaks = "speak" if is_many(source, scope.context) else "speaks"
    yield Sentence(
        f"{with_capital(told)} {speaks} in {len(every)} of "
        f"{count_of(number, 'claim')}: {counts}.",
        scope.in_time(claim_ids(every)),
    )
    fallen = falls_without(scope.claims, scope.context, source)
    yield Sentence(
        f"Without this source {scope.none_here} speaks for "
        f"{count_of(len(fallen), 'proposition')}."
        if fallen
        else "Without this source somebody still speaks for each proposition."
    )
    against = accepted_claims(scope.known_claims(disputed_claims(scope, source)))
    yield Sentence(
        f"{count_of(len(against), 'claim')} of others "
        f"{verb_for(len(against), 'denies or disputes', 'deny or dispute')} what it "
        "says."
        if against
        else f"{scope.no_accepted} denies or disputes what it says.",
        scope.in_time(claim_ids(against)),
    )


def unspoken_words(scope: Scope, source: str) -> str:
    """That no claim that counts is its own, and where else to look."""
    told = scope.told_name(source)
    every = according_to(scope.claims, source, "any", scope.context)
    held = f"only {scope.claims_words(every)}" if every else "no claim"
    be = verb_for(len(every) or 1, "is", "are")
    return (
        f"Here {held} {be} said, passed on or published by {told}. What others say: "
        f"claimgraph search {shell_word(scope.name(source))}."
    )


def counted_roles(scope: Scope, source: str, every: int) -> Iterator[str]:
    """In what roles it speaks, each with the number of claims if not in all."""
    for role, words in COUNTED:
        number = len(
            according_to(accepted_claims(scope.claims), source, role, scope.context)
        )
        if number:
            yield words + f" in {number}" * (number < every)


def sections(scope: Scope, source: str) -> Iterator[Section]:
    """The parts of the report, in order."""
    yield dependence_section(scope, source)
    yield dependants(scope, source)
    members = claim_ids(members_claims(scope, source))
    title = "What those say who belong to it, or whom it holds"
    yield parts.claims_section(scope, "members", title, members)
    for role, title in ROLES:
        found = according_to(scope.claims, source, role, scope.context)
        if role == "origin":
            yield view(scope, found)
        yield parts.claims_section(scope, role, title, claim_ids(found))
    yield falls(scope, source)
    yield standings(scope, source)
    title = "Who denies or disputes what it says"
    yield parts.claims_section(scope, "disputed", title, disputed_claims(scope, source))
    yield stances(scope, source)
    every = according_to(scope.claims, source, "any", scope.context)
    ids = scope.in_time(claim_ids(every))
    yield timeline_section(scope, ids, proposition_counts(scope, every))


def dependants(scope: Scope, source: str) -> Section:
    """Who speaks as one of its own, and whom it holds."""
    rows: list[Row] = []
    for how, bonds in (
        ("belongs to it", scope.context.ties["affiliation"]),
        ("held by it", scope.context.ties["custody"]),
    ):
        for left, ties in bonds.items():
            claims = [bond.claim for bond in ties if bond.right == source]
            if claims:
                said = according_to(scope.claims, left, "origin", scope.context)
                cells = (scope.name(left), how, scope.number(claim_ids(said)))
                kept = [one for one in claims if one in scope.known]
                rows.append(Row(cells, scope.in_time(kept)))
    columns = ("speaker", "tie", "claims on that word")
    table = Table(
        "Its members, and those it holds", columns, tuple(sorted(rows, key=by))
    )
    return Section("dependants", "Who depends on it", tables=(table,))


def by(row: Row) -> tuple[str, ...]:
    """Rows are sorted by their cells."""
    return row.cells


def view(scope: Scope, claims: Iterable[Claim]) -> Section:
    """The graph according to the source alone."""
    lines = [scope.line(one) for one in scope.in_time(claim_ids(claims))]
    rows = tuple(
        Row(
            (
                line.sign,
                line.subject_name,
                scope.context.label(line.relation),
                line.object_name or line.value or "",
                f"{line.modality}{review_words(line)}",
            ),
            (line.id,),
        )
        for line in lines
    )
    columns = ("", "subject", "relation", "object", "modality")
    table = Table("A view: only what it says itself", columns, rows)
    return Section("view", "The graph according to it", tables=(table,))


def falls(scope: Scope, source: str) -> Section:
    """The propositions that nobody speaks for without the source."""
    fallen = falls_without(scope.claims, scope.context, source)
    found = [parts.found_for(scope, one) for one in fallen]
    table = parts.counts_table(scope, found, "Nobody else speaks for these")
    return Section(
        "falls",
        "What falls without it",
        tables=(table,),
        data={"falls": fallen} if fallen else {},
    )


def standings(scope: Scope, source: str) -> Section:
    """How it stands to what it speaks of."""
    held: dict[str, list[str]] = {}
    for claim in according_to(scope.claims, source, "origin", scope.context):
        value = standing(claim, scope.context)
        side = SIDES.get(value.side, "")
        words = parts.standing_words(value.value)
        held.setdefault(f"{words}{side}", []).append(claim.id)
    rows = tuple(
        Row((value, scope.number(found)), scope.in_time(found))
        for value, found in sorted(held.items(), key=lambda one: (-len(one[1]), one[0]))
    )
    table = Table("By standing", ("standing", "claims"), rows)
    return Section("standing", "How it stands to what it says", tables=(table,))


def disputed_claims(scope: Scope, source: str) -> set[str]:
    """Claims of others that deny what it affirms, or pass its words on as disputed."""
    context = scope.context
    own = according_to(scope.claims, source, "origin", context)
    said = {context.proposition(one) for one in own if one.polarity == "affirmed"}
    denied = {
        claim.id
        for claim in scope.claims
        if claim.polarity == "denied"
        and context.proposition(claim) in said
        and context.origin(claim) != source
    }
    passed = {
        claim.id
        for claim in own
        if any(hop.stance in ("disputes", "doubts") for hop in claim.chain[:-1])
    }
    known = {name for one in own for name in names(one)}
    replies = {
        claim.id
        for claim in scope.claims
        if claim.reply
        and claim.reply.how == "disputes"
        and known & {claim.reply.claim, f"{claim.article}#{claim.reply.claim}"}
    }
    return denied | passed | replies


def stances(scope: Scope, source: str) -> Section:
    """What it does with the words that it passes on."""
    held: dict[str, list[str]] = {}
    for claim in scope.claims:
        for hop in claim.chain[:-1]:
            if scope.context.canonical(hop.holder) == source:
                held.setdefault(hop.stance, []).append(claim.id)
    rows = tuple(
        Row((name, scope.number(set(found))), scope.in_time(set(found)))
        for name, found in sorted(held.items())
    )
    table = Table("Stances on the words of others", ("stance", "claims"), rows)
    return Section(
        "stances",
        "What it does with what it passes on",
        tables=(table,),
    )
