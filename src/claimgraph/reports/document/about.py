"""What is said about one entity, by topic, each with how many speak for it."""

from collections.abc import Callable, Iterable, Iterator

from claimgraph.analysis.context import Context
from claimgraph.analysis.corroboration import Corroboration
from claimgraph.analysis.discrepancies import Discrepancy, discrepancies
from claimgraph.date_words import day_words
from claimgraph.model import Claim
from claimgraph.reports.document import Row, Section, Sentence, Table, parts
from claimgraph.reports.document.scope import Scope
from claimgraph.reports.document.wording import count_of, list_words, verb_for

# how the attributes are called that have a plainer name than their relation
LABELS = {"day": "day", "place": "place", "word": "method"}
VERDICTS = {
    "single": "{nobody_else} gives any",
    "agree": "they agree",
    "compatible": "they can all hold",
    "conflict": "they cannot all hold",
    "undecided": "whether they can all hold is open",
}


def verdict_words(scope: Scope, found: Discrepancy) -> str:
    """Whether the values of one attribute can all hold, or that there is one only."""
    return VERDICTS[found.verdict].format(nobody_else=scope.nobody_else)


def attribute_words(scope: Scope, attribute: str) -> str:
    """What is counted or dated: "day", "killed"."""
    compared = scope.context.compared(attribute) or ""
    return LABELS.get(compared, scope.context.label(attribute))


def claim_ids(claims: Iterable[Claim]) -> list[str]:
    """The ids of claims."""
    return [claim.id for claim in claims]


def claims_by(
    claims: Iterable[Claim], key: Callable[[Claim], str]
) -> dict[str, list[Claim]]:
    """The claims by a key, sorted by it."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(key(claim), []).append(claim)
    return dict(sorted(found.items()))


def proposition_counts(
    scope: Scope, claims: Iterable[Claim], polarity: str = "affirmed"
) -> list[Corroboration]:
    """U1 for each proposition that the claims support, or deny, sorted."""
    propositions = {scope.context.proposition(claim) for claim in claims}
    ordered = sorted(propositions, key=lambda one: one.order)
    found = [parts.found_for(scope, one, polarity) for one in ordered]
    return [one for one in found if one.reports]


def counted_section(
    scope: Scope, key: str, title: str, claims: Iterable[Claim]
) -> Section:
    """Claims of one topic with U1 for each proposition."""
    spoken = list(claims)
    found = proposition_counts(scope, spoken)
    return Section(
        key,
        title,
        tables=(parts.counts_table(scope, found),),
        claims=scope.in_time(claim_ids(spoken)),
        data={"counts": tuple(found)} if found else {},
    )


def single_origins(found: list[Corroboration]) -> Iterator[Sentence]:
    """How many of the propositions rest on one independent group of origins."""
    alone = [one for one in found if one.independent == 1]
    if found:
        yield Sentence(
            f"Of {count_of(len(found), 'proposition')} that somebody speaks for, "
            f"{one_word(len(alone), len(found))}.",
            tuple(claim for one in alone for claim in one.supporting),
        )


def is_figure(claim: Claim, context: Context) -> bool:
    """Whether a claim gives a number or a day."""
    relation = context.schema.relations.get(claim.relation)
    return relation is not None and relation.value is not None


def one_word(alone: int, every: int) -> str:
    """How many of some rest on one independent group of origins.

    >>> one_word(0, 3), one_word(1, 1), one_word(2, 3)
    ... # doctest: +NORMALIZE_WHITESPACE
    ('none rests on one independent group of origins alone',
     'it rests on one independent group of origins alone',
     '2 rest on one independent group of origins alone')
    """
    number = str(alone or "none")
    if alone == every:
        number = "it" if every == 1 else "each"
    rests = verb_for(1 if alone in (0, every) else alone, "rests", "rest")
    return f"{number} {rests} on one independent group of origins alone"


def figures_section(
    scope: Scope, title: str, subject: str, claims: Iterable[Claim]
) -> Section:
    """U9: what each source gives for a subject, and whether all can hold."""
    found = discrepancies(scope.claims, scope.context, subject)
    columns = ("what", "of", "said by", "value", "together", "because")
    rows = tuple(row for one in found for row in value_rows(scope, one))
    return Section(
        "figures",
        title,
        tables=(Table("What each source gives", columns, rows),),
        claims=scope.in_time(claim_ids(claims)),
        data={"discrepancies": found} if found else {},
    )


def value_rows(scope: Scope, found: Discrepancy) -> Iterator[Row]:
    """A row for each value of one attribute."""
    together = (verdict_words(scope, found), found.why)
    what = attribute_words(scope, found.attribute)
    for value in found.values:
        origins = list_words(scope.names(value.origins))
        cells = (what, found.of or "", origins, value.words, *together)
        yield Row(cells, value.claims)
        # said once for all values
        together = ("", "")


def dependence_section(scope: Scope, speaker: str) -> Section:
    """The bodies and custodians that make a speaker dependent on others."""
    ties = scope.context.ties
    rows = parts.merged_rows(
        Row(
            (
                how,
                scope.name(bond.right),
                day_words(bond.valid) if bond.valid else "",
                "affiliation disputed" if bond.disputed_by else "",
            ),
            tuple(one for one in (bond.claim, *bond.disputed_by) if one in scope.known),
        )
        for how, bonds in (
            ("belongs to", ties["affiliation"]),
            ("held by", ties["custody"]),
        )
        for bond in bonds.get(speaker, ())
    )
    columns = ("tie", "body", "valid", "disputed")
    table = Table("Said ties that make sources count as one", columns, rows)
    return Section("dependence", "On whom this speaker depends", tables=(table,))
