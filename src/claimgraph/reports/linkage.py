"""Who says that two are linked, who denies it, and on whose word?"""

from collections.abc import Iterable, Iterator

from claimgraph.analysis.context import Context, Proposition
from claimgraph.analysis.corroboration import Corroboration
from claimgraph.analysis.edges import Edge
from claimgraph.analysis.ledger import Ledger, ledger
from claimgraph.analysis.material import Material
from claimgraph.analysis.network import third_parties
from claimgraph.analysis.selection import Filters
from claimgraph.analysis.standing import standing
from claimgraph.model import Claim
from claimgraph.reports.document import Report, Row, Section, Sentence, Table, parts
from claimgraph.reports.document.asking import Argument, Option
from claimgraph.reports.document.building import build
from claimgraph.reports.document.ground import Ground, laid
from claimgraph.reports.document.summary import summary_of
from claimgraph.reports.document.timeline import timeline_section
from claimgraph.reports.document.wording import listed

AGENTS = ("group", "person", "org", "state")
ARGUMENTS = (
    Argument("left", "a group, person, organization or state", AGENTS),
    Argument("right", "the other", AGENTS),
)
OPTIONS: tuple[Option, ...] = ()
EXAMPLE = 'claimgraph report linkage "Haqqani Network" ISIS-K'
LINK, SUPPORT = "ALLEGED_LINK", "SUPPORTED_BY"


def report(
    material: Material, context: Context, filters: Filters, *, left: str, right: str
) -> Report:
    """All that is said about a link of two, for and against, by whom."""
    ground = laid(material, context, filters)
    pair = (context.standing(left), context.standing(right))
    link = between_both(LINK, *pair)
    found = parts.found_for(ground, link)
    against = parts.found_for(ground, link, "denied")
    rows = ledger(ground.claims, context, pair)
    names = " and ".join(ground.names(pair))
    return build(
        ground,
        name="linkage",
        title=f"{names}: who says there is a link, and who denies it",
        subjects=pair,
        summary=(
            *summary_of(ground, found, against, rows, f"a link between {names}"),
            *kinds_told(ground, found),
        ),
        sections=tuple(sections(ground, pair, found, against, rows)),
    )


def sections(
    ground: Ground,
    pair: tuple[str, str],
    found: Corroboration,
    against: Corroboration,
    rows: Ledger,
) -> Iterator[Section]:
    """The parts of the report, in order."""
    between = [one for one in ground.claims if ends(ground, one) == set(pair)]
    links = [one for one in between if one.relation == LINK]
    yield numbers(ground, pair, found, against, rows)
    yield parts.origins_section(ground, found, "for-origins", "On whose word, for")
    if against.reports:
        title = "On whose word, against"
        yield parts.origins_section(ground, against, "against-origins", title)
    yield from supported(ground, pair, between)
    yield parts.ledger_section(ground, rows, "Who said what, in order")
    yield from sides(ground, links)
    rest = [one.id for one in between if one.relation not in (LINK, SUPPORT)]
    title = "Other relations of the two"
    yield parts.claims_section(ground, "other", title, rest)
    yield breakdown(ground, [one for one in links if one.id in found.supporting], found)
    yield from parts.fragility_of(ground, found)
    yield parts.relays_section(ground, found)
    yield timeline_section(ground, [one.id for one in links], (found, against))
    yield others(ground, pair)


def kinds_told(ground: Ground, found: Corroboration) -> Iterator[Sentence]:
    """Which kinds of link the claims speak of: where they agree, and where not."""
    held: dict[str, list[str]] = {}
    for one in found.supporting:
        held.setdefault(ground.known[one].kind or "no kind", []).append(one)
    rows = sorted(held.items(), key=lambda item: (-len(item[1]), item[0]))
    if rows:
        kinds = listed([f"{kind} ({len(ids)})" for kind, ids in rows])
        text = f"By kind, the claims for it speak of {kinds}."
        yield Sentence(text, ground.in_time(found.supporting))


def between_both(relation: str, left: str, right: str) -> Proposition:
    """The proposition of a symmetric relation: its ends are sorted."""
    first, second = sorted((left, right))
    return Proposition(relation, first, second)


def ends(ground: Ground, claim: Claim) -> set[str]:
    """Both ends of a claim, as standing ids."""
    both = (claim.subject, claim.object)
    return {ground.context.standing(one) for one in both if one is not None}


