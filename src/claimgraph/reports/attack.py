"""Who takes responsibility for an attack, whom do others name, and who denies it?"""

from collections.abc import Iterator

from claimgraph.analysis.acts import ATTRIBUTED, CLAIMED
from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.context import Context, Proposition
from claimgraph.analysis.corroboration import Corroboration
from claimgraph.analysis.ledger import Ledger, ledger
from claimgraph.analysis.selection import Filters
from claimgraph.model import Claim
from claimgraph.reports.briefs.attack import BLAME, TARGET, brief
from claimgraph.reports.document import (
    Report,
    Row,
    Section,
    Sentence,
    Table,
    parts,
)
from claimgraph.reports.document.about import (
    figures_section,
    is_figure,
)
from claimgraph.reports.document.asking import Argument, Option, Part
from claimgraph.reports.document.building import build
from claimgraph.reports.document.grammar import with_capital
from claimgraph.reports.document.labels import proposition_label
from claimgraph.reports.document.scope import Scope, scope_of
from claimgraph.reports.document.status_words import status_sentence
from claimgraph.reports.document.summary import attack_summary
from claimgraph.reports.document.timeline import timeline_section
from claimgraph.reports.document.wording import count_of, list_words

ARGUMENTS = (Argument("attack", "an attack", ("attack",)),)
OPTIONS: tuple[Option, ...] = ()
EXAMPLE = "claimgraph report attack attack/2020-03-25-kabul-gurdwara"
READS: tuple[Part, ...] = ("about", "culprits")


def report(
    claim_set: ClaimSet, context: Context, filters: Filters, *, attack: str
) -> Report:
    """All that is said about an attack, by whom."""
    scope = scope_of(claim_set, context, filters)
    attack = context.canonical(attack)
    about = scope.about(attack)
    found = counted_blame(scope, about)
    rows = ledger(scope.claims, context, attack)
    return build(
        scope,
        name="attack",
        title=f"{scope.name(attack)}: who takes responsibility, whom others name",
        subjects=(attack,),
        brief=brief(scope, attack, about, found, rows),
        summary=attack_summary(scope, found, rows),
        sections=tuple(sections(scope, attack, about, found, rows)),
    )


def counted_blame(scope: Scope, about: list[Claim]) -> list[Corroboration]:
    """U1 for each one who is named or takes responsibility, for and against."""
    wanted = sorted(
        {
            (scope.context.proposition(one), one.polarity)
            for one in about
            if one.relation in BLAME and one.polarity in ("affirmed", "denied")
        },
        key=lambda pair: (pair[0].object or "", pair[0].relation, pair[1]),
    )
    found = [parts.found_for(scope, *pair) for pair in wanted]
    return sorted(found, key=place)


def place(found: Corroboration) -> tuple[str, int, int]:
    """Who takes responsibility first, then whom most name; denials last."""
    relation = found.proposition.relation
    return found.polarity, BLAME.index(relation), -found.independent


def sections(
    scope: Scope,
    attack: str,
    about: list[Claim],
    found: list[Corroboration],
    rows: Ledger,
) -> Iterator[Section]:
    """The parts of the report, in order."""
    yield identity(scope, attack, about)
    yield responsibility(scope, about)
    yield from attributions(scope, found)
    yield from others(scope, about, found)
    table = parts.counts_table(scope, found)
    yield Section(
        "status",
        "Status and numbers",
        sentences=(status_sentence(scope, rows),),
        tables=(table,),
        data={"counts": tuple(found), "status": rows.status, "rule": rows.status_rule},
    )
    yield parts.ledger_section(scope, rows, "Who said what, in order")
    valued = [one for one in about if is_figure(one, scope.context)]
    yield figures_section(scope, "Figures and dates", attack, valued)
    compared = scope.context.compared
    targets = [
        one.id
        for one in about
        if one.relation == TARGET or compared(one.relation) == "place"
    ]
    yield parts.claims_section(scope, "targets", "Targets and places", targets)
    yield culprits(scope, found)
    blame = [one.id for one in about if one.relation in BLAME]
    yield timeline_section(scope, blame, found)


def identity(scope: Scope, attack: str, about: list[Claim]) -> Section:
    """The names behind the id, and the judgements that made ids one."""
    written = sorted(
        {
            one
            for claim in about
            for one in (claim.subject, claim.object)
            if one and scope.context.canonical(one) == attack
        }
    )
    rows: list[Row] = []
    for one in {*written, attack}:
        entity = scope.context.entities.get(one)
        if entity is not None:
            names = entity.names
            ids = tuple(
                claim.id for claim in about if one in (claim.subject, claim.object)
            )
            rows.append(Row((one, "; ".join(names)), ids))
    judged = [
        Sentence(
            f"{one.who} judged on {one.when} that {one.left} and {one.right} are "
            f"{one.verdict}: {one.why}"
        )
        for one in scope.claim_set.judgements
        if attack in map(scope.context.canonical, (one.left, one.right))
    ]
    table = Table(
        "Names behind the id",
        ("id", "names"),
        tuple(sorted(rows, key=lambda row: row.cells)),
    )
    return Section("identity", "What is meant", tuple(judged), (table,))


