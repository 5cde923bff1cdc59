"""What is said of a group: its names, its leaders, its ties, its attacks?"""

from collections.abc import Iterator
from functools import partial

from claimgraph.analysis.acts import ATTRIBUTED, CLAIMED
from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.context import Context
from claimgraph.analysis.corroboration import Corroboration
from claimgraph.analysis.pair_status import LINK
from claimgraph.analysis.selection import Filters
from claimgraph.analysis.sides import sides_of
from claimgraph.model import Claim
from claimgraph.reports.briefs.group import brief
from claimgraph.reports.document import (
    Report,
    Section,
    Sentence,
    parts,
)
from claimgraph.reports.document.about import (
    claim_ids,
    claims_by,
    counted_section,
    figures_section,
    proposition_counts,
    single_origins,
)
from claimgraph.reports.document.asking import Argument, Option, Part
from claimgraph.reports.document.building import build
from claimgraph.reports.document.names import names_section
from claimgraph.reports.document.scope import Scope, accepted_claims, scope_of
from claimgraph.reports.document.timeline import timeline_section
from claimgraph.reports.document.wording import verb_for

ARGUMENTS = (Argument("group", "a group, by id, name or alias", ("group",)),)
OPTIONS: tuple[Option, ...] = ()
EXAMPLE = "claimgraph report group ISIS-K"
READS: tuple[Part, ...] = ("about", "denials", "deeds")
# chapters by the tie that a relation makes, under the keys that readers know
TIES = (
    ("supporters", "supported_by", "Said help"),
    ("rivals", "rival_of", "Said rivalries"),
)


def report(
    claim_set: ClaimSet, context: Context, filters: Filters, *, group: str
) -> Report:
    """All that is said of a group, by topic, each with who says it."""
    scope = scope_of(claim_set, context, filters)
    group = context.canonical(group)
    about = scope.about(group)
    return build(
        scope,
        name="group",
        title=f"{scope.name(group)}: what is said of it, and by whom",
        subjects=(group,),
        brief=brief(
            scope,
            group,
            about,
            partial(topic_of, context=context),
            deeds_of_its_own(scope, group),
            own_denials(scope, group),
        ),
        summary=tuple(summary(scope, group, about)),
        sections=tuple(sections(scope, group, about)),
    )


def summary(scope: Scope, group: str, about: list[Claim]) -> Iterator[Sentence]:
    """How much is said, by how many, what is denied, and what rests on one origin."""
    name = scope.name(group)
    if not about:
        yield Sentence(f"{scope.nobody} says anything of {name}.")
        return
    yield Sentence(
        f"{scope.counted_words(about)}, "
        f"{verb_for(len(about), 'is', 'are')} about {name}.",
        scope.in_time(claim.id for claim in about),
    )
    counted = accepted_claims(about)
    denied = [claim.id for claim in counted if claim.polarity == "denied"]
    if denied:
        told = " ".join(scope.told(one) for one in scope.in_time(denied))
        yield Sentence(f"Denied: {told}", scope.in_time(denied))
    else:
        yield Sentence(f"{scope.no_accepted} denies anything that is said of {name}.")
    yield from single_origins(proposition_counts(scope, about))


def sections(scope: Scope, group: str, about: list[Claim]) -> Iterator[Section]:
    """The parts of the report, in order."""
    held = claims_by(about, lambda claim: topic_of(claim, scope.context))
    yield names_section(scope, group, about)
    title = "Part of whom, and who is part of it"
    yield counted_section(scope, "parts", title, held.get("parts", ()))
    leaders = claim_ids(held.get("leaders", ()))
    yield parts.claims_section(scope, "leaders", "Who is said to lead it", leaders)
    yield counted_section(scope, "alleged_link", "Said links", held.get(LINK, ()))
    for family, key, title in TIES:
        yield counted_section(scope, key, title, held.get(family, ()))
    own = [claim for claim in held.get(CLAIMED, ()) if claim.polarity != "denied"]
    yield counted_section(scope, "claimed", "Attacks it takes responsibility for", own)
    title = "Attacks that others attribute to it"
    yield counted_section(scope, "attributed", title, held.get(ATTRIBUTED, ()))
    title = "Attacks that others attribute to its cells and members"
    deeds = deeds_of_its_own(scope, group)
    yield counted_section(scope, "attributed-to-parts", title, deeds)
    denied = claim_ids(own_denials(scope, group))
    title = "What it denies itself, or those who belong to it"
    yield parts.claims_section(scope, "denies", title, denied)
    silent = claim_ids(claim for claim in about if claim.polarity == "withheld")
    yield parts.claims_section(scope, "withheld", "Withheld", silent)
    title = "Where the sources differ"
    yield figures_section(scope, title, group, held.get("figures", ()))
    yield counted_section(scope, "other", "What else is said", held.get("other", ()))
    found = proposition_counts(scope, about)
    yield alone(scope, found)
    yield timeline_section(scope, scope.in_time(claim_ids(about)), found)


def topic_of(claim: Claim, context: Context) -> str:
    """The chapter of a claim: who did it and links by name, else what it means."""
    if claim.relation in (CLAIMED, ATTRIBUTED, LINK):
        return claim.relation
    relation = context.schema.relations.get(claim.relation)
    if relation is None:
        return "other"
    if relation.compared == "leader":
        return "leaders"
    if relation.value is not None and relation.source == ("Group",):
        return "figures"
    family = context.family(claim.relation)
    return family if family in ("parts", "supporters", "rivals") else "other"


def deeds_of_its_own(scope: Scope, group: str) -> list[Claim]:
    """The claims that name a cell or member for an attack which stands on its side."""
    return [
        claim
        for claim in scope.claims
        if claim.relation == ATTRIBUTED
        and claim.object is not None
        and (doer := scope.context.canonical(claim.object)) != group
        and group in sides_of(doer, scope.context).bodies
    ]


def own_denials(scope: Scope, group: str) -> list[Claim]:
    """What the group denies, or those who belong to it."""
    denied = (claim for claim in scope.claims if claim.polarity == "denied")
    return [one for one in denied if speaks_for(scope, one, group)]


def speaks_for(scope: Scope, claim: Claim, group: str) -> bool:
    """Whether the origin is the group, or belongs to it when speaking."""
    origin = scope.context.origin(claim)
    bodies = scope.context.bodies(origin, claim.said)
    return origin == group or any(bond.right == group for bond in bodies)


def alone(scope: Scope, counts: list[Corroboration]) -> Section:
    """The propositions that rest on one independent group of origins."""
    found = [one for one in counts if one.independent == 1]
    table = parts.counts_table(scope, found, "One independent group speaks")
    return Section("single-origin", "On one word only", tables=(table,))
