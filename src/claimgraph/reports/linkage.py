"""Who says that two are linked, who denies it, and on whose word?"""

from collections.abc import Iterable, Iterator

from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.context import Context, Proposition
from claimgraph.analysis.corroboration import Corroboration
from claimgraph.analysis.edges import Edge
from claimgraph.analysis.ledger import Ledger, ledger
from claimgraph.analysis.network import third_parties
from claimgraph.analysis.pair_status import LINK
from claimgraph.analysis.selection import Filters
from claimgraph.analysis.standing import standing
from claimgraph.model import Claim
from claimgraph.reports.briefs.linkage import brief
from claimgraph.reports.document import (
    Report,
    Row,
    Section,
    Sentence,
    Table,
    parts,
)
from claimgraph.reports.document.asking import Argument, Option, Part
from claimgraph.reports.document.building import build
from claimgraph.reports.document.labels import proposition_label
from claimgraph.reports.document.scope import Scope, scope_of
from claimgraph.reports.document.status_words import status_sentence
from claimgraph.reports.document.summary import summary_of
from claimgraph.reports.document.timeline import timeline_section
from claimgraph.reports.document.wording import list_words

AGENTS = ("group", "person", "org", "state")
ARGUMENTS = (
    Argument("left", "a group, person, organization or state", AGENTS),
    Argument("right", "the other", AGENTS),
)
OPTIONS: tuple[Option, ...] = ()
EXAMPLE = 'claimgraph report linkage "Haqqani Network" ISIS-K'
READS: tuple[Part, ...] = ("between",)
SUPPORT = "SUPPORTED_BY"


def report(
    claim_set: ClaimSet, context: Context, filters: Filters, *, left: str, right: str
) -> Report:
    """All that is said about a link of two, for and against, by whom."""
    scope = scope_of(claim_set, context, filters)
    pair = (context.canonical(left), context.canonical(right))
    link = between_both(LINK, *pair)
    found = parts.found_for(scope, link)
    against = parts.found_for(scope, link, "denied")
    rows = ledger(scope.claims, context, pair)
    names = " and ".join(scope.names(pair))
    return build(
        scope,
        name="linkage",
        title=f"{names}: who says there is a link, and who denies it",
        subjects=pair,
        brief=brief(scope, pair, found, against, rows),
        summary=(
            *summary_of(scope, found, against, rows, f"a link between {names}"),
            *kinds_told(scope, found),
        ),
        sections=tuple(sections(scope, pair, found, against, rows)),
    )


def sections(
    scope: Scope,
    pair: tuple[str, str],
    found: Corroboration,
    against: Corroboration,
    rows: Ledger,
) -> Iterator[Section]:
    """The parts of the report, in order."""
    between = [one for one in scope.claims if scope.ends(one) == set(pair)]
    links = [one for one in between if one.relation == LINK]
    yield numbers(scope, pair, found, against, rows)
    yield parts.origins_section(scope, found, "for-origins", "On whose word, for")
    if against.reports:
        title = "On whose word, against"
        yield parts.origins_section(scope, against, "against-origins", title)
    yield from help_sections(scope, pair, between)
    yield parts.ledger_section(scope, rows, "Who said what, in order")
    yield from sides(scope, links)
    rest = [one.id for one in between if one.relation not in (LINK, SUPPORT)]
    title = "Other relations of the two"
    yield parts.claims_section(scope, "other", title, rest)
    supporting = {*found.supporting}
    yield breakdown(scope, [one for one in links if one.id in supporting], found)
    yield from parts.fragility_of(scope, found)
    yield parts.relays_section(scope, found)
    yield timeline_section(scope, [one.id for one in links], (found, against))
    yield others(scope, pair)


def kinds_told(scope: Scope, found: Corroboration) -> Iterator[Sentence]:
    """Which kinds of link the claims speak of: where they agree, and where not."""
    held: dict[str, list[str]] = {}
    for one in found.supporting:
        kind = (scope.known[one].kind or "no kind").replace("-", " ")
        held.setdefault(kind, []).append(one)
    rows = sorted(held.items(), key=lambda item: (-len(item[1]), item[0]))
    if rows:
        kinds = list_words([f"{kind} ({len(ids)})" for kind, ids in rows])
        text = f"The claims for it speak of {kinds}."
        yield Sentence(text, scope.in_time(found.supporting))


def between_both(relation: str, left: str, right: str) -> Proposition:
    """The proposition of a symmetric relation: its ends are sorted."""
    first, second = sorted((left, right))
    return Proposition(relation, first, second)


