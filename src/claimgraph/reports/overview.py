"""What is in the graph, and where do the sources differ most?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimgraph.analysis.attack_status import RULES
from claimgraph.analysis.chains import chain_text, depth
from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.context import Context
from claimgraph.analysis.discrepancies import Discrepancy
from claimgraph.analysis.ledger import Ledger
from claimgraph.analysis.selection import Filters
from claimgraph.date_words import day_words
from claimgraph.model import MODALITIES, POLARITIES, REVIEWS, Claim
from claimgraph.reports.briefs.overview import brief
from claimgraph.reports.document import Report, Row, Section, Sentence, Table
from claimgraph.reports.document.about import claim_ids, claims_by
from claimgraph.reports.document.asking import Argument, HealthRow, Option
from claimgraph.reports.document.building import build
from claimgraph.reports.document.differing import differing_figures, figures_of_all
from claimgraph.reports.document.grammar import with_capital
from claimgraph.reports.document.ledgers import (
    attack_ledgers,
    differing_attacks,
    differing_pairs,
    rows_of,
)
from claimgraph.reports.document.names import title_of
from claimgraph.reports.document.scope import Scope, accepted_claims, scope_of
from claimgraph.reports.document.status_words import naming_words, status_name
from claimgraph.reports.document.wording import count_of, list_words, verb_for

ARGUMENTS: tuple[Argument, ...] = ()
OPTIONS: tuple[Option, ...] = ()
EXAMPLE = "claimgraph report overview"
READS = None  # all: it counts and names every claim
HEALTH = True
# "Long" is three hops or more (analysis.md, U4).
LONG = 3
# what one claim and several do, by polarity
ACTS = (("affirms", "affirm"), ("denies", "deny"), ("withholds", "withhold"))


def report(
    claim_set: ClaimSet,
    context: Context,
    filters: Filters,
    *,
    health: tuple[HealthRow, ...] = (),
) -> Report:
    """How much is said, by whom, on what the sources differ, and how the graph is."""
    scope = scope_of(claim_set, context, filters)
    attacks, pairs = attack_ledgers(scope), differing_pairs(scope)
    figures = differing_figures(scope)
    opening = tuple(summary(scope, attacks, pairs))
    return build(
        scope,
        subjects=(),
        summary=opening,
        name="overview",
        title="What the sources say here: an overview",
        brief=brief(
            scope, opening, attacks, differing_attacks(attacks), figures, health
        ),
        sections=(*sections(scope, attacks, pairs, figures), health_section(health)),
    )


def health_section(health: Sequence[HealthRow]) -> Section:
    """What the health questions found, defects first."""
    rows = tuple(
        Row((one.name, one.question, str(one.rows), "defect" if one.defect else ""))
        for one in sorted(health, key=lambda one: (not one.defect, one.name))
    )
    defects = count_of(sum(one.defect for one in health), "defect")
    asked = f"{count_of(len(health), 'question')} asked of the graph, {defects} found."
    table = Table("Health questions", ("question", "what it asks", "rows", ""), rows)
    return Section(
        "health",
        "Health of the graph",
        sentences=(Sentence(asked),) if health else (),
        tables=(table,),
        data={"health": tuple(health)} if health else {},
    )


def summary(
    scope: Scope, attacks: Sequence[Ledger], pairs: Sequence[Ledger]
) -> Iterator[Sentence]:
    """How much there is, and on how much of it the sources differ."""
    claims = accepted_claims(scope.claims)
    origins = {scope.context.origin(claim) for claim in claims}
    unnamed = [one for one in origins if scope.context.is_unnamed(one)]
    without = f", {len(unnamed)} of them without a name" * bool(unnamed)
    counted = with_capital(scope.counted_words(scope.claims))
    yield Sentence(f"{counted}{without * bool(claims)}.")
    polarities = claims_by(claims, lambda claim: claim.polarity)
    said = [
        (len(polarities.get(one, ())), verbs)
        for one, verbs in zip(POLARITIES, ACTS, strict=True)
    ]
    supposed = sum(claim.modality == "hypothetical" for claim in claims)
    if claims:
        told = [
            f"{number} {verb_for(number, *verbs)}" for number, verbs in said if number
        ]
        supposition = f"; {supposed} only as a supposition" * bool(supposed)
        yield Sentence(f"Of these claims {list_words(told)}{supposition}.")
    numbers = [(sum(one.status == name for one in attacks), name) for name in RULES]
    counts = ", ".join(
        f"{number} {status_name(name)}" for number, name in numbers if number
    )
    who = "Somebody says, denies or withholds who did"
    none = f"{scope.no_accepted} says, denies or withholds who did any attack."
    yield Sentence(
        f"{who} {count_of(len(attacks), 'attack')}{f': {counts}' * bool(counts)}."
        if attacks
        else none,
        rows_of(differing_attacks(attacks), scope),
    )
    yield Sentence(pair_words(scope, len(pairs)), rows_of(pairs, scope))


def pair_words(scope: Scope, number: int) -> str:
    """Of how many pairs a link is both affirmed and denied."""
    if number:
        return f"A link is both affirmed and denied of {count_of(number, 'pair')}."
    if scope.machine_read:
        return "Of no pair accepted claims both affirm and deny a link."
    return "Of no pair a link is both affirmed and denied."


def sections(
    scope: Scope,
    attacks: Sequence[Ledger],
    pairs: Sequence[Ledger],
    figures: Mapping[str, Sequence[Discrepancy]],
) -> Iterator[Section]:
    """The parts of the report, in order."""
    yield articles(scope)
    yield relations(scope)
    yield speakers(scope)
    title = "Attacks disputed or partly shared"
    yield statuses(scope, "disputed", title, differing_attacks(attacks))
    yield figures_of_all(scope, figures)
    yield statuses(scope, "pairs", "Pairs affirmed and denied", pairs)
    yield long_chains(scope)


def articles(scope: Scope) -> Section:
    """A row for each article: publisher, day, claims, and those that were rejected."""
    held = claims_by(scope.claims, lambda claim: claim.article)
    rows = tuple(
        Row(
            (
                title_of(scope, stem),
                scope.name(scope.context.canonical(article.speaker)),
                day_words(article.published) if article.published else "not known",
                scope.number(claim_ids(held.get(stem, ()))),
                str(article.rejected),
            ),
            scope.in_time(claim_ids(held.get(stem, ()))),
        )
        for stem, article in sorted(scope.claim_set.articles.items())
    )
    columns = ("article", "published by", "published", "claims", "rejected")
    table = Table("Articles with claims, and without", columns, rows)
    return Section("articles", "Articles", tables=(table,))


def relations(scope: Scope) -> Section:
    """The claims of each relation by polarity, modality and review."""
    fields: tuple[tuple[str, Sequence[str]], ...] = (
        ("polarity", POLARITIES),
        ("modality", MODALITIES),
        ("review", REVIEWS[:2]),
    )
    rows: list[Row] = []
    for name, claims in claims_by(scope.claims, lambda claim: claim.relation).items():
        cells = [scope.context.label(name), str(len(claims))]
        for field, values in fields:
            mine = [str(getattr(claim, field)) for claim in claims]
            cells += [str(mine.count(value)) for value in values]
        rows.append(Row(tuple(cells), scope.in_time(claim_ids(claims))))
    columns = (
        "relation",
        "claims",
        *(value for _, values in fields for value in values),
    )
    ordered = sorted(rows, key=lambda row: (-int(row.cells[1]), row.cells))
    table = Table("Claims by what they are about", columns, tuple(ordered))
    return Section("relations", "Relations", tables=(table,))


def speakers(scope: Scope) -> Section:
    """Who the origins are, and in how many claims each publisher or relay stands."""
    context = scope.context
    origins = claims_by(scope.claims, context.origin)
    outside: dict[str, set[str]] = {}
    for claim in scope.claims:
        for holder in context.holders(claim)[:-1]:
            outside.setdefault(holder, set()).add(claim.id)
    tables = (
        Table(
            "Origins: on whose word",
            ("origin", "claims", "articles"),
            most_first(
                Row(
                    (
                        scope.name(one),
                        scope.number(claim_ids(claims)),
                        str(len({claim.article for claim in claims})),
                    ),
                    scope.in_time(claim_ids(claims)),
                )
                for one, claims in origins.items()
            ),
        ),
        Table(
            "Publishers and relays: who passes on the words of others",
            ("speaker", "claims"),
            most_first(
                Row((scope.name(one), scope.number(held)), scope.in_time(held))
                for one, held in outside.items()
            ),
        ),
    )
    return Section("speakers", "Origins and publishers", tables=tables)


def most_first(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows by how many claims they have, most first."""
    return tuple(sorted(rows, key=lambda row: (-len(row.claims), row.cells)))