def responsibility(scope: Scope, about: list[Claim]) -> Section:
    """Who takes responsibility, through which relays."""
    claims = [one for one in about if one.relation == CLAIMED]
    by_relay: dict[tuple[str, str], list[str]] = {}
    for claim in claims:
        relays = scope.context.holders(claim)[1:-1]
        through = list_words(scope.names(relays)) if relays else "none given"
        name = scope.name(claim.object) if claim.object else "nobody"
        by_relay.setdefault((name, through), []).append(claim.id)
    rows = tuple(
        Row((*key, scope.number(ids)), scope.in_time(ids))
        for key, ids in sorted(by_relay.items())
    )
    table = Table("Through whom", ("group", "relay", "claims"), rows)
    none = Sentence(f"{scope.nobody} takes responsibility.")
    return Section(
        "responsibility",
        "Who takes responsibility",
        sentences=() if claims else (none,),
        tables=(table,),
        claims=scope.in_time(one.id for one in claims),
    )


def attributions(scope: Scope, found: list[Corroboration]) -> Iterator[Section]:
    """Whom others name, each culprit with U1 and what it would take to fall."""
    named = [
        one
        for one in found
        if one.proposition.relation == ATTRIBUTED and one.polarity == "affirmed"
    ]
    for number, one in enumerate(named, 1):
        name = scope.name(one.proposition.object or "")
        inner = parts.origins_section(scope, one)
        falls = [
            table
            for section in parts.fragility_of(scope, one)
            for table in section.tables
        ]
        by = f"named by {count_of(one.independent, 'independent group')}"
        only = "named in proposed claims only"
        yield Section(
            f"attribution-{number}",
            f"{with_capital(name)}: "
            f"{only if not (one.supporting or one.hypothetical) else by}",
            tables=(*inner.tables, *falls),
            claims=scope.in_time((*one.supporting, *one.hypothetical, *one.proposed)),
            data=inner.data,
        )
    if not named:
        none = Sentence(f"{scope.nobody} names anybody else for it.")
        yield Section("attribution", "Whom others name", (none,))


def others(
    scope: Scope, about: list[Claim], found: list[Corroboration]
) -> Iterator[Section]:
    """Denials, what is withheld, and what is only supposed."""
    blame = [one for one in about if one.relation in BLAME]
    denied = [one.id for one in blame if one.polarity == "denied"]
    nobody = scope.nobody.removesuffix(" here")
    none = f"{scope.nobody} denies a part in it."
    yield parts.claims_section(scope, "denials", "Denials", denied, none)
    silent = [one.id for one in about if one.polarity == "withheld"]
    none = f"{nobody} pointedly keeps silent about it."
    yield parts.claims_section(scope, "withheld", "Withheld", silent, none)
    known = {claim for one in found for claim in one.hypothetical}
    supposed = [
        one.id
        for one in blame
        if one.polarity == "affirmed"
        and one.modality == "hypothetical"
        and one.id not in known
    ]
    title = "Hypothetical, not counted"
    yield parts.claims_section(scope, "hypothetical", title, supposed)


def makes_up(claim: Claim, context: Context) -> bool:
    """Whether a claim says who leads its subject, or of what that is a part."""
    relation = claim.relation
    return context.compared(relation) == "leader" or context.family(relation) == "parts"


def culprits(scope: Scope, found: list[Corroboration]) -> Section:
    """Who is said to lead those named, and whose part they are."""
    named = {one.proposition.object for one in found} - {None}
    rows: dict[Proposition, list[str]] = {}
    for claim in scope.claims:
        of_one = scope.context.canonical(claim.subject) in named
        if (of_one and makes_up(claim, scope.context)) or scope.ends(claim) <= named:
            rows.setdefault(scope.context.proposition(claim), []).append(claim.id)
    ordered = sorted(rows.items(), key=lambda item: (-len(item[1]), item[0].order))

    def of(ids: list[str], polarity: str) -> list[str]:
        return [one for one in ids if scope.known[one].polarity == polarity]

    table = Table(
        "Who leads those named and whose part they are, as others say",
        ("what is said", "for", "against"),
        tuple(
            Row(
                (
                    proposition_label(scope, key),
                    *(scope.number(of(ids, one)) for one in ("affirmed", "denied")),
                ),
                scope.in_time(ids),
            )
            for key, ids in ordered
        ),
    )
    return Section("culprits", "Related claims", tables=(table,))