def numbers(
    ground: Ground,
    pair: tuple[str, str],
    found: Corroboration,
    against: Corroboration,
    rows: Ledger,
) -> Section:
    """The status with its rule, and how many speak for and against."""
    given = [found, against]
    for one, other in (pair, pair[::-1]):
        support = parts.found_for(ground, Proposition(SUPPORT, one, other))
        given += [support] if support.reports else []
    table = parts.counts_table(ground, given)
    return Section(
        "status",
        "Status and numbers",
        sentences=(parts.status_sentence(rows),),
        tables=(table,),
        data={"counts": tuple(given), "status": rows.status, "rule": rows.status_rule},
    )


def supported(
    ground: Ground, pair: tuple[str, str], between: Iterable[Claim]
) -> Iterator[Section]:
    """Help from one to the other, counted on its own."""
    claims = [one for one in between if one.relation == SUPPORT]
    for helped, helper in (pair, pair[::-1]):
        found = parts.found_for(ground, Proposition(SUPPORT, helped, helper))
        ids = [
            one.id for one in claims if ground.context.standing(one.subject) == helped
        ]
        title = f"Help for {ground.name(helped)} from {ground.name(helper)}"
        key = "support" if helped == pair[0] else "support-reverse"
        if not ids:
            continue
        inner = parts.origins_section(ground, found, key, title)
        yield Section(
            key, title, (), inner.tables, ground.in_time(ids), data=inner.data
        )


def sides(ground: Ground, links: Iterable[Claim]) -> Iterator[Section]:
    """The claims of a link: for, against, withheld, hypothetical."""
    held: dict[str, list[str]] = {"+": [], "-": [], "~": [], "?": []}
    for claim in links:
        held[ground.line(claim.id).sign].append(claim.id)
    titles = {
        "+": ("for", "For a link", "Nobody says that there is a link."),
        "-": ("against", "Against a link", "Nobody denies a link."),
        "~": ("withheld", "Withheld", "Nobody pointedly keeps silent about a link."),
        "?": ("hypothetical", "Hypothetical, not counted", ""),
    }
    for sign, (key, title, empty) in titles.items():
        yield parts.claims_section(ground, key, title, held[sign], empty)


def breakdown(ground: Ground, claims: list[Claim], found: Corroboration) -> Section:
    """The claims for a link by kind, and by the standing of who speaks."""
    kinds: dict[str, list[str]] = {}
    standings: dict[str, list[str]] = {}
    for claim in claims:
        kinds.setdefault(claim.kind or "none given", []).append(claim.id)
        value = standing(claim, ground.context)
        held = f", held by {ground.name(value.custodian)}" if value.custodian else ""
        standings.setdefault(f"{value.value}{held}", []).append(claim.id)
    tables = tuple(
        Table(caption, (column, "claims", "origins"), tallied(ground, groups))
        for caption, column, groups in (
            ("For a link, by kind", "kind", kinds),
            ("For a link, by the standing of the source", "standing", standings),
        )
    )
    if not claims:
        return Section("breakdown", "By kind and standing")
    sentence = parts.standings_sentence(ground, found)
    return Section("breakdown", "By kind and standing", (sentence,), tables)


def tallied(ground: Ground, groups: dict[str, list[str]]) -> tuple[Row, ...]:
    """A row for each value: how many claims, of whom."""
    rows: list[Row] = []
    for value, ids in sorted(groups.items(), key=lambda one: (-len(one[1]), one[0])):
        origins = sorted({ground.name(ground.known[one].origin) for one in ids})
        cells = (value, str(len(ids)), ", ".join(origins))
        rows.append(Row(cells, ground.in_time(ids)))
    return tuple(rows)


def others(ground: Ground, pair: tuple[str, str]) -> Section:
    """Third parties that are said to have to do with both."""
    found = third_parties(ground.claims, ground.context, *pair)
    left, right = ground.names(pair)
    rows = tuple(
        Row(
            (
                ground.name(one.entity),
                listed([tie(ground, edge, pair[0]) for edge in one.with_left]),
                listed([tie(ground, edge, pair[1]) for edge in one.with_right]),
            ),
            ground.in_time(
                claim
                for edge in (*one.with_left, *one.with_right)
                for claim in (*edge.claims, *edge.denied)
            ),
        )
        for one in found
    )
    columns = ("third party", f"with {left}", f"with {right}")
    caption = (
        "Said to have to do with both, each with how many independent groups say so"
    )
    return Section(
        "third-parties",
        "Third parties",
        tables=(Table(caption, columns, rows),) if rows else (),
        data={"third_parties": found},
    )


def tie(ground: Ground, edge: Edge, near: str) -> str:
    """A relation with the number of independent groups that speak for it."""
    said = edge.proposition
    words = said.relation
    if words not in ground.context.symmetric:
        words = f"it {words} them" if said.subject == near else f"they {words} it"
    return f"{words}: {edge.independent}{' (denied by others)' * edge.contested}"
