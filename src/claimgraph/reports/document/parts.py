"""Sections that several reports share, made from what the analysis found."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimgraph.analysis.context import Proposition
from claimgraph.analysis.corroboration import Corroboration, corroboration
from claimgraph.analysis.fragility import FragilitySets, fragility
from claimgraph.analysis.ledger import Ledger
from claimgraph.analysis.standing import cross_standing, group_standing
from claimgraph.reports.document import Row, Section, Sentence, Table
from claimgraph.reports.document.groups import (
    by_weight,
    group_name,
    is_named,
    named_number,
)
from claimgraph.reports.document.labels import proposition_label
from claimgraph.reports.document.scope import Scope
from claimgraph.reports.document.wording import (
    apart_words,
    count_of,
    list_words,
    when,
)
from claimgraph.safe_text import shown_title

COUNTS = ("claims", "articles", "origins", "independent", "with a name")
ABSORBED = {
    "retells": "a retold passage; the retold work speaks itself",
    "collective": "an unnamed plural beside a named speaker of the same article",
    "summary": "a headline that sums up a speaker inside its article",
    "unspecified": "the article hides the speaker, and others say the same",
}
# what an origin does in a ledger
ACTS = {
    "claims-own": "takes responsibility",
    "denies-own": "denies its own part",
    "attributes": "names a doer",
    "clears": "denies another's part",
    "asserts-relation": "says so",
    "denies-relation": "denies it",
}
JOINED = {
    "same-origin": "one origin",
    "affiliation": "one belongs to the other, or both to one body",
    "custody": "one holds the other, or both are held by one",
    "near-copy": "nearly the same sentence in two articles",
}


def found_for(
    scope: Scope, proposition: Proposition, polarity: str = "affirmed"
) -> Corroboration:
    """U1 for one proposition, with the claims that passed the filters."""
    claims = scope.alike.get(proposition, ())
    return corroboration(claims, scope.context, proposition, polarity)


def support(found: Corroboration) -> tuple[str, ...]:
    """All claims that a row of counts tells of, absorbed and proposed ones included."""
    return (*found.supporting, *found.proposed)


def counts_table(
    scope: Scope, found: Iterable[Corroboration], caption: str = "How many speak"
) -> Table:
    """A row of U1 numbers for each proposition and polarity."""
    rows = [
        Row(
            (
                proposition_label(scope, one.proposition),
                one.polarity,
                told_and_hidden(one),
                *map(str, (one.articles, one.origins, one.independent)),
                str(named_number(scope, one)),
            ),
            support(one),
        )
        for one in found
    ]
    return Table(caption, ("what is said", "how", *COUNTS), tuple(rows))


def told_and_hidden(found: Corroboration) -> str:
    """How many claims there are, those apart that are hidden or proposed."""
    return apart_words(
        len(found.supporting) - len(found.hidden),
        {"hidden": len(found.hidden), "proposed": len(found.proposed)},
    )


def groups_table(scope: Scope, found: Corroboration, caption: str) -> Table:
    """A row for each independent group: who, standing, when, how many claims."""
    rows = [
        Row(
            (
                group_name(scope, group),
                "named" if is_named(scope, group) else "unnamed",
                standing_words(
                    group_standing(
                        group, scope.known_claims(group.claims), scope.context
                    )
                ),
                str(len(group.claims)),
                scope.said(group.claims),
            ),
            scope.in_time(group.claims),
        )
        for group in by_weight(found)
    ]
    columns = ("independent group", "name", "standing", "claims", "said")
    return Table(caption, columns, tuple(rows))


def standing_words(standing: str) -> str:
    """A standing as people read it: "security service"."""
    return standing.replace("-", " ")


def joins_table(scope: Scope, found: Corroboration) -> Table:
    """Which claims were counted as one voice with which, and why."""
    rows = {
        Row(
            (
                scope.name(scope.context.origin(scope.known[join.left])),
                scope.name(scope.context.origin(scope.known[join.right])),
                JOINED.get(join.reason, join.reason),
                scope.name(join.detail),
            ),
            (join.left, join.right),
        )
        for join in found.joins
        if join.reason != "same-origin"
    }
    ordered = sorted(rows, key=lambda row: (row.cells, row.claims))
    columns = ("origin", "origin", "counted as one because", "through")
    return Table("Origins joined", columns, merged_rows(ordered))


def merged_rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows with equal cells as one, with the claims of all."""
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for row in rows:
        found.setdefault(row.cells, {}).update(dict.fromkeys(row.claims))
    return tuple(Row(cells, tuple(ids)) for cells, ids in found.items())


