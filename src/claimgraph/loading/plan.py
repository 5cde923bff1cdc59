"""All that one transaction changes, worked out before anything is written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from claimgraph.captions import named_row
from claimgraph.cypher import Step, changes
from claimgraph.cypher.claims import create_claims
from claimgraph.errors import CorpusError
from claimgraph.flat import entity_ids
from claimgraph.graph import ClaimRows, Row, build, edge_name
from claimgraph.identity import Identity
from claimgraph.loading.article import ArticlePlan, article_steps, plan_article
from claimgraph.loading.canonical import Canonical, Leaving, plan_canonical
from claimgraph.loading.entities import EntityPlan, leave_entities, plan_entities
from claimgraph.loading.graph_view import (
    GraphView,
    KnownClaim,
    KnownJudgement,
    Noted,
)
from claimgraph.loading.judgements import plan_judgements
from claimgraph.loading.summary import Summary, count_rejected, left_out_of
from claimgraph.model import Batch, Claim
from claimgraph.schema.types import Schema


@dataclass(frozen=True, slots=True)
class Changes:
    """What becomes of the graph with some batches: the steps, and what to note."""

    batches: Sequence[Batch]
    steps: list[Step]
    noted: Noted
    summary: Summary


@dataclass(frozen=True, slots=True)
class ClaimPlan:
    """The claims of some batches against those of the graph.

    `held` are those of the batches that the graph has, `gone` those that left the file.
    """

    held: Mapping[str, KnownClaim]
    created: list[Claim]
    replaced: list[Claim]
    gone: Mapping[str, KnownClaim]

    @property
    def leaving(self) -> set[str]:
        """The ids of claims that are taken out, be it to be made anew."""
        return {*self.gone, *(claim.id for claim in self.replaced)}


@dataclass(frozen=True, slots=True)
class Parts:
    """What some batches come to, part by part, before they are put into steps."""

    batches: Sequence[Batch]
    headers: Sequence[ArticlePlan]
    kept: Mapping[str, str]
    judgements: Mapping[str, KnownJudgement]
    judgement_steps: list[Step]
    entities: EntityPlan
    claims: ClaimPlan
    canonical: Canonical

    def steps(self, view: GraphView, schema: Schema) -> list[Step]:
        """Everything, in an order in which each step finds what it needs."""
        header, claims, canonical = self.headers[0], self.claims, self.canonical
        touched = self.entities.renamed + self.entities.relabelled
        rebuilt = canonical.rebuilt(view, touched, claims.leaving)
        rows = self.entities.rows
        written = article_steps(self.headers, self.batches, view, canonical.after)
        but = header.article.id if written else None
        steps = changes.delete_claims(edges_leaving(claims, rebuilt), schema)
        steps += self.judgement_steps + self.entities.steps(schema) + written
        steps += canonical.voice_steps(view, self.entities.relabelled, but)
        new = [*claims.created, *claims.replaced, *rebuilt]
        made = claim_rows(new, rows, view, canonical.after, schema)
        steps += create_claims(made, schema)
        if view.has_replies or any(claim.reply is not None for claim in new):
            steps += changes.link_replies(new)
        if steps and header.before is not None:
            steps += changes.delete_works()
        return steps + canonical.last_steps() if steps else []

    def noted(self) -> Noted:
        """What the next batch must know of these."""
        return Noted(
            articles=[header.article for header in self.headers if header.opens],
            article_is_new=self.headers[-1].is_new,
            kept=self.kept,
            entities=self.entities.rows,
            gone=(*self.canonical.unneeded, *self.canonical.going),
            judgements=self.judgements,
            handed_in=self.batches[-1].judgements,
            replies=any(
                claim.reply is not None
                for batch in self.batches
                for claim in batch.claims
            ),
        )

    def summary(self, view: GraphView) -> Summary:
        """How many claims came, changed, stayed, went, and how many judgements."""
        claims, before = self.claims, view.judgements
        ids = self.judgements.keys() | before.keys()
        return Summary(
            articles=sum(batch.last for batch in self.batches),
            created=len(claims.created),
            changed=len(claims.replaced),
            unchanged=len(claims.held) - len(claims.replaced),
            taken_out=len(claims.gone),
            rejected=sum(map(count_rejected, self.batches)),
            judgements=sum(self.judgements.get(i) != before.get(i) for i in ids),
            left_out=left_out_of(self.batches),
        )


def plan_some(batches: Sequence[Batch], view: GraphView, schema: Schema) -> Changes:
    """The changes of as many of a group as can go together, at least of the first.

    Where one of them is refused, those before it go without it.
    """
    found = [*takewhile(lambda one: one.article.id not in view.articles, batches)]
    while len(found) > 1:
        try:
            return plan(found, view, schema)
        except CorpusError:
            found = found[: len(found) // 2]
    return plan(batches[:1], view, schema)


def plan(batches: Sequence[Batch], view: GraphView, schema: Schema) -> Changes:
    """One batch, or a group of new articles, against the graph as it is.

    What is new, other, gone, unneeded? Raises CorpusError for what the graph cannot
    take; the view stays as it is.
    """
    batch = batches[0]
    headers = [plan_article(one.article, view) for one in batches]
    header = headers[0]
    claims = [one for each in batches for one in each.claims]
    accepted = [claim for claim in claims if claim.review != "rejected"]
    kept = kept_digests(accepted, {} if header.opens else view.kept)
    judgements, judgement_steps = plan_judgements(batch, view)
    identity = view.identity
    entities = plan_entities(batches, view)
    claim_plan = plan_claims(accepted, batch, kept, None if header.is_new else view)
    article, coming = batch.article, frozenset(entities.rows)
    leaving = Leaving(
        *(view, identity, article.id, article.corpus, claim_plan.leaving, coming)
    )
    candidates = set(entities.left)
    if claim_plan.leaving or header.before is not None:
        candidates |= leaving.candidates()
    found = leave_entities(entities, leaving, candidates)
    canonical = plan_canonical(leaving, judgements, found)
    parts = Parts(
        *(batches, headers, kept, judgements, judgement_steps, entities, claim_plan),
        canonical,
    )
    return Changes(
        batches, parts.steps(view, schema), parts.noted(), parts.summary(view)
    )


def kept_digests(claims: Iterable[Claim], earlier: Mapping[str, str]) -> dict[str, str]:
    """The article's claims so far by id; the same one a second time is an error."""
    kept = dict(earlier)
    for claim in claims:
        if claim.id in kept:
            raise misplaced_claim(claim, "stands here a second time")
        kept[claim.id] = claim.digest
    return kept


