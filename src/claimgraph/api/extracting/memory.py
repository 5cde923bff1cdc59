"""What is known while articles of a corpus are read, one after the other."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from claimgraph.coding.names import KnownEntity
from claimgraph.corpus.entries import ids_in_text
from claimgraph.corpus.listing import files_in
from claimgraph.corpus.reading import Corpus, read_article
from claimgraph.corpus.uses import SCHEME
from claimgraph.errors import CorpusError, named_os_errors
from claimgraph.extraction.known import Known, known_among
from claimgraph.ids import id_prefix
from claimgraph.model import Article, Claim, Entity
from claimgraph.regular_file import read_regular
from claimgraph.scoring.attacks import compared_as

# what is new is taken in after each article, later after each twentieth part of them:
# all names are put in order again
PART = 20
ATTACK = "attack"


class CorpusMemory:
    """Whom a corpus knows, which articles name them, and when attacks happened.

    An article is read again as it was read first: without what only it brought.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.named: dict[str, frozenset[str]] = {}
        self.users: Counter[str] = Counter()
        self.attacks: dict[str, tuple[Claim, ...]] = {}
        self.made = {one.id for one in corpus.own.values() if one.by is not None}
        self.waiting: list[Entity] = []
        self.articles = self.since = 0
        for stem, path in files_in(corpus.folder / "claims", ".yaml").items():
            text = text_at(path)
            self.name(stem, text)
            if any(one in text for one in compared_as("day")):
                self.note(stem, read_article(corpus, stem).claims)
        known = known_among(
            KnownEntity(one, "" if one.id in corpus.own else SCHEME)
            for one in corpus.entities.values()
        )
        self.known = known.joined_by((), self.claims())

    def claims(self) -> Iterable[Claim]:
        """All claims about attacks."""
        return (one for held in self.attacks.values() for one in held)

    def name(self, stem: str, text: str) -> None:
        """Notes whom the claims file of an article names."""
        self.users.subtract(self.named.get(stem, ()))
        self.named[stem] = frozenset(ids_in_text(text))
        self.users.update(self.named[stem])

    def note(self, stem: str, claims: Iterable[Claim]) -> None:
        """Notes what the claims of an article say of attacks."""
        told = tuple(one for one in claims if id_prefix(one.subject) == ATTACK)
        self.attacks[stem] = told

    def take(
        self, stem: str, text: str, claims: Iterable[Claim], new: Iterable[Entity]
    ) -> None:
        """Takes in an article whose claims were written, with the new entities."""
        self.name(stem, text)
        self.note(stem, claims)
        self.join(new)
        self.articles += 1
        self.since += 1

    def join(self, new: Iterable[Entity]) -> None:
        """Takes in entities whose entries a machine wrote."""
        for one in new:
            self.made.add(one.id)
            self.waiting.append(one)

    def known_for(self, article: Article) -> Known:
        """What is known when an article is read."""
        if self.waiting and self.since >= self.articles // PART:
            self.known = self.known.joined_by(self.waiting, self.claims())
            self.waiting, self.since = [], 0
        own = self.own_of(article)
        if not own and not self.attacks.get(article.id):
            return self.known
        return self.known.without(own, article.id)

    def own_of(self, article: Article) -> frozenset[str]:
        """The entities that machines made, and that no other article names."""
        named = self.named.get(article.id, frozenset())
        there: Mapping[str, Entity] = self.known.entities
        return frozenset(
            one
            for one in self.made
            if one in there and one != article.publisher
            if self.users[one] <= (one in named)
        )


def text_at(path: Path) -> str:
    """What a claims file holds, whatever is wrong with it."""
    with named_os_errors(CorpusError, path, "cannot be read"):
        return read_regular(path).decode("utf-8", "replace")
