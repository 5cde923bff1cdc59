"""Who stands between the others, by what the sources say of whom?"""

from collections import Counter
from collections.abc import Iterable, Iterator

from claimgraph.analysis.brokers import (
    MARKED,
    MEASURES,
    Broker,
    Brokers,
    Figure,
    Measure,
    NetworkView,
    brokers,
)
from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.communities import Communities
from claimgraph.analysis.context import Context
from claimgraph.analysis.edges import Widening
from claimgraph.analysis.network import VIEWS, View, ends_of
from claimgraph.analysis.selection import Filters
from claimgraph.reports.briefs.brokers import brief
from claimgraph.reports.document import Report, Row, Section, Sentence, Table
from claimgraph.reports.document.asking import Argument, Option
from claimgraph.reports.document.building import build
from claimgraph.reports.document.grammar import with_capital
from claimgraph.reports.document.labels import proposition_label
from claimgraph.reports.document.scope import Scope, scope_of
from claimgraph.reports.document.wording import count_of, list_words, verb_for

ARGUMENTS: tuple[Argument, ...] = ()
OPTIONS = (
    Option("widen", "show a part and the whole it is said to be of as one", flag=True),
)
EXAMPLE = "claimgraph report brokers"
READS = None  # all: every claim of two may be an edge
NO_EDGE = "No accepted claim here makes an edge."
CAUTION = "Edges are claims. A group that is much accused looks central."
SHOWN = 15  # whoever is further down is in the JSON form
VIEW_WORDS: dict[View, str] = {
    "all": "all strong claims",
    "uncontested": "uncontested edges",
    "corroborated": "edges of two or more independent groups",
}
REASONS = {
    "several-wholes": "the claims put it inside several, and they would become one",
    "contested": "others deny it",
    "circle": "the claims make them parts of one another",
}


def report(
    claim_set: ClaimSet, context: Context, filters: Filters, *, widen: bool = False
) -> Report:
    """Betweenness, degree and weighted degree of who is named, and communities.

    Each figure three times: of all strong claims, without contested edges, and of
    edges that two or more independent groups of origins speak for.
    """
    scope = scope_of(claim_set, context, filters)
    found = brokers(scope.claims, context, widen)
    opening = tuple(summary(scope, found))
    wide = " (parts and wholes as one)" * widen
    return build(
        scope,
        name="brokers",
        title=f"Who stands between the others, by what is claimed{wide}",
        subjects=(),
        brief=brief(scope, found, opening),
        summary=opening,
        sections=tuple(sections(scope, found)),
    )


def summary(scope: Scope, found: Brokers) -> Iterator[Sentence]:
    """The caution, the size of the network, who comes first, and what is marked."""
    yield Sentence(CAUTION)
    yield from [Sentence(NO_EDGE)] * (not found.rows)
    for view in found.views if found.rows else ():
        ids = [claim for edge in view.edges for claim in edge.claims]
        yield Sentence(
            f"The network of {VIEW_WORDS[view.view]} has "
            f"{count_of(len(view.edges), 'edge')} between "
            f"{count_of(len(ends_of(view.edges)), 'entity', 'entities')}, from "
            f"{count_of(len(ids), 'claim')}."
        )
    first: dict[str, list[str]] = {}
    for name in VIEWS:
        names = scope.names(one.entity for one in leading(found, name))
        if names:
            first.setdefault(list_words(names), []).append(f"by {VIEW_WORDS[name]}")
    for told, views in first.items():
        yield Sentence(
            f"{with_capital(list_words(views))}, these stand between most others: "
            f"{told}."
        )
    if found.rows:
        marked = [one for one in found.rows if one.marks]
        moved = verb_for(len(marked) or 1, "moves", "move")
        yield Sentence(
            "Without the edges that others deny, "
            f"{list_words(scope.names(one.entity for one in marked))} {moved} by more "
            f"than {MARKED} ranks.",
            scope.in_time({claim for one in marked for claim in one.claims}),
        )
    if found.widening:
        yield Sentence(
            f"Widened: {count_of(len(found.widening.folded), 'part')} shown as one "
            f"with the whole that the claims put them inside, "
            f"{len(found.widening.apart)} kept apart."
        )
    if found.pivots:
        yield Sentence(f"Betweenness is estimated by ways of {found.pivots} entities.")


def leading(found: Brokers, view: View, most: int = 3) -> list[Broker]:
    """Those of the best ranks by betweenness in a view, if it is not 0."""
    ranked = [
        (figure(row, "betweenness", view).rank, row.entity, row)
        for row in found.rows
        if figure(row, "betweenness", view).value > 0
    ]
    ranked.sort(key=lambda one: one[:2])
    return [row for _, _, row in ranked[:most]]


def figure(row: Broker, measure: Measure, view: View) -> Figure:
    """One figure of an entity."""
    wanted = (measure, view)
    return next(one for one in row.figures if (one.measure, one.view) == wanted)


