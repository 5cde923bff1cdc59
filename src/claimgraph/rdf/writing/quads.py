"""Batches as quads: one graph for each article, one for entities, one for judgements.

Streamed: entities, judgements and the ids of claims are kept, claims are not.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from claimgraph.errors import ExportError
from claimgraph.model import Article, Batch, Claim, Entity, Judgement, Reply
from claimgraph.rdf.writing import BASE
from claimgraph.rdf.writing.articles import article_quads
from claimgraph.rdf.writing.claims import claim_quads, edge_quads, proposition_quads
from claimgraph.rdf.writing.entities import entity_quads, judgement_quads
from claimgraph.rdf.writing.names import Names
from claimgraph.rdf.writing.terms import CG, Quad
from claimgraph.schema import load_schema
from claimgraph.schema.types import Schema

OpenReply = tuple[str, str, Reply]


def quads(
    batches: Iterable[Batch], base: str = BASE, with_edges: bool = False
) -> Iterator[Quad]:
    """Every quad of the batches, in a fixed order; articles come one after another.

    `with_edges` adds the bare edge of each affirmed claim, in a graph of its own.
    """
    pass_ = Pass(Names(base), load_schema(), with_edges)
    for batch in batches:
        yield from pass_.batch(batch)
    yield from pass_.rest()


@dataclass(slots=True)
class Pass:
    """One pass over batches: what has to be known at its end."""

    names: Names
    schema: Schema
    with_edges: bool
    article: str = ""
    entities: dict[str, Entity] = field(default_factory=dict[str, Entity])
    judgements: dict[str, Judgement] = field(default_factory=dict[str, Judgement])
    corpora: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    propositions: set[str] = field(default_factory=set[str])
    claims: set[bytes] = field(default_factory=set[bytes])
    labels: dict[str, str] = field(default_factory=dict[str, str])
    # claims that answer others, until it is known which: own id, article, reply
    replies: list[OpenReply] = field(default_factory=list[OpenReply])

    def batch(self, batch: Batch) -> Iterator[Quad]:
        """The article, when it is new, and the claims of a batch."""
        article = batch.article
        if article.id != self.article:
            self.article, self.propositions = article.id, set()
            known = {entity.id for entity in batch.entities}
            yield from article_quads(article, self.names, known)
        for entity in batch.entities:
            self.entities.setdefault(entity.id, entity)
        for judgement in batch.judgements or ():
            self.judgements[judgement.id] = judgement
            self.corpora.setdefault(judgement.id, set()).add(article.corpus)
        for claim in batch.claims:
            yield from self.claim(claim, article)
        if self.with_edges:
            yield from edge_quads(batch.claims, self.names)

    def claim(self, claim: Claim, article: Article) -> Iterator[Quad]:
        """A claim, and its proposition where the article has not had it."""
        symmetric = self.schema.symmetric(claim.relation)
        yield from claim_quads(claim, article, self.names, symmetric)
        if claim.proposition not in self.propositions:
            self.propositions.add(claim.proposition)
            graph = self.names.article(article.id)
            yield from proposition_quads(claim, self.names, symmetric, graph)
        self.claims.add(claim.id.encode())
        if claim.label is not None:
            self.labels[f"{article.id}#{claim.label}"] = claim.id
        if claim.reply is not None:
            self.replies.append((claim.id, article.id, claim.reply))

    def rest(self) -> Iterator[Quad]:
        """What needs all articles: replies, entities, judgements."""
        for own, article, reply in self.replies:
            answered = self.answered_claim(reply.claim, article)
            if answered is not None:
                subject, target = self.names.claim(own), self.names.claim(answered)
                yield subject, CG + reply.how, target, self.names.article(article)
        for one in sorted(self.entities):
            entity = self.entities[one]
            label = self.schema.label_of(one)
            if label is None:
                raise ExportError(f"{one} is no entity id")
            yield from entity_quads(entity, label, self.names)
        for one in sorted(self.judgements):
            corpora = sorted(self.corpora[one])
            yield from judgement_quads(self.judgements[one], corpora, self.names)

    def answered_claim(self, named: str, article: str) -> str | None:
        """The id of the claim that a reply names by id or label, if it is there."""
        if named.encode() in self.claims:
            return named
        return self.labels.get(named) or self.labels.get(f"{article}#{named}")
