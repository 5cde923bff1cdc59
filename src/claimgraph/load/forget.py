"""Takes an article out of the graph, with what rests only on it."""

from claimgraph.cypher import Step, changes, lookups
from claimgraph.errors import CorpusError, nearest
from claimgraph.graph import Row
from claimgraph.load.known import Known, text
from claimgraph.load.plan import by_edge
from claimgraph.schema import load_schema
from claimgraph.store.base import Store


def forget(store: Store, article: str) -> int:
    """How many claims went with the article; CorpusError for an unknown one.

    One transaction: claims, article, entities that nothing needs any more, outside
    works that nothing retells, and the judgements of a corpus with its last article.
    """
    known = Known(store, "")
    rows = store.read(lookups.ARTICLES)
    corpora = {text(row["id"]): text(row["corpus"]) for row in rows}
    if article not in corpora:
        hint = nearest(article, corpora)
        raise CorpusError(
            f"{article} is not loaded{hint}; `claimgraph status` lists what is",
            key=article,
        )
    claims = known.claims_of(article)
    ids = sorted(claims)
    found = set(known.ids(lookups.ENTITIES_OF_ARTICLE, id=article))
    found |= set(known.ids(lookups.WORK_PUBLISHERS, id=article))
    if ids:
        found |= set(known.ids(lookups.ENTITIES_OF_CLAIMS, ids=ids))
    corpus = corpora.pop(article)
    steps = changes.delete_claims(
        by_edge({one: claim.edge for one, claim in claims.items()}), load_schema()
    )
    steps += changes.delete_article(article) + changes.delete_works()
    if corpus not in corpora.values():
        found |= {
            one
            for held in known.judgements.values()
            for one in (held.judgement.left, held.judgement.right)
        }
        steps += take_back(corpus, known)
    steps += changes.delete_unneeded(sorted(known.around(found)))
    store.write(steps)
    return len(ids)


def take_back(corpus: str, known: Known) -> list[Step]:
    """The steps that end the judgements of a corpus none of whose articles is left."""
    rows: list[Row] = [
        {"id": one, "corpora": [name for name in held.corpora if name != corpus]}
        for one, held in sorted(known.judgements.items())
        if corpus in held.corpora
    ]
    gone = [text(row["id"]) for row in rows if not row["corpora"]]
    return changes.write_judgements([], gone) + changes.mark_judgements(
        [row for row in rows if row["corpora"]]
    )
