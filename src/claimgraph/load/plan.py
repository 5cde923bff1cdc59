"""All that one batch changes, as the steps of one transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from claimgraph.cypher import Step, changes, lookups
from claimgraph.errors import CorpusError
from claimgraph.graph import ClaimRows, Row, build
from claimgraph.identity import Identity, resolve
from claimgraph.load.article import article_steps, refuse_article, voice_steps
from claimgraph.load.entities import plan_entities
from claimgraph.load.judgements import plan_judgements
from claimgraph.load.known import Known, KnownClaim, text
from claimgraph.model import Batch, Claim
from claimgraph.readback import read_claims
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
        article = batch.article
        self.opens = known.article != article.id
        self.row_before = self.begin_article() if self.opens else None
        self.judgements, self.judgement_steps = plan_judgements(batch, known)
        self.before = known.identity
        self.identity = self.resolved()
        self.entities = plan_entities(batch, known)
        accepted = [claim for claim in batch.claims if claim.review != "rejected"]
        self.refuse_repeated(accepted)
        ids = [claim.id for claim in accepted]
        held = {} if known.article_is_new else known.claims(ids)
        self.created = [claim for claim in accepted if claim.id not in held]
        self.replaced = [
            replace(claim, loaded=held[claim.id].loaded)
            for claim in accepted
            if claim.id in held and held[claim.id].digest != claim.digest
        ]
        self.gone: dict[str, KnownClaim] = {}
        if batch.last and not known.article_is_new:
            self.gone = {
                one: claim
                for one, claim in known.claims_of(article.id).items()
                if one not in known.kept
            }
        self.held = held
        self.rebuilt = self.find_rebuilt()
        self.unneeded = self.find_unneeded()
        self.summary = Summary(
            articles=int(batch.last),
            created=len(self.created),
            replaced=len(self.replaced),
            unchanged=len(ids) - len(self.created) - len(self.replaced),
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

    def resolved(self) -> Identity:
        """Which id stands for which after this batch; a clash is an error."""
        listed = [held.judgement for held in self.judgements.values()]
        identity, problems = resolve(listed)
        if problems:
            raise CorpusError(problems[0].reason, key=problems[0].key)
        return identity

    def refuse_repeated(self, claims: Iterable[Claim]) -> None:
        """The same claim in an earlier batch of the article is an error."""
        for claim in claims:
            if claim.id in self.known.kept:
                where = claim.where
                raise CorpusError(
                    f"claim {claim.id} of {claim.article} stands here a second time",
                    file=where.file if where else None,
                    line=where.line if where else None,
                )
            self.known.kept.add(claim.id)

    def find_rebuilt(self) -> list[Claim]:
        """Claims of the graph that hang elsewhere from now on, or carry other names."""
        touched = self.entities.renamed + self.entities.relabelled
        moved = self.before.changed(self.identity)
        stands = {self.before.standing(one) for one in (*touched, *moved)}
        touched = sorted(stands | set(touched) | set(moved))
        if not touched:
            return []
        ids = set(self.known.ids(lookups.CLAIMS_AT_ENTITIES, ids=touched))
        ids -= {claim.id for claim in self.replaced} | self.gone.keys()
        return list(read_claims(self.known.store, sorted(ids)))

    def find_unneeded(self) -> list[str]:
        """Entities that nothing may need after this batch: the transaction decides."""
        known, article = self.known, self.batch.article.id
        ids = [*self.gone, *(claim.id for claim in self.replaced)]
        found = set(self.entities.left)
        if ids:
            found |= set(known.ids(lookups.ENTITIES_OF_CLAIMS, ids=ids))
        if self.row_before is not None:
            found |= set(known.ids(lookups.ENTITIES_OF_ARTICLE, id=article))
            found |= set(known.ids(lookups.WORK_PUBLISHERS, id=article))
        for held in known.judgements.values():
            if held.judgement.id not in self.judgements:
                found |= {held.judgement.left, held.judgement.right}
        return sorted(known.around(found))

    def steps(self) -> list[Step]:
        """Everything, in an order in which each step finds what it needs."""
        store = [*self.replaced, *self.rebuilt]
        ids = {claim.id: edge_type(claim) for claim in store}
        for one in self.replaced:
            ids[one.id] = self.held[one.id].edge
        ids |= {one: claim.edge for one, claim in self.gone.items()}
        claims = self.rows([*self.created, *store])
        steps = changes.delete_claims(by_edge(ids), self.schema)
        steps += self.judgement_steps + self.entities.steps(self.schema)
        if self.opens:
            steps += article_steps(
                self.batch.article, self.row_before, self.known, self.identity
            )
        moved = [*self.before.changed(self.identity), *self.entities.relabelled]
        steps += voice_steps(moved, self.before, self.identity, self.known)
        steps += changes.create_claims(claims, self.schema)
        steps += changes.link_replies([claim.id for claim in (*self.created, *store)])
        if steps and self.row_before is not None:
            steps += changes.delete_works()
        if steps and self.unneeded:
            steps += changes.delete_unneeded(self.unneeded)
        return steps

    def rows(self, claims: Sequence[Claim]) -> ClaimRows:
        """The rows of claims, with the names of all their holders."""
        holders = {hop.holder for claim in claims for hop in claim.chain}
        names = {
            one: text(row["name"])
            for one, row in self.entities.rows.items()
            if one in holders
        }
        held = self.known.entity_rows(sorted(holders - names.keys()))
        names |= {one: text(row["name"]) for one, row in held.items()}
        return build(claims, names, self.identity, self.known.started, self.schema)


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
