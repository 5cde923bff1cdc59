"""Which passages of an article tell again what another work said?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimgraph.identity import Identity
from claimgraph.model import Article, Claim, TextSpan, Work
from claimgraph.passages import retelling_span


@dataclass(frozen=True, slots=True, order=True)
class Retold:
    """A passage of an article that retells a work; offsets None: the whole article.

    `work` is the id of an article, or None for a work outside the corpus; `publisher`
    is who speaks there, None where it is not known.
    """

    article: str
    work: str | None
    publisher: str | None
    title: str
    start: int | None
    end: int | None

    def covers(self, claim: Claim) -> bool:
        """Whether a claim of the article stands in the passage."""
        if claim.article != self.article:
            return False
        if self.start is None or self.end is None:
            return True
        return (
            isinstance(claim.selector, TextSpan)
            and self.start <= claim.selector.start
            and claim.selector.end <= self.end
        )


def retold_passages(
    article: Article, articles: Mapping[str, Article], identity: Identity
) -> Iterable[Retold]:
    """The passages of an article that retell; those that are not found are left out."""
    for retelling in article.retells:
        whole = retelling.start_words is None and retelling.end_words is None
        found = (
            retelling_span(article.text, retelling)
            if article.text is not None and not whole
            else None
        )
        if found is None and not whole:
            continue
        start, end = (found.start, found.end) if found else (None, None)
        work = retelling.work
        if isinstance(work, Work):
            publisher = work.publisher and identity.canonical(work.publisher)
            yield Retold(article.id, None, publisher, work.title, start, end)
            continue
        known = articles.get(work)
        speaker = identity.canonical(known.speaker) if known else None
        title = known.title if known else work
        yield Retold(article.id, work, speaker, title, start, end)
