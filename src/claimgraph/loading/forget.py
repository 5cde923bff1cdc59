"""Takes an article out of the graph, with what rests only on it."""

from claimgraph.cypher import Step, changes, lookups
from claimgraph.errors import CorpusError, nearest
from claimgraph.loading.canonical import Leaving, plan_canonical
from claimgraph.loading.graph_view import Known, text
from claimgraph.loading.judgements import hand_in
from claimgraph.loading.plan import by_edge, claim_rows, edge_type
from claimgraph.schema import load_schema
from claimgraph.store.base import Store


def forget(store: Store, article: str) -> int:
    """How many claims went with the article; CorpusError for an unknown one.

    One transaction: claims, article, entities that nothing needs any more, outside
    works that nothing retells, and the judgements of a corpus with its last article.
    """
    known, schema = Known(store, ""), load_schema()
    corpora = {
        text(row["id"]): text(row["corpus"]) for row in store.read(lookups.ARTICLES)
    }
    if article not in corpora:
        hint = nearest(article, corpora)
        raise CorpusError(
            f"{article} is not loaded{hint}; `claimgraph status` lists what is",
            key=article,
        )
    gone = known.claims_of(article)
    judgements, judgement_steps = known.judgements, list[Step]()
    corpus = corpora.pop(article)
    if corpus not in corpora.values():
        judgements, judgement_steps = hand_in(corpus, (), known)
    leaving = Leaving(known, known.identity, article, gone.keys())
    standing = plan_canonical(leaving, judgements, leaving.candidates())
    rebuilt = standing.rebuilt(known, (), gone.keys())
    ids = {claim.id: edge_type(claim) for claim in rebuilt}
    ids |= {one: claim.edge for one, claim in gone.items()}
    steps = changes.delete_claims(by_edge(ids), schema)
    steps += changes.delete_article(article) + changes.delete_works()
    steps += judgement_steps + standing.voice_steps(known, (), article)
    rows = claim_rows(rebuilt, {}, known, standing.after, schema)
    steps += changes.create_claims(rows, schema)
    steps += changes.link_replies(rebuilt)
    store.write(steps + standing.last_steps())
    return len(gone)
