"""The article node of a batch: who may write it, and what it retells."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from claimgraph.cypher import MARK, Step, changes, lookups
from claimgraph.cypher.changes import day_values
from claimgraph.errors import CorpusError
from claimgraph.graph import (
    Row,
    article_row,
    byline_edges,
    days_of,
    retelling_rows,
    without_absent,
    work_row,
)
from claimgraph.identity import Identity
from claimgraph.loading.graph_view import GraphView
from claimgraph.model import Article, Batch, Work
from claimgraph.store.rows import map_at, texts_at


@dataclass(frozen=True, slots=True)
class ArticlePlan:
    """An article against the graph: its row there, if this batch is its first.

    `opens` says that an article begins; `is_new` that the graph did not hold it.
    """

    article: Article
    opens: bool
    before: Row | None
    is_new: bool


def plan_article(article: Article, view: GraphView) -> ArticlePlan:
    """Looks the article up when its first batch comes; refuses a foreign one."""
    if view.article == article.id:
        if view.in_doubt:
            refuse_changed(article, view)
        return ArticlePlan(article, False, None, view.article_is_new)
    before = view.article_row(article.id)
    refuse_article(article, before, view)
    return ArticlePlan(article, True, before, before is None)


def refuse_article(article: Article, row: Row | None, view: GraphView) -> None:
    """The stem of another corpus, or the bytes of another stem, is an error."""
    where = article.where
    place = where.file if where else None
    if row is not None and row["corpus"] != article.corpus:
        raise CorpusError(
            f"{article.id} is loaded already, from corpus {row['corpus']}, not "
            f"{article.corpus}: rename it, or `claimgraph forget {article.id}` first",
            file=place,
            key=article.id,
        )
    if row is not None and map_at(row, "row")["sha256"] == article.sha256:
        return
    if article.sha256 not in view.digests:
        return
    asked = {"sha256": article.sha256, "id": article.id}
    for other in view.read(lookups.SAME_BYTES, asked):
        raise CorpusError(
            f"{article.id} has the same bytes as {other['id']}, which is loaded: one "
            f"article, one stem (`claimgraph forget {other['id']}` removes that one)",
            file=place,
            key=article.id,
        )


def refuse_changed(article: Article, view: GraphView) -> None:
    """What other writers did to an article of which a part is written is an error."""
    row = view.article_row(article.id)
    found = {one: claim.digest for one, claim in view.claims([*view.kept]).items()}
    same = row is not None and undated_row(row) == article_row(article)
    if same and found == view.kept:
        return
    raise CorpusError(
        f"{article.id} was changed or taken away by another command while a part of it "
        "was loaded: load it again",
        file=article.where.file if article.where else None,
        key=article.id,
    )


def article_steps(
    headers: Sequence[ArticlePlan],
    batches: Sequence[Batch],
    view: GraphView,
    identity: Identity,
) -> list[Step]:
    """The nodes with publishers, authors and retellings, where anything has changed.

    More than one header is of articles that the graph lacks.
    """
    rows, voices = list[Row](), list[tuple[str, str, str]]()
    works, retellings = list[Step](), list[Row]()
    for header, batch in zip(headers, batches, strict=True):
        article, row = header.article, article_row(header.article)
        if not header.opens or (header.before and undated_row(header.before) == row):
            continue
        rows.append(row | day_values(days_of(row, ["published"])))
        voices += [
            (article.id, edge, identity.canonical(holder))
            for edge, holder in byline_edges(
                article.id, article.publisher, article.author
            )
        ]
        needed = batch.entities if article.retells else ()
        known = {entity.id for entity in needed}
        for item in article.retells:
            if isinstance(item.work, Work):
                works += work_steps(item.work, identity, known)
        retellings += retelling_rows(article)
        if header.is_new and article.id in view.retold:
            retellings += retellers(article.id, view)
    if not rows:
        return []
    steps = changes.write_articles(rows, voices, headers[0].is_new)
    return [*steps, *works, *changes.link_retellings(retellings)]


def undated_row(row: Row) -> Row:
    """The stored properties without the derived days of publication."""
    props = map_at(row, "row")
    derived = ("published_from", "published_to", MARK)
    return {key: value for key, value in props.items() if key not in derived}


def work_steps(work: Work, identity: Identity, entities: Collection[str]) -> list[Step]:
    """The node of a retold work outside the corpus.

    Its publisher is tied to it where it is one of the entities that the article needs;
    any other is a text.
    """
    known = work.publisher is not None and work.publisher in entities
    publisher = identity.canonical(work.publisher or "") if known else None
    row = work_row(work, tied=known)
    return changes.write_work(row, days_of(row, ["published"]), publisher)


def retellers(article: str, view: GraphView) -> list[Row]:
    """The articles of the graph that retell one which comes only now."""
    found: list[Row] = []
    for row in view.read(lookups.RETELLERS, {"id": article}):
        lists = (texts_at(row, key) for key in ("works", "froms", "tos"))
        for work, first, last in zip(*lists, strict=True):
            if work == article:
                props = {"from": first or None, "to": last or None}
                found.append(
                    {"article": row["id"], "work": work, "props": without_absent(props)}
                )
    return found
