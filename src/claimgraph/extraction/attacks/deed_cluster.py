"""The words for one attack, with all that they tell of it."""

from dataclasses import dataclass, field

from claimgraph.extraction.attacks.agreement import united_circumstances
from claimgraph.extraction.attacks.circumstances import Circumstances
from claimgraph.extraction.attacks.deed import Deed
from claimgraph.extraction.attacks.targets import Point
from claimgraph.model import TextSpan

# so many words for one attack make it the one that a text is about
MAIN = 3

# so much of a word is alike in a noun and its verb
STEM = 4


@dataclass(slots=True)
class DeedCluster:
    """The words for one attack, with all that they tell of it."""

    told: Circumstances
    series: bool
    kinds: list[str] = field(default_factory=list[str])
    deeds: list[Deed] = field(default_factory=list[Deed])
    points: list[tuple[TextSpan, Point]] = field(
        default_factory=list[tuple[TextSpan, Point]]
    )

    def take(self, deed: Deed, told: Circumstances) -> None:
        """Let another passage be of this attack."""
        self.deeds.append(deed)
        if not deed.unmade:
            self.points += [(deed.span, one) for one in told.points]
        if deed.kind is not None:
            self.kinds.append(deed.kind)
        if not self.series:
            self.told = united_circumstances(self.told, told)

    @property
    def last(self) -> int:
        """The number of the sentence that spoke of it last."""
        return self.deeds[-1].number

    @property
    def willed(self) -> bool:
        """Whether it is only spoken of as one that may be."""
        return all(one.unmade for one in self.deeds)

    @property
    def is_bare(self) -> bool:
        """Whether nothing but "the attack" is told of it, as where a text begins."""
        told = self.told
        known = self.specific or told.targets or told.calls or told.doers.named
        return not known and all(one.noun and one.definite for one in self.deeds)

    @property
    def is_main(self) -> bool:
        """Whether a text may be about it, and has not told what it hit."""
        return len(self.deeds) >= MAIN and not self.told.strong

    def may_be_called(self, deed: Deed) -> bool:
        """Whether a noun is one for an attack of its kind."""
        deadly = deed.kind == "assassination" or (
            deed.noun and deed.word.startswith("killing")
        )
        if deadly and {*self.kinds} == {"kidnapping"}:
            return False
        of_any = deed.kind in (None, "assassination") or not deed.noun
        return of_any or not self.kinds or deed.kind in self.kinds

    def is_told_by(self, word: str) -> bool:
        """Whether it was told of by a word like another: attacked, the attack."""
        return any(one.word[:STEM] == word[:STEM] for one in self.deeds)

    @property
    def specific(self) -> bool:
        """Whether it is told from others: by a day, a target, or a place."""
        told = self.told
        return bool(told.day or told.strong or told.place) and not self.series
