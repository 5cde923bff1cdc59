"""What was read of a graph, and which edges its nodes ask for."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from claimgraph.cypher import MARK
from claimgraph.exports.graph_dump.elements import Element, Replies
from claimgraph.graph import Row
from claimgraph.headlines import is_headline, may_be_headline
from claimgraph.identity import Identity
from claimgraph.model import Article, Claim, Entity, Judgement, Work
from claimgraph.readback import read_texts
from claimgraph.schema.types import Schema
from claimgraph.store.base import Store
from claimgraph.store.rows import map_at

Frozen = tuple[tuple[str, object], ...]
# source, target and properties
Edge = tuple[str, str, Frozen]


@dataclass(slots=True)
class Ends:
    """Which edges there are between which ends, kept as no more than a sum."""

    number: int = 0
    total: int = 0

    def add(self, source: str, target: str, key: object) -> None:
        """One more edge; the key tells edges between the same ends apart."""
        self.number += 1
        self.total += hash((source, target, key))


@dataclass(slots=True)
class Content:
    """A graph while it is verified.

    `places` are the ids of nodes by where the engine keeps them; `claims` the articles
    of all claims by id; `named` the entities that anything names, with the corpora
    that do. Of edges, `edges` are wanted whole, by type; `claim_edges` are digests of
    those of claims, by type and claim; `ends` cover all that hang on claims. `nodes`
    and `read` are how many nodes and edges of ours were met. `told` is the last article
    whose text was read.
    """

    store: Store
    schema: Schema
    places: dict[object, str] = field(default_factory=dict[object, str])
    entities: dict[str, Entity] = field(default_factory=dict[str, Entity])
    articles: dict[str, Article] = field(default_factory=dict[str, Article])
    works: dict[str, Work] = field(default_factory=dict[str, Work])
    tied: set[str] = field(default_factory=set[str])
    judgements: list[Judgement] = field(default_factory=list[Judgement])
    claims: dict[str, str] = field(default_factory=dict[str, str])
    named: dict[str, set[str]] = field(default_factory=dict[str, "set[str]"])
    identity: Identity = field(default_factory=Identity)
    replies: Replies = field(default_factory=Replies)
    nodes: int = 0
    read: int = 0
    edges: dict[str, Counter[Edge]] = field(default_factory=dict[str, "Counter[Edge]"])
    claim_edges: dict[str, dict[str, int]] = field(
        default_factory=dict[str, dict[str, int]]
    )
    ends: dict[str, Ends] = field(default_factory=dict[str, Ends])
    told: Article | None = None

    def titled(self, claim: Claim) -> Claim:
        """The claim with `headline` as title and text of its article have it.

        Claims come in the order of their articles: one text at a time is kept.
        """
        article = self.articles.get(claim.article)
        if article is None or not may_be_headline(claim, article):
            return replace(claim, headline=False) if claim.headline else claim
        if self.told is None or self.told.id != article.id:
            text = read_texts(self.store, [article.id]).get(article.id)
            self.told = replace(article, text=text)
        return replace(claim, headline=is_headline(claim, self.told))

    def name(self, entities: Iterable[str], corpus: str) -> None:
        """Entities that an article of a corpus, or one of its claims, names."""
        for one in entities:
            self.named.setdefault(one, set()).add(corpus)

    def want(self, edge: str, source: str, target: str, row: Row) -> None:
        """An edge that must be there."""
        self.edges.setdefault(edge, Counter())[source, target, frozen(row)] += 1

    def want_of_claim(self, element: Element) -> None:
        """An edge that hangs on a claim, or is its own."""
        [edge], (source, target) = element.kind, element.ends
        claim = element.row.get("claim")
        key = claim or element.row.get("hop")
        self.ends.setdefault(edge, Ends()).add(source, target, key)
        if claim is not None:
            same = hash((source, target, frozen(element.row)))
            self.claim_edges.setdefault(edge, {})[str(claim)] = same

    def edge_at(self, row: Row) -> Edge | None:
        """An edge that was read, None where others have written it to or from theirs.

        Its mark is left out where it is ours.
        """
        both = row["source"] in self.places and row["target"] in self.places
        props = map_at(row, "row")
        if props.get(MARK) is True:
            del props[MARK]
        elif not both:
            return None
        source, target = self.at(row["source"]), self.at(row["target"])
        return source, target, frozen(props)

    def at(self, place: object) -> str:
        """The id of the node that an edge leads to or comes from."""
        return self.places.get(place, "a node that is none of ours")


def frozen(row: Row) -> Frozen:
    """The properties of an edge, to be compared and counted."""
    return tuple(
        (name, str(row[name]) if isinstance(value, list) else value)
        for name, value in sorted(row.items())
    )