def statuses(scope: Scope, key: str, title: str, found: Sequence[Ledger]) -> Section:
    """A row for each ledger: status, and who names whom, or how many do what."""
    rows = tuple(
        Row(
            (
                " and ".join(scope.names(one.target)),
                status_name(one.status),
                "; ".join(naming_words(scope, one)) or acts(scope, one),
            ),
            rows_of([one], scope),
        )
        for one in found
    )
    table = Table("Status of the claims", ("about", "status", "who says what"), rows)
    return Section(
        key,
        title,
        tables=(table,),
        data={"ledgers": tuple(found)} if found else {},
    )


def acts(scope: Scope, found: Ledger) -> str:
    """How many claims of a ledger that count do what, in words."""
    rows = (
        row.act for row in found.rows if scope.known[row.claim].review == "accepted"
    )
    return ", ".join(f"{number} {act}" for act, number in sorted(Counter(rows).items()))


def long_chains(scope: Scope) -> Section:
    """The chains of three or more hops, the longest first."""
    held: Mapping[str, list[Claim]] = claims_by(
        (claim for claim in scope.claims if depth(claim) >= LONG),
        lambda claim: chain_text(claim, scope.context),
    )
    rows = [
        Row(
            (text, str(depth(claims[0])), scope.number(claim_ids(claims))),
            scope.in_time(claim_ids(claims)),
        )
        for text, claims in held.items()
    ]
    table = Table(
        "From the publisher to the origin, each with its stance",
        ("chain", "hops", "claims"),
        tuple(sorted(rows, key=lambda row: (-int(row.cells[1]), row.cells))),
    )
    return Section("chains", "Longest chains", tables=(table,))
