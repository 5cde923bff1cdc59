"""The attacks that an article told of so far, and which of them words mean."""

from claimgraph.extraction.attacks.agreement import (
    agree,
    are_apart,
    compatible,
    is_many,
    same_day,
)
from claimgraph.extraction.attacks.circumstances import Circumstances
from claimgraph.extraction.attacks.deed import Deed
from claimgraph.extraction.attacks.deed_cluster import MAIN, DeedCluster
from claimgraph.folding import folded_words
from claimgraph.model import Entity


class MetAttacks:
    """The attacks told of so far, and the one that was told of last."""

    def __init__(self) -> None:
        self.clusters: list[DeedCluster] = []
        self.latest: DeedCluster | None = None

    def spoken_of(self, deed: Deed) -> DeedCluster | None:
        """The attack told of last, or the main one again behind one of another time."""
        latest = self.latest
        if latest is None or deed.number - latest.last <= 1 or latest.told.day is None:
            return latest
        most = max(self.clusters, key=lambda each: len(each.deeds))
        main = len(most.deeds) >= MAIN and not most.series
        return most if main and latest.told.day != most.told.day else latest

    def spoken_of_most(self, deed: Deed, told: Circumstances) -> DeedCluster | None:
        """The attack that a text has most words for, of those that may be meant."""
        fits = [
            one
            for one in self.clusters
            if not (one.willed or one.series)
            and one.may_be_called(deed)
            and agree(one.told, told)
            and (told.place is None or one.told.place is not None)
        ]
        return max(fits, key=lambda one: len(one.deeds), default=None)

    def by_its_word(
        self, deed: Deed, told: Circumstances, last: DeedCluster
    ) -> DeedCluster:
        """The attack that the sentence before told of by the same word, or the last:
        "shot two men who had attacked the base; the attack".
        """
        alike = [
            one
            for one in self.clusters
            if deed.number - one.last == 1 and one.is_told_by(deed.word)
            if not (one.series or one.willed) and agree(one.told, told)
        ]
        return alike[0] if len(alike) == 1 else last

    def called(self, told: Circumstances) -> DeedCluster | None:
        """The attack spoken of most that was called so, or was where its name says."""
        found = list[DeedCluster]()
        for one in self.clusters if told.calls else ():
            where = one.told.place is not None and one.told.place == told.place
            alike = one.told.calls & told.calls or (where and told.place is not None)
            alike = alike or is_called_by_place(told.calls, one.told.place)
            if alike and not one.willed and compatible(one.told, told):
                found.append(one)
        return max(found, key=lambda one: len(one.deeds), default=None)

    def hurt(self, deed: Deed, told: Circumstances) -> DeedCluster | None:
        """The latest attack that hit the same people: "the soldiers", "14 people"."""
        if deed.indefinite:
            return None
        for one in reversed(self.clusters):
            many = one.series or one.willed
            if not many and told.hurt.are_of(one.told.hurt) and agree(one.told, told):
                return one
        return None

    def joined(self, told: Circumstances) -> DeedCluster | None:
        """The latest attack with a target in common, or of the same whole day."""
        for one in reversed(self.clusters):
            shared = one.told.strong & told.strong
            alike = shared and not are_apart(one.told.strong, told.strong)
            # what is seldom so comes first: a long text has thousands of attacks
            if not (alike or (same_day(one.told, told) and agree(one.told, told))):
                continue
            if not compatible(one.told, told) or one.willed:
                continue
            if not (one.series and is_many(one.told)):
                return one
        return None


def is_called_by_place(calls: frozenset[str], place: Entity | None) -> bool:
    """Whether the words before a noun are the name of a place: the Tarim bombing."""
    return place is not None and calls.issuperset(folded_words(place.name))
