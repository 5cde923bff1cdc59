"""How good is a proposed coding? Claims beside those of a coding by hand."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimgraph.scoring.article_score import (
    CORE,
    ArticleScore,
    IsListed,
    score_article,
)
from claimgraph.scoring.coded import CodedArticle, text_digest
from claimgraph.scoring.pairs import Level
from claimgraph.scoring.tally import Portion, Tally, b_cubed, interval

Keep = Callable[[ArticleScore], bool]


def every(_: ArticleScore) -> bool:
    """Keeps each article."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingScore:
    """The counts of each article, and what they come to.

    `lacking` are articles of the gold that the proposals have not; they are left out,
    or all their claims counted as missed where `lacking_count`. `spare` are articles
    that the gold has not, `moved` those of one stem whose texts differ.
    """

    articles: tuple[ArticleScore, ...]
    lacking: tuple[str, ...] = ()
    lacking_count: bool = False
    spare: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()

    def tallies(self, level: Level, name: str, keep: Keep = every) -> list[Tally]:
        """The counts of a set of claims, article by article."""
        return [
            one.tallies.get((level, name), Tally())
            for one in self.articles
            if keep(one)
        ]

    def tally(self, level: Level, name: str, keep: Keep = every) -> Tally:
        """The counts of a set of claims in all articles."""
        return sum(self.tallies(level, name, keep), Tally())

    def interval(
        self, level: Level, name: str, keep: Keep = every
    ) -> tuple[float, float] | None:
        """Between which values F lies in 95 of 100 draws of articles."""
        return interval(self.tallies(level, name, keep))

    def portion(self, name: str, what: str) -> Portion:
        """What is right of the hits of a set of claims."""
        held = (one.fields.get((name, what), Portion()) for one in self.articles)
        return sum(held, Portion())

    def recalled(self, polarity: str) -> Portion:
        """How many coded claims of a polarity were found as such."""
        held = (one.recalled.get(polarity, Portion()) for one in self.articles)
        return sum(held, Portion())

    def clusters(self) -> tuple[float, float, float] | None:
        """Precision, recall and F (B-cubed) of the attacks of the hits."""
        return b_cubed([pair for one in self.articles for pair in one.clusters])

    def faults(self, which: str, name: str = CORE) -> list[tuple[str, int]]:
        """The reasons of `misses` or `false_alarms` with their counts, most first."""
        found: dict[str, int] = {}
        for one in self.articles:
            held: Mapping[tuple[str, str], int] = getattr(one, which)
            for (of, reason), number in held.items():
                if of == name:
                    found[reason] = found.get(reason, 0) + number
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))

    def sets(self) -> list[str]:
        """The sets of claims that occur, sorted."""
        return sorted({name for one in self.articles for _, name in one.tallies})


def score_codings(
    gold: Sequence[CodedArticle],
    proposed: Iterable[CodedArticle],
    is_listed: IsListed,
    *,
    lacking_count: bool = False,
) -> CodingScore:
    """How well the proposals meet the gold, article by article."""
    others = list(proposed)
    by_text = {text_digest(one.article): one for one in others}
    by_stem = {one.article.id: one for one in others}
    found: list[ArticleScore] = []
    lacking: list[str] = []
    moved: list[str] = []
    met: set[str] = set()
    for one in gold:
        stem = one.article.id
        other = by_text.get(text_digest(one.article))
        if other is None and stem in by_stem:
            other = by_stem[stem]
            moved.append(stem)
        if other is None:
            lacking.append(stem)
            if not lacking_count:
                continue
            other = replace(one, claims=(), told={})
        else:
            met.add(other.article.id)
        found.append(score_article(one, other, is_listed))
    return CodingScore(
        articles=tuple(found),
        lacking=tuple(lacking),
        lacking_count=lacking_count,
        spare=tuple(sorted(by_stem.keys() - met)),
        moved=tuple(moved),
    )
