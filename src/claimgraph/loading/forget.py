"""Takes an article out of the graph, with what rests only on it."""

from collections.abc import Iterable, Sequence

from claimgraph.cypher import Step, changes, lookups
from claimgraph.cypher.claims import create_claims
from claimgraph.errors import CorpusError, nearest
from claimgraph.loading.canonical import Leaving, plan_canonical
from claimgraph.loading.entities import EntityPlan, leave_entities
from claimgraph.loading.graph_view import GraphView, text
from claimgraph.loading.judgements import hand_in
from claimgraph.loading.plan import claim_rows, ids_by_edge, stored_edges
from claimgraph.schema import load_schema
from claimgraph.schema.types import Schema
from claimgraph.store.base import Store


def forget(store: Store, article: str) -> int:
    """How many claims went with the article; CorpusError for an unknown one.

    One transaction: claims, article, entities that nothing needs any more, outside
    works that nothing retells, and the judgements of a corpus with its last article.
    """
    view, schema = GraphView(store, ""), load_schema()
    numbers: list[int] = []

    def steps(revision: int) -> Sequence[Step]:
        view.look(revision)
        number, found = forget_steps(article, view, schema)
        numbers.append(number)
        return found

    store.change(steps)
    return numbers[-1]


def forget_steps(
    article: str, view: GraphView, schema: Schema
) -> tuple[int, list[Step]]:
    """How many claims go with the article, and the steps that take all away."""
    listed = view.read(lookups.ARTICLES)
    corpora = {text(row["id"]): text(row["corpus"]) for row in listed}
    if article not in corpora:
        hint = beginning_so(article, corpora) or nearest(article, corpora)
        raise CorpusError(
            f"{article} is not loaded{hint}; `claimgraph status` lists what is",
            key=article,
        )
    gone = view.claims_of(article)
    judgements, judgement_steps = view.judgements, list[Step]()
    corpus = corpora.pop(article)
    if corpus not in corpora.values():
        judgements, judgement_steps = hand_in(corpus, (), view)
    leaving = Leaving(view, view.identity, article, corpus, gone.keys())
    entities = EntityPlan()
    found = leave_entities(entities, leaving, leaving.candidates())
    standing = plan_canonical(leaving, judgements, found)
    rebuilt = standing.rebuilt(view, entities.renamed, gone.keys())
    edges = stored_edges(rebuilt)
    edges |= {one: claim.edge for one, claim in gone.items()}
    steps = changes.delete_claims(ids_by_edge(edges), schema)
    steps += changes.delete_article(article) + judgement_steps
    steps += entities.steps(schema)
    # a work that goes has a voice until then
    steps += standing.voice_steps(view, (), article) + changes.delete_works()
    rows = claim_rows(rebuilt, entities.rows, view, standing.after, schema)
    steps += create_claims(rows, schema)
    steps += changes.link_replies(rebuilt)
    return len(gone), steps + standing.last_steps()


def beginning_so(start: str, articles: Iterable[str]) -> str:
    """The articles that begin so, in brackets; nothing where none does."""
    found = sorted(one for one in articles if start and one.startswith(start))
    return f" (nearest: {', '.join(found[:3])})" if found else ""