def absorbed_table(scope: Scope, found: Corroboration) -> Table:
    """Which claims add nothing to the count, and why."""
    rows = [
        Row(
            (
                scope.name(scope.context.origin(scope.known[one.claim])),
                ABSORBED.get(one.reason, one.reason),
                detail_name(scope, one.detail),
            ),
            (one.claim,),
        )
        for one in found.absorbed
    ]
    columns = ("origin", "adds nothing because", "beside")
    return Table("Claims absorbed", columns, tuple(rows))


def detail_name(scope: Scope, detail: str) -> str:
    """A claim by its origin, an article by its title, an entity by its name."""
    if detail in scope.known:
        return scope.name(scope.context.origin(scope.known[detail]))
    article = scope.context.articles.get(detail)
    return scope.name(detail) if article is None else shown_title(article.title)


def origins_section(
    scope: Scope, found: Corroboration, key: str = "origins", title: str = ""
) -> Section:
    """U1 in full: groups, joins and absorbed claims with reasons."""
    tables = (
        groups_table(scope, found, "Independent groups of origins"),
        joins_table(scope, found),
        absorbed_table(scope, found),
    )
    return Section(
        key,
        title or "On whose word",
        tables=tables,
        data={"corroboration": found},
    )


def ledger_section(scope: Scope, ledger: Ledger, title: str) -> Section:
    """Who said what and when, in order."""
    rows: list[Row] = []
    for row in ledger.rows:
        line = scope.line(row.claim)
        done = ACTS.get(row.act, row.act.replace("-", " "))
        marks = (done, row.reply, line.review if line.review == "proposed" else "")
        act = ", ".join(filter(None, marks))
        cells = (line.sign, when(line), act, line.told)
        rows.append(Row(cells, (row.claim,)))
    columns = ("", "when", "act", "who says what")
    table = Table("In the order in which it was said", columns, tuple(rows))
    return Section("ledger", title, tables=(table,), data={"ledger": ledger})


def claims_section(
    scope: Scope, key: str, title: str, ids: Iterable[str], empty: str = ""
) -> Section:
    """Claims printed whole, by the day on which they were said."""
    kept = scope.in_time(ids)
    said = () if kept or not empty else (Sentence(empty),)
    return Section(key, title, sentences=said, claims=kept)


def fragility_section(scope: Scope, found: FragilitySets) -> Section:
    """Which voices must fall for all support to fall."""
    sentence = Sentence(
        f"No set of up to {found.searched_to} speakers stands in the chains of all "
        "the supporting claims."
        if not found.sets
        else f"The smallest sets of speakers without whom no supporting claim is left "
        f"have {count_of(found.smallest or 0, 'member')}."
    )
    rows = tuple(
        Row((list_words(scope.names(members)), str(len(members))))
        for members in found.sets
    )
    columns = ("speakers", "how many")
    table = Table("Without these speakers no support is left", columns, rows)
    return Section(
        "fragility",
        "What falls with whom",
        sentences=(replace(sentence, claims=found.claims),),
        tables=(table,),
        data={"fragility": found},
    )


def fragility_of(scope: Scope, found: Corroboration) -> Iterator[Section]:
    """The same for a proposition; nothing where nobody supports it."""
    if found.supporting:
        sets = fragility(
            scope.alike.get(found.proposition, ()), scope.context, found.proposition
        )
        yield fragility_section(scope, sets)


def relays_section(scope: Scope, found: Corroboration) -> Section:
    """Relays that several groups share: printed, never joined."""
    owner = {one.key: one for one in found.groups}
    sentences = [
        Sentence(
            f"{len(shared.groups)} groups of origins speak through one relay, "
            f"{scope.name(shared.relay)}: "
            f"{list_words([group_name(scope, owner[key]) for key in shared.groups])}.",
            tuple(
                one
                for key in shared.groups
                for one in owner[key].claims
                if shared.relay in scope.context.holders(scope.known[one])
            ),
        )
        for shared in found.shared_relays
    ]
    return Section("relays", "Shared relays", sentences=tuple(sentences))


def standings_sentence(scope: Scope, found: Corroboration) -> Sentence:
    """How many kinds of source speak."""
    number = cross_standing(found, scope.claims, scope.context)
    return Sentence(
        f"The origins are {count_of(found.independent, 'independent group')} of "
        f"{count_of(number, 'different standing')}.",
        found.supporting,
    )
