"""What is said of a group: its names, its leaders, its ties, its attacks?"""

from collections.abc import Iterable, Iterator, Mapping

from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.context import Context, Proposition
from claimgraph.analysis.corroboration import Corroboration
from claimgraph.analysis.discrepancies import discrepancies
from claimgraph.analysis.selection import Filters
from claimgraph.model import Claim
from claimgraph.reports.attack import value_rows
from claimgraph.reports.document import Report, Section, Sentence, Table, parts
from claimgraph.reports.document.asking import Argument, Option
from claimgraph.reports.document.building import build
from claimgraph.reports.document.names import names_section
from claimgraph.reports.document.scope import Scope, scope_of
from claimgraph.reports.document.timeline import timeline_section
from claimgraph.reports.document.wording import counted

ARGUMENTS = (Argument("group", "a group, by id, name or alias", ("group",)),)
OPTIONS: tuple[Option, ...] = ()
EXAMPLE = "claimgraph report group ISIS-K"
TIES = ("ALLEGED_LINK", "SUPPORTED_BY", "RIVAL_OF")
DEEDS = ("CLAIMED_BY", "ATTRIBUTED_TO")


def report(
    claim_set: ClaimSet, context: Context, filters: Filters, *, group: str
) -> Report:
    """All that is said of a group, by topic, each with who says it."""
    scope = scope_of(claim_set, context, filters)
    group = context.canonical(group)
    about = [claim for claim in scope.claims if touches(scope, claim, group)]
    return build(
        scope,
        name="group",
        title=f"{scope.name(group)}: what is said of it, and by whom",
        subjects=(group,),
        summary=tuple(summary(scope, group, about)),
        sections=tuple(sections(scope, group, about)),
    )


def touches(scope: Scope, claim: Claim, group: str) -> bool:
    """Whether a group is an end of a claim."""
    return group in (scope.context.canonical(claim.subject), target(scope, claim))


def target(scope: Scope, claim: Claim) -> str | None:
    """The standing id of the object."""
    return None if claim.object is None else scope.context.canonical(claim.object)


def summary(scope: Scope, group: str, about: list[Claim]) -> Iterator[Sentence]:
    """How much is said, by how many, what is denied, and what rests on one origin."""
    name = scope.name(group)
    if not about:
        yield Sentence(f"Nobody here says anything of {name}.")
        return
    origins = {scope.context.origin(claim) for claim in about}
    articles = {claim.article for claim in about}
    yield Sentence(
        f"{counted(len(about), 'claim')} in {counted(len(articles), 'article')}, on "
        f"the word of {counted(len(origins), 'origin')}, "
        f"{'is' if len(about) == 1 else 'are'} about {name}.",
        scope.in_time(claim.id for claim in about),
    )
    denied = [claim.id for claim in about if claim.polarity == "denied"]
    if denied:
        told = " ".join(scope.told(one) for one in scope.in_time(denied))
        yield Sentence(f"Denied: {told}", scope.in_time(denied))
    else:
        yield Sentence(f"Nobody here denies anything that is said of {name}.")
    found = corroborated(scope, about)
    alone = [one for one in found if one.independent == 1]
    rest = tuple(claim for one in alone for claim in one.supporting)
    if found:
        yield Sentence(
            f"Of {counted(len(found), 'proposition')} that somebody speaks for, "
            f"{len(alone)} rest on one independent group of origins each.",
            rest,
        )


def corroborated(scope: Scope, claims: Iterable[Claim]) -> list[Corroboration]:
    """U1 for each proposition that the claims support, sorted."""
    propositions = {scope.context.proposition(claim) for claim in claims}
    found = [parts.found_for(scope, one) for one in sorted(propositions, key=order)]
    return [one for one in found if one.reports]


def order(one: Proposition) -> tuple[str, str, str]:
    """By relation, then by ends."""
    return one.relation, one.subject, one.object or ""


