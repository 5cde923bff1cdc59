"""What articles retell: nodes for works outside, and edges to all."""

from collections.abc import Iterable, Iterator

from claimgraph.graph import Row, days_of, without_absent, work_id
from claimgraph.model import Article, Work


def outside_works(article: Article) -> Iterator[tuple[Row, Row, str | None]]:
    """Each work outside that an article retells: properties, days, publisher."""
    for item in article.retells:
        work = item.work
        if isinstance(work, Work):
            row: Row = {
                "id": work_id(work),
                "title": work.title,
                "publisher_id": work.publisher,
                "published": work.published,
                "outside": True,
            }
            dates = days_of({"published": work.published}, ["published"])
            yield without_absent(row), dates, work.publisher


def retellings(articles: Iterable[Article]) -> list[Row]:
    """The edges RETELLS, as far as both ends are there."""
    listed = list(articles)
    there = {article.id for article in listed}
    found: list[Row] = []
    for article in listed:
        for item in article.retells:
            work = work_id(item.work)
            if isinstance(item.work, Work) or work in there:
                props = {"from": item.start_words, "to": item.end_words}
                found.append(
                    {
                        "article": article.id,
                        "work": work,
                        "props": without_absent(props),
                    }
                )
    return found
