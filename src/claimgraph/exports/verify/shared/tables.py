"""The features of claims that stand in tables, with nothing but heads to go by."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from claimgraph.dates import span
from claimgraph.errors import ExportError
from claimgraph.exports.verify import Finding, carried_features
from claimgraph.exports.verify.shared.flat import Flat, Surroundings, wrong_dates
from claimgraph.safe_text import tame
from claimgraph.schema import load_schema
from claimgraph.schema.types import ClaimField

# what columns are called otherwise than fields
RENAMED = {"char_start": "start", "char_end": "end"}
BESIDE = {"unnamed": "boolean"}
NONE: Flat = {}
Rows = Callable[[str], Iterator[Flat]]
TYPES = {"affirmed": "", "denied": "DENIED ", "withheld": "WITHHELD "}
SAYS = {"affirmed": "says", "denied": "denies", "withheld": "withholds"}


def table_findings(rows: Rows) -> Iterator[Finding]:
    """Each row of claims with its rows of chains, which stand in its order.

    `rows` gives those of a table, without what is empty.
    """
    tables = ClaimTables(rows)
    chains = groupby(rows("chains"), lambda row: row["claim"])
    edges = rows("edges")
    for row in rows("claims"):
        claim, hops = next(chains, (None, iter(())))
        listed = list(hops)
        numbers = [hop["hop"] for hop in listed]
        if claim != row["id"] or numbers != [*range(1, len(listed) + 1)]:
            raise ExportError(f"chains lacks the hops of claim {row['id']}")
        own = dict(row) | {ours: row.get(key) for key, ours in RENAMED.items()}
        features = tables.around.features(own, listed)
        features |= dict.fromkeys(tables.disagreements(row, listed))
        if row.get("object_id") is not None and tables.edge(row) != next(edges, NONE):
            # a link chart would show something else than the claim
            features["polarity"] = None
        yield Finding(str(row["id"]), carried_features(features))
    for name, rest in (("chains", next(chains, None)), ("edges", next(edges, None))):
        if rest is not None:
            raise ExportError(f"{name} has rows of no claim")


class ClaimTables:
    """What the claims refer to, and what stands of it in their own rows."""

    def __init__(self, rows: Rows) -> None:
        self.entities = {str(row["id"]): row for row in rows("entities")}
        self.articles = {
            str(row["id"]): {key: row.get(key) for key in ("title", "kind", "sha256")}
            for row in rows("articles")
        }
        self.around = Surroundings(
            {own: str(one.get("sha256")) for own, one in self.articles.items()},
            {own for own, one in self.entities.items() if one.get("unnamed") is True},
        )
        self.around.add_judgements(rows("judgements"))
        self.schema = load_schema()

    def name(self, own: object) -> object:
        """The name of an entity, on one line."""
        held = self.entities.get(str(own), NONE).get("name")
        return None if held is None else tame(str(held))

    def disagreements(self, row: Flat, hops: Sequence[Flat]) -> list[str]:
        """The features of which two columns or tables do not say the same."""
        last = hops[-1].get("holder_id") if hops else None
        names = [self.name(hop.get("holder_id")) for hop in hops]
        ends = ("subject", "object")
        sound = {
            "place": row.get("place_name") == self.name(row.get("place_id")),
            "proposition": all(
                row.get(f"{end}_name") == self.name(row.get(f"{end}_id"))
                for end in ends
            ),
            "chain_depth": row.get("origin_id") == last
            and row.get("origin") == self.name(last)
            and row.get("hops") == len(hops)
            and row.get("chain") == " > ".join(map(str, names))
            and [hop.get("holder") for hop in hops] == names,
        }
        wrong = [name for name, holds in sound.items() if not holds]
        return wrong + wrong_dates(row, hops, has_days)

    def edge(self, row: Flat) -> Flat:
        """The row of edges that a claim must have, in every column."""
        get, polarity = row.get, str(row.get("polarity"))
        article = self.articles.get(str(get("article")), NONE)
        symmetric = self.schema.symmetric(str(get("relation")))
        wanted: dict[str, object] = {
            "link_type": f"{TYPES.get(polarity)}{get('relation')}",
            "link_label": f"{get('origin')} {SAYS.get(polarity)}: {get('relation')}",
            "direction": "both" if symmetric else "forward",
            "date_from": get("valid_from"),
            "date_to": get("valid_to"),
            "date_text": get("valid"),
            "source_reference": article.get("title"),
            "source_type": article.get("kind"),
            "grading": get("grade"),
            "description": f"{get('chain')}: {get('quote')}",
            "claim_id": get("id"),
        }
        same = ("polarity", "modality", "origin", "chain", "article", "quote")
        wanted |= {key: get(key) for key in (*same, "char_start", "char_end")}
        for side, end in (("from", "subject_id"), ("to", "object_id")):
            wanted[f"{side}_id"] = get(end)
            wanted[f"{side}_label"] = self.name(get(end))
            wanted[f"{side}_type"] = self.schema.label_of(str(get(end)))
        return {key: held for key, held in wanted.items() if held is not None}


def has_days(row: Flat, field: ClaimField) -> bool:
    """Whether a date has the first and the last day that its text comes to."""
    text, *days = (row.get(one.name) for one in field.properties)
    found = span(str(text)) if text is not None else None
    return days == ([found.earliest, found.latest] if found else [None, None])


@cache
def column_types() -> Mapping[str, str]:
    """The type of each column that is a field, or tells of an entity."""
    declared = load_schema().claim
    types = {field.name: field.type for field in (*declared.node, *declared.hop)}
    return types | {name: types[ours] for name, ours in RENAMED.items()} | BESIDE
