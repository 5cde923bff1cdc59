"""Does a corpus hold an article already, under another name or with other words?"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from claimgraph.analysis.sentences import shingles
from claimgraph.corpus.listing import files_in
from claimgraph.corpus.new_articles import digest_of, organization_named
from claimgraph.corpus.reading import Corpus, read_article
from claimgraph.corpus.text import read_text
from claimgraph.errors import number_of
from claimgraph.model import Article, Batch
from claimgraph.pages import ArticlePage
from claimgraph.pages.names import is_name_of
from claimgraph.passages import silent_spans
from claimgraph.safe_text import shell_word

# the share of word 3-shingles from which two texts are one: of other names, of one name
NEARLY, EDITED = 0.9, 0.5
# one in so many shingles is kept of each text, and the share of these in common from
# which two texts are compared in full
SAMPLE, WORTH_A_LOOK = 8, 0.4


@dataclass(frozen=True, slots=True)
class Twin:
    """The article of a corpus that a new one is; `changed` says with other words."""

    article: Article
    changed: bool
    decided: int

    def told(self, file: str, folder: Path) -> str:
        """What a person hears of it, and can do."""
        stem, place = self.article.id, shell_word(str(folder))
        texts, claims = folder / "articles" / f"{stem}.*", folder / "claims" / stem
        if self.changed:
            people = number_of(self.decided, "claim")
            with_it = f" ({people} in it by people)" if self.decided else ""
            return (
                f"{file}: its text is another now than that of {stem} in {folder}, "
                "which stays as it was read. To take the new text, delete "
                f"{texts} and {claims}.yaml{with_it}, and run the same command again"
            )
        return (
            f"{file}: has the text of {stem} in {folder}, and is not read a second "
            "time. If it is an article of its own: `claimgraph new "
            f"{shell_word(file)} --stem NAME --corpus {place}`, then `claimgraph "
            f"extract NAME --corpus {place}`"
        )


class HeldTexts:
    """The texts of a corpus, by some of their shingles; read when first needed."""

    def __init__(self, folder: Path) -> None:
        self.equal: dict[str, list[str]] = defaultdict(list)
        self.holders: dict[int, list[str]] = defaultdict(list)
        self.sizes: dict[str, int] = {}
        self.new: set[str] = set()
        for stem, path in files_in(folder / "articles", ".txt").items():
            self.take(stem, read_text(path)[0] or "")

    def take(self, stem: str, text: str) -> None:
        """Counts the text of an article in."""
        self.equal[words_digest(text)].append(stem)
        kept = sample(shingles(text))
        self.sizes[stem] = len(kept)
        for one in kept:
            self.holders[one].append(stem)

    def add(self, stem: str, text: str) -> None:
        """Counts in one that came just now: another file of its name is no edit."""
        self.take(stem, text)
        self.new.add(stem)

    def near(self, text: str) -> Iterator[str]:
        """Articles that may have that text, the likeliest first."""
        kept = sample(shingles(text))
        shared = Counter(stem for one in kept for stem in self.holders.get(one, ()))
        for stem, number in shared.most_common():
            if number >= WORTH_A_LOOK * min(len(kept), self.sizes[stem]):
                yield stem


def twin_of(
    page: ArticlePage, corpus: Corpus, held: HeldTexts, *, one_file: bool
) -> Twin | None:
    """The article of a corpus that a page is, and cannot be again; None where none is.

    That of its own name may have changed. Of another name it is where the words are the
    same, of a file nearly; one text that two outlets print is two.
    """
    equal = held.equal[words_digest(page.text)]
    if any(is_name_of(stem, page.name) for stem in equal):
        return None
    near = held.near(page.text) if one_file else ()
    for stem in dict.fromkeys([*equal, *near]):
        batch = read_article(corpus, stem)
        own = is_name_of(stem, page.name) and stem not in held.new
        if are_apart(page, batch.article, corpus):
            continue
        # one text as a page and as plain text is no edition of itself
        one_form = (page.raw is None) == (batch.article.source_sha256 is None)
        least = EDITED if own and one_form else NEARLY
        if stem in equal or alike(page, batch.article) >= least:
            return Twin(batch.article, own and one_form, decided_in(batch))
    return None


def changed_twin(page: ArticlePage, batch: Batch) -> Twin | None:
    """The article where a page came to stand, if that has other words than the page."""
    there = batch.article
    if words_digest(page.text) == words_digest(there.text or ""):
        return None
    return Twin(there, True, decided_in(batch))


def decided_in(batch: Batch) -> int:
    """How many claims of an article people wrote or decided."""
    return sum(one.review != "proposed" for one in batch.claims)


def are_apart(page: ArticlePage, there: Article, corpus: Corpus) -> bool:
    """Whether two outlets print it: both are known, or the addresses tell."""
    if page.publisher is not None and there.publisher is not None:
        return organization_named(corpus, page.publisher.words) != there.publisher
    hosts = {urlsplit(one).hostname for one in (page.url, there.url) if one}
    return len(hosts) > 1


def alike(page: ArticlePage, there: Article) -> float:
    """The share of shingles that two texts have in common, zones left out."""
    new = replace(there, text=page.text, zones=page.zones)
    one, other = shingles(body(new)), shingles(body(there))
    return len(one & other) / max(len(one | other), 1)


def body(article: Article) -> str:
    """The text of an article without navigation, comments and the like."""
    text, parts, end = article.text or "", list[str](), 0
    for span in sorted(silent_spans(article), key=lambda one: one.start):
        parts.append(text[end : max(span.start, end)])
        end = max(span.end, end)
    return " ".join([*parts, text[end:]])


def sample(found: Collection[int]) -> list[int]:
    """Of shingles the same ones in every text."""
    return [one for one in found if one % SAMPLE == 0]


def words_digest(text: str) -> str:
    """Equal for texts of the same words, however their lines are broken."""
    return digest_of(" ".join(text.casefold().split()).encode())