def sections(scope: Scope, found: Brokers) -> Iterator[Section]:
    """The parts of the report, in order."""
    rows = rows_shown(found)
    tables = [table(scope, rows, measure, len(found.rows)) for measure in MEASURES]
    yield Section(
        "figures",
        "Figures and ranks",
        sentences=(
            Sentence(
                "The weight of an edge is the number of independent groups that speak "
                "for it, never the number of claims; two who are named together are "
                "as far apart as 1 divided by it. Of several edges between two the "
                "best supported counts."
            ),
        ),
        tables=tuple(tables),
        data={"rows": found.rows, "pivots": found.pivots},
    )
    yield contested_section(scope, found)
    for view in found.views:
        yield communities_section(scope, view)
    if found.widening:
        yield widening_section(scope, found.widening)


def rows_shown(found: Brokers) -> list[Broker]:
    """The first of any measure in any view, and those whose rank moves."""
    return [
        row
        for row in found.rows
        if row.marks or any(one.rank <= SHOWN and one.value > 0 for one in row.figures)
    ]


def table(scope: Scope, rows: Iterable[Broker], measure: Measure, every: int) -> Table:
    """One measure by its rank in the network of all strong claims.

    The claims of an entity stand with its betweenness and are not said again.
    """
    ordered = sorted(
        rows, key=lambda row: (figure(row, measure, "all").rank, row.entity)
    )
    first = measure == MEASURES[0]
    names = Counter(scope.name(row.entity) for row in ordered)
    held = tuple(
        Row(
            (
                told_apart(scope, row.entity, names),
                *(cell(figure(row, measure, view)) for view in VIEWS),
                mark(row, measure),
            ),
            scope.in_time(row.claims) if first else (),
        )
        for row in ordered
    )
    caption = f"{measure}, value and rank: {len(held)} of {every} entities"
    columns = ("entity", *(VIEW_WORDS[view] for view in VIEWS), "marked")
    return Table(caption if first else f"{caption}, claims as above", columns, held)


def told_apart(scope: Scope, entity: str, names: Counter[str]) -> str:
    """A name; with the id where others in the table have the same one."""
    name = scope.name(entity)
    return f"{name} ({entity})" if names[name] > 1 else name


def cell(held: Figure) -> str:
    """A value with its rank."""
    return f"{held.value:.3g} (rank {held.rank})"


def mark(row: Broker, measure: Measure) -> str:
    """How far a marked figure moves without contested edges."""
    change = next(
        one.change
        for one in row.changes
        if one.measure == measure and one.view == "uncontested"
    )
    if measure not in row.marks:
        return ""
    return f"! {abs(change)} {'down' if change > 0 else 'up'} without contested edges"


def contested_section(scope: Scope, found: Brokers) -> Section:
    """The edges that others deny."""
    rows = tuple(
        Row(
            (
                proposition_label(scope, edge.proposition),
                str(edge.independent),
                str(len(edge.denied)),
            ),
            scope.in_time((*edge.claims, *edge.denied)),
        )
        for view in found.views[:1]
        for edge in view.edges
        if edge.contested
    )
    columns = ("what is said", "independent groups for", "claims that deny it")
    return Section(
        "contested",
        "Contested edges",
        tables=(Table("Edges that others deny", columns, rows),),
        data={"views": found.views},
    )


def communities_section(scope: Scope, view: NetworkView) -> Section:
    """Who hangs together by the claims of a view, by two methods."""
    held = view.communities
    title = f"Communities, {VIEW_WORDS[view.view]}"
    if not held.louvain:
        return Section(f"communities-{view.view}", title)
    rows = tuple(
        Row((str(number), str(len(part)), list_words(scope.names(part))))
        for number, part in enumerate(held.louvain, 1)
    )
    return Section(
        f"communities-{view.view}",
        title,
        sentences=(
            Sentence(
                f"Louvain sees {count_of(len(held.louvain), 'part')} (modularity "
                f"{held.louvain_modularity}){check_words(held)}."
            ),
        ),
        tables=(Table("Parts by Louvain", ("part", "n", "who is in it"), rows),),
    )


def check_words(held: Communities) -> str:
    """What the second method sees."""
    if held.alike is None:
        return "; not checked by greedy modularity, which would take too long"
    return (
        f", greedy modularity {len(held.greedy)} ({held.greedy_modularity}); of all "
        f"pairs they treat {held.alike:.0%} alike"
    )


def widening_section(scope: Scope, how: Widening) -> Section:
    """Which parts are shown as one with their whole, and which are not."""
    folded = tuple(
        Row((scope.name(one.part), scope.name(one.whole)), scope.in_time(one.claims))
        for one in how.folded
    )
    apart = tuple(
        Row(
            (
                scope.name(one.part),
                list_words(scope.names(one.wholes)),
                REASONS.get(one.reason, one.reason),
            ),
            scope.in_time(one.claims),
        )
        for one in how.apart
    )
    tables = (
        Table("Shown as one, as the sources say", ("part", "whole"), folded),
        Table("Kept apart", ("part", "said to be inside", "because"), apart),
    )
    return Section(
        "widening",
        "Parts and wholes",
        sentences=(Sentence("Who is part of whom is what the sources say."),),
        tables=tables,
        data={"widening": how},
    )