def sections(scope: Scope, group: str, about: list[Claim]) -> Iterator[Section]:
    """The parts of the report, in order."""
    held = by_relation(about)
    yield names_section(scope, group, about)
    yield counted_section(
        scope, "parts", "Part of whom, and who is part of it", held.get("PART_OF", [])
    )
    yield parts.claims_section(
        scope, "leaders", "Who is said to lead it", ids(held.get("LED_BY", []))
    )
    for relation, title in zip(
        TIES, ("Said links", "Said help", "Said rivalries"), strict=True
    ):
        yield counted_section(scope, relation, title, held.get(relation, []))
    yield from deeds(scope, group, held)
    denials = [
        claim.id
        for claim in scope.claims
        if claim.polarity == "denied" and speaks_for(scope, claim, group)
    ]
    yield parts.claims_section(scope, "denies", "What it denies itself", denials)
    yield parts.claims_section(
        scope,
        "withheld",
        "Withheld",
        [claim.id for claim in about if claim.polarity == "withheld"],
    )
    yield figures(scope, group, held)
    yield rest(scope, held)
    yield alone(scope, about)
    yield timeline_section(
        scope,
        scope.in_time(claim.id for claim in about),
        corroborated(scope, about),
    )


def by_relation(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The claims by their relation."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.relation, []).append(claim)
    return found


def ids(claims: Iterable[Claim]) -> list[str]:
    """The ids of claims."""
    return [claim.id for claim in claims]


def counted_section(scope: Scope, key: str, title: str, claims: list[Claim]) -> Section:
    """Claims of one relation with U1 for each proposition."""
    found = corroborated(scope, claims)
    table = parts.counts_table(scope, found)
    return Section(
        key.lower(),
        title,
        tables=(table,) if table.rows else (),
        claims=scope.in_time(ids(claims)),
        data={"counts": tuple(found)} if found else {},
    )


def deeds(
    scope: Scope, group: str, held: Mapping[str, list[Claim]]
) -> Iterator[Section]:
    """The attacks that it takes on itself, and those that others lay on it."""
    own = [claim for claim in held.get("CLAIMED_BY", ()) if claim.polarity != "denied"]
    yield counted_section(scope, "claimed", "Attacks it takes responsibility for", own)
    named = [
        claim
        for claim in held.get("ATTRIBUTED_TO", ())
        if target(scope, claim) == group
    ]
    title = "Attacks that others attribute to it"
    yield counted_section(scope, "attributed", title, named)


def speaks_for(scope: Scope, claim: Claim, group: str) -> bool:
    """Whether the origin is the group, or belongs to it when speaking."""
    origin = scope.context.origin(claim)
    bodies = scope.context.bodies(origin, claim.said)
    return origin == group or any(bond.right == group for bond in bodies)


def figures(scope: Scope, group: str, held: Mapping[str, list[Claim]]) -> Section:
    """Its strength and its leaders compared source by source."""
    found = discrepancies(scope.claims, scope.context, group)
    rows = tuple(row for one in found for row in value_rows(scope, one))
    columns = ("what", "of", "said by", "value", "together", "because")
    table = Table("What each source gives", columns, rows)
    return Section(
        "figures",
        "Where the sources differ",
        tables=(table,) if table.rows else (),
        claims=scope.in_time(
            ids([*held.get("STRENGTH", ()), *held.get("ATTACK_COUNT", ())])
        ),
        data={"discrepancies": found} if found else {},
    )


def rest(scope: Scope, held: Mapping[str, list[Claim]]) -> Section:
    """Claims of the relations that have no section of their own."""
    shown = {"PART_OF", "LED_BY", "STRENGTH", "ATTACK_COUNT", *TIES, *DEEDS}
    others = [one for name, found in held.items() if name not in shown for one in found]
    return counted_section(scope, "other", "What else is said", others)


def alone(scope: Scope, about: list[Claim]) -> Section:
    """The propositions that rest on one independent group of origins."""
    found = [one for one in corroborated(scope, about) if one.independent == 1]
    table = parts.counts_table(scope, found, "One independent group speaks")
    return Section(
        "single-origin", "On one word only", tables=(table,) if table.rows else ()
    )