def plan_claims(
    accepted: Sequence[Claim],
    batch: Batch,
    kept: Mapping[str, str],
    view: GraphView | None,
) -> ClaimPlan:
    """What becomes of the claims; without a view the graph lacks the article.

    Then it holds none of them, because the id of a claim has the digest of its article
    in it. Claims go once the last batch of their article is here. One that the graph
    holds for another article is an error.
    """
    if view is None:
        return ClaimPlan({}, list(accepted), [], {})
    held = view.claims([claim.id for claim in accepted])
    for claim in accepted:
        found = held.get(claim.id)
        if found is not None and found.article != claim.article:
            raise misplaced_claim(
                claim, f"is loaded already, of article {found.article}"
            )
    stored = view.claims_of(batch.article.id) if batch.last else {}
    return ClaimPlan(
        held=held,
        created=[claim for claim in accepted if claim.id not in held],
        replaced=[
            replace(claim, loaded=held[claim.id].loaded)
            for claim in accepted
            if claim.id in held and differs(claim, held[claim.id])
        ],
        gone={one: stored[one] for one in stored.keys() - kept.keys()},
    )


def differs(claim: Claim, held: KnownClaim) -> bool:
    """Whether the graph has to write a claim anew: also where the title has changed."""
    return (claim.digest, claim.headline) != (held.digest, held.headline)


def edges_leaving(claims: ClaimPlan, rebuilt: Iterable[Claim]) -> dict[str, list[str]]:
    """The ids of all claims that are taken out, by the type of their edge."""
    edges = stored_edges(rebuilt)
    edges |= {claim.id: claims.held[claim.id].edge for claim in claims.replaced}
    edges |= {one: claim.edge for one, claim in claims.gone.items()}
    return ids_by_edge(edges)


def claim_rows(
    claims: Sequence[Claim],
    entities: Mapping[str, Row],
    view: GraphView,
    identity: Identity,
    schema: Schema,
) -> ClaimRows:
    """The rows of claims, with the names of all that they name."""
    named = entity_ids(*claims)
    rows = {one: row for one, row in entities.items() if one in named}
    rows |= view.entity_rows(sorted(named - rows.keys()))
    names = {one: named_row(row) for one, row in rows.items()}
    return build(claims, names, identity, view.started, schema)


def misplaced_claim(claim: Claim, reason: str) -> CorpusError:
    """The error for a claim that the graph cannot take here."""
    where = claim.where
    return CorpusError(
        f"claim {claim.id} of {claim.article} {reason}",
        file=where.file if where else None,
        line=where.line if where else None,
        key=where.key or None if where else None,
    )


def stored_edges(claims: Iterable[Claim]) -> dict[str, str]:
    """The type of the edge of each claim that was read back, by its id."""
    return {claim.id: edge_name(claim.relation, claim.polarity) for claim in claims}


def ids_by_edge(edges: Mapping[str, str]) -> dict[str, list[str]]:
    """Claim ids grouped by the type of their edge."""
    groups: dict[str, list[str]] = {}
    for one, edge in sorted(edges.items()):
        groups.setdefault(edge, []).append(one)
    return groups
