"""All that one batch changes, as the steps of one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimgraph.cypher import Step, changes
from claimgraph.errors import CorpusError
from claimgraph.graph import ClaimRows, Row, build
from claimgraph.identity import Identity
from claimgraph.loading.article import article_steps, refuse_article
from claimgraph.loading.canonical import Canonical, Leaving, plan_canonical
from claimgraph.loading.entities import plan_entities
from claimgraph.loading.graph_view import Known, KnownClaim, text
from claimgraph.loading.judgements import plan_judgements
from claimgraph.model import Batch, Claim
from claimgraph.schema.types import Schema


@dataclass(frozen=True, slots=True)
class Summary:
    """How many articles were loaded, and what became of the claims."""

    articles: int = 0
    created: int = 0
    replaced: int = 0
    unchanged: int = 0
    retracted: int = 0

    def plus(self, other: "Summary") -> "Summary":
        """Both together."""
        return Summary(
            self.articles + other.articles,
            self.created + other.created,
            self.replaced + other.replaced,
            self.unchanged + other.unchanged,
            self.retracted + other.retracted,
        )


class Plan:
    """One batch against the graph as it is: what is new, other, gone, unneeded."""

    def __init__(self, batch: Batch, known: Known, schema: Schema) -> None:
        self.batch, self.known, self.schema = batch, known, schema
        self.opens = known.article != batch.article.id
        self.row_before = self.begin_article() if self.opens else None
        self.judgements, self.judgement_steps = plan_judgements(batch, known)
        self.before = known.identity
        self.entities = plan_entities(batch, known, self.before)
        accepted = [claim for claim in batch.claims if claim.review != "rejected"]
        self.refuse_repeated(accepted)
        self.held = self.find_held(accepted)
        self.refuse_foreign(accepted)
        self.created = [claim for claim in accepted if claim.id not in self.held]
        self.replaced = [
            replace(claim, loaded=self.held[claim.id].loaded)
            for claim in accepted
            if claim.id in self.held and self.held[claim.id].digest != claim.digest
        ]
        self.gone = self.find_gone()
        leaving = {*self.gone, *(claim.id for claim in self.replaced)}
        self.standing = self.find_standing(leaving)
        self.touched = self.entities.renamed + self.entities.relabelled
        self.rebuilt = self.standing.rebuilt(known, self.touched, leaving)
        self.summary = Summary(
            articles=int(batch.last),
            created=len(self.created),
            replaced=len(self.replaced),
            unchanged=len(accepted) - len(self.created) - len(self.replaced),
            retracted=len(self.gone),
        )

    def begin_article(self) -> Row | None:
        """Looks the article up when its first batch comes; refuses a foreign one."""
        article, known = self.batch.article, self.known
        row = known.article_row(article.id)
        refuse_article(article, row, known)
        known.article, known.kept = article.id, set()
        known.article_is_new = row is None
        return row

    def refuse_repeated(self, claims: Iterable[Claim]) -> None:
        """The same claim in an earlier batch of the article is an error."""
        for claim in claims:
            if claim.id in self.known.kept:
                raise misplaced(claim, "stands here a second time")
            self.known.kept.add(claim.id)

    def refuse_foreign(self, claims: Iterable[Claim]) -> None:
        """A claim that the graph holds for another article is an error."""
        for claim in claims:
            held = self.held.get(claim.id)
            if held is not None and held.article != claim.article:
                raise misplaced(claim, f"is loaded already, of article {held.article}")

    def find_held(self, claims: Sequence[Claim]) -> dict[str, KnownClaim]:
        """Those of the claims that the graph holds; none where the article is new.

        The id of a claim has the digest of its article in it.
        """
        if self.known.article_is_new:
            return {}
        return self.known.claims([claim.id for claim in claims])

    def find_gone(self) -> dict[str, KnownClaim]:
        """The claims that left the article's file, once its last batch is here."""
        if not self.batch.last or self.known.article_is_new:
            return {}
        held = self.known.claims_of(self.batch.article.id)
        return {one: held[one] for one in held.keys() - self.known.kept}

    def find_standing(self, leaving: set[str]) -> Canonical:
        """Which id stands for which after this batch, and what nothing needs then."""
        coming = self.entities.rows.keys()
        article = self.batch.article.id
        out = Leaving(self.known, self.before, article, leaving, coming)
        candidates = set(self.entities.left)
        if leaving or self.row_before is not None:
            candidates |= out.candidates()
        return plan_canonical(out, self.judgements, candidates)

    def steps(self) -> list[Step]:
        """Everything, in an order in which each step finds what it needs."""
        store = [*self.replaced, *self.rebuilt]
        ids = {claim.id: edge_type(claim) for claim in self.rebuilt}
        ids |= {claim.id: self.held[claim.id].edge for claim in self.replaced}
        ids |= {one: claim.edge for one, claim in self.gone.items()}
        claims = [*self.created, *store]
        steps = changes.delete_claims(by_edge(ids), self.schema)
        steps += self.judgement_steps + self.entities.steps(self.schema)
        written: list[Step] = []
        if self.opens:
            article, row = self.batch.article, self.row_before
            written = article_steps(article, row, self.known, self.standing.after)
        but = self.batch.article.id if written else None
        steps += written
        steps += self.standing.voice_steps(self.known, self.entities.relabelled, but)
        rows = claim_rows(
            claims, self.entities.rows, self.known, self.standing.after, self.schema
        )
        steps += changes.create_claims(rows, self.schema)
        steps += changes.link_replies(claims)
        if steps and self.row_before is not None:
            steps += changes.delete_works()
        return steps + self.standing.last_steps() if steps else []


def claim_rows(
    claims: Sequence[Claim],
    entities: Mapping[str, Row],
    known: Known,
    identity: Identity,
    schema: Schema,
) -> ClaimRows:
    """The rows of claims, with the names of all their holders."""
    holders = {hop.holder for claim in claims for hop in claim.chain}
    rows = {one: row for one, row in entities.items() if one in holders}
    rows |= known.entity_rows(sorted(holders - rows.keys()))
    names = {one: text(row["name"]) for one, row in rows.items()}
    return build(claims, names, identity, known.started, schema)


def misplaced(claim: Claim, reason: str) -> CorpusError:
    """The error for a claim that the graph cannot take here."""
    where = claim.where
    return CorpusError(
        f"claim {claim.id} of {claim.article} {reason}",
        file=where.file if where else None,
        line=where.line if where else None,
        key=where.key or None if where else None,
    )


def edge_type(claim: Claim) -> str:
    """The type of the edge of a claim that was read back."""
    if claim.polarity == "affirmed":
        return claim.relation
    return claim.polarity.upper()


def by_edge(ids: dict[str, str]) -> dict[str, list[str]]:
    """Claim ids grouped by the type of their edge."""
    groups: dict[str, list[str]] = {}
    for one, edge in sorted(ids.items()):
        groups.setdefault(edge, []).append(one)
    return groups