def numbers(
    scope: Scope,
    pair: tuple[str, str],
    found: Corroboration,
    against: Corroboration,
    rows: Ledger,
) -> Section:
    """The status with its rule, and how many speak for and against."""
    given = [found, against]
    for one, other in (pair, pair[::-1]):
        support = parts.found_for(scope, Proposition(SUPPORT, one, other))
        given += [support] if support.reports else []
    table = parts.counts_table(scope, given)
    return Section(
        "status",
        "Status and numbers",
        sentences=(status_sentence(scope, rows),),
        tables=(table,),
        data={"counts": tuple(given), "status": rows.status, "rule": rows.status_rule},
    )


def help_sections(
    scope: Scope, pair: tuple[str, str], between: Iterable[Claim]
) -> Iterator[Section]:
    """Help from one to the other, counted on its own."""
    claims = [one for one in between if one.relation == SUPPORT]
    for helped, helper in (pair, pair[::-1]):
        found = parts.found_for(scope, Proposition(SUPPORT, helped, helper))
        ids = [
            one.id for one in claims if scope.context.canonical(one.subject) == helped
        ]
        title = f"Help for {scope.name(helped)} from {scope.name(helper)}"
        key = "support" if helped == pair[0] else "support-reverse"
        if not ids:
            continue
        inner = parts.origins_section(scope, found, key, title)
        yield Section(key, title, (), inner.tables, scope.in_time(ids), data=inner.data)


def sides(scope: Scope, links: Iterable[Claim]) -> Iterator[Section]:
    """The claims of a link: for, against, withheld, hypothetical."""
    held: dict[str, list[str]] = {"+": [], "-": [], "~": [], "?": []}
    for claim in links:
        held[scope.line(claim.id).sign].append(claim.id)
    nobody = scope.nobody.removesuffix(" here")
    titles = {
        "+": ("for", "For a link", f"{nobody} says that there is a link."),
        "-": ("against", "Against a link", f"{nobody} denies a link."),
        "~": ("withheld", "Withheld", f"{nobody} pointedly keeps silent about a link."),
        "?": ("hypothetical", "Hypothetical, not counted", ""),
    }
    for sign, (key, title, empty) in titles.items():
        yield parts.claims_section(scope, key, title, held[sign], empty)


def breakdown(scope: Scope, claims: list[Claim], found: Corroboration) -> Section:
    """The claims for a link by kind, and by the standing of who speaks."""
    kinds: dict[str, list[str]] = {}
    standings: dict[str, list[str]] = {}
    for claim in claims:
        kind = (claim.kind or "none given").replace("-", " ")
        kinds.setdefault(kind, []).append(claim.id)
        value = standing(claim, scope.context)
        held = f", held by {scope.name(value.custodian)}" if value.custodian else ""
        words = parts.standing_words(value.value)
        standings.setdefault(f"{words}{held}", []).append(claim.id)
    tables = tuple(
        Table(caption, (column, "claims", "origins"), tally_rows(scope, groups))
        for caption, column, groups in (
            ("For a link, by kind", "kind", kinds),
            ("For a link, by the standing of the source", "standing", standings),
        )
    )
    if not claims:
        return Section("breakdown", "By kind and standing")
    sentence = parts.standings_sentence(scope, found)
    return Section("breakdown", "By kind and standing", (sentence,), tables)


def tally_rows(scope: Scope, groups: dict[str, list[str]]) -> tuple[Row, ...]:
    """A row for each value: how many claims, of whom."""
    rows: list[Row] = []
    for value, ids in sorted(groups.items(), key=lambda one: (-len(one[1]), one[0])):
        origins = sorted({scope.name(scope.known[one].origin) for one in ids})
        cells = (value, str(len(ids)), ", ".join(origins))
        rows.append(Row(cells, scope.in_time(ids)))
    return tuple(rows)


def others(scope: Scope, pair: tuple[str, str]) -> Section:
    """Third parties that are said to have to do with both."""
    found = third_parties(scope.claims, scope.context, *pair)
    left, right = scope.names(pair)
    rows = tuple(
        Row(
            (
                scope.name(one.entity),
                "; ".join(tie(scope, edge) for edge in one.with_left),
                "; ".join(tie(scope, edge) for edge in one.with_right),
            ),
            scope.in_time(
                claim
                for edge in (*one.with_left, *one.with_right)
                for claim in (*edge.claims, *edge.denied)
            ),
        )
        for one in found
    )
    columns = ("third party", f"of it and {left}", f"of it and {right}")
    caption = (
        "Said to have to do with both: what is said, and by how many independent groups"
    )
    return Section(
        "third-parties",
        "Third parties",
        tables=(Table(caption, columns, rows),),
        data={"third_parties": found},
    )


def tie(scope: Scope, edge: Edge) -> str:
    """What is said of two, with the number of independent groups that say so."""
    words = proposition_label(scope, edge.proposition).removeprefix("that ")
    return f"{words}: {edge.independent}{' (denied by others)' * edge.contested}"
