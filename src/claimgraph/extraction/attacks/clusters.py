"""The words for attacks of an article put together, attack by attack."""

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.dates import may_overlap
from claimgraph.extraction.attacks.agreement import (
    agree,
    are_apart,
    compatible,
    is_many,
    same_day,
    who_are_named,
)
from claimgraph.extraction.attacks.circumstances import (
    YEAR,
    Circumstances,
    DeedSentence,
)
from claimgraph.extraction.attacks.deed import Deed
from claimgraph.extraction.attacks.deed_cluster import MAIN, DeedCluster
from claimgraph.extraction.attacks.deed_doers import DeedDoers
from claimgraph.extraction.dates.stamps import NINE_ELEVEN, is_day
from claimgraph.model import Entity

# so many sentences back a verb without more may go on with an attack
LOOK_BACK = 3
# the day, place and targets of a series, its doers, and whether it was from the air
SeriesKey = tuple[str | None, str | None, frozenset[str], DeedDoers, bool]


class Clusters:
    """Puts the words for attacks together, sentence by sentence."""

    def __init__(self) -> None:
        self.clusters: list[DeedCluster] = []
        self.latest: DeedCluster | None = None
        self.series: dict[SeriesKey, DeedCluster] = {}

    def read(
        self, sentence: DeedSentence, dateline: Entity | None, *, heading: bool
    ) -> None:
        """Take in the attacks of a sentence."""
        here = list[DeedCluster]()
        all_told = [sentence.of(at) for at in range(len(sentence.deeds))]
        nowhere = all(told.place is None for told in all_told)
        for deed, told in zip(sentence.deeds, all_told, strict=True):
            if nowhere and dateline is not None:
                told = replace(told, place=dateline)
            headed = self.headed(deed, told) if heading else None
            each = self.each_of(deed, told)
            each = each or [headed or self.cluster_of(deed, told, here)]
            for cluster in each:
                cluster.take(deed, told)
                here.append(cluster)
                plain = cluster.series and not cluster.told.strong
                if not (deed.willed or plain or told.day == NINE_ELEVEN):
                    self.latest = cluster

    def each_of(self, deed: Deed, told: Circumstances) -> list[DeedCluster]:
        """The attacks that words mean that count those of before: both killings."""
        if deed.count < 2 or told.strong or told.day or told.place:
            return []
        near = [
            one
            for one in self.clusters
            if not (one.series or one.willed) and deed.number - one.last <= LOOK_BACK
        ]
        near.sort(key=lambda one: one.deeds[-1].span.start)
        return near[-deed.count :] if len(near) >= deed.count else []

    def headed(self, deed: Deed, told: Circumstances) -> DeedCluster | None:
        """The attack of a title: one of the text with its place or target, or all."""
        met = [one for one in self.clusters if one.specific and agree(one.told, told)]
        alike = [
            one
            for one in met
            if one.told.strong & told.strong
            or (told.place is not None and one.told.place == told.place)
        ]
        if alike:
            return alike[0]
        if told.strong or deed.several or deed.willed or len(met) == 0:
            return None
        return met[0] if len(met) == 1 else self.spoken_of_most(deed, told)

    def cluster_of(
        self, deed: Deed, told: Circumstances, here: Sequence[DeedCluster]
    ) -> DeedCluster:
        """The attack that words tell of: one that was met, or a new one."""
        of_day = deed.definite and told.stamp is not None and not told.strong
        known = self.joined(told) if of_day else None
        one_act = known is not None and not known.series
        if deed.charged and here:
            return self.joined(told) or self.new(told, series=False)
        beside = known if one_act else self.beside(deed, told, here)
        if beside is not None:
            return beside
        period = told.day is not None and "/" in told.day
        dated = told.day is not None and is_day(told.day)
        often = (deed.often or told.long) and (not told.strong or is_many(told))
        named = (told.calls or deed.by_year) and not deed.lasting
        many = deed.several and not named
        many = (many or often) and not dated
        tried = deed.tried and told.strong and not is_many(told)
        if (deed.willed and not tried) or period or many:
            return self.several(deed, told)
        found = self.joined(told) or self.called(told)
        if found is not None and not (deed.fresh and found.told.day != told.day):
            return found
        meant = None if told.day == NINE_ELEVEN else self.meant(deed, told)
        return meant or self.new(told, series=False)

    def beside(
        self, deed: Deed, told: Circumstances, here: Sequence[DeedCluster]
    ) -> DeedCluster | None:
        """The attack of another word of the sentence that means the same."""
        for one in reversed(here):
            last = one.deeds[-1]
            if not (deed.noun or last.noun) and is_joined(last, deed):
                return one
            apart = are_apart(one.told.strong, told.strong)
            days = (
                told.day is None
                or one.told.day is None
                or may_overlap(told.day, one.told.day)
            )
            others = one.told.doers.are_others(told.doers)
            if deed.going_on and days and not (apart or others):
                own = told.strong and not one.told.strong and not last.noun
                return None if own else one
            single = not (one.series or deed.several or deed.often)
            # "killed the rebels, and spoke of the murder of Haddad"
            named = who_are_named(told.strong) and not one.told.strong
            another = deed.noun and named and not last.noun
            if single and not another and agree(one.told, told):
                return one
        return None

    def several(self, deed: Deed, told: Circumstances) -> DeedCluster:
        """The attacks that a plural tells of: those of before, or a series."""
        plain = not (told.strong or told.day or told.place or told.doers.named)
        if deed.definite and plain and self.clusters and not deed.willed:
            many = [one for one in self.clusters if any(d.several for d in one.deeds)]
            last = max(many, key=lambda one: one.deeds[-1].span.start, default=None)
            alone = len([one for one in self.clusters if one.specific]) == 1
            alone = alone and not deed.lasting
            return (
                last or (self.latest if alone else None) or self.series_of(deed, told)
            )
        one_thing = told.strong and not is_many(told)
        if one_thing and not deed.willed:
            found = self.joined(told)
            if found is not None:
                return found
        return self.series_of(deed, told)

    def meant(self, deed: Deed, told: Circumstances) -> DeedCluster | None:
        """The attack told of before that words mean: the last, or the main one."""
        spoken_of = self.spoken_of(deed)
        if spoken_of is None or deed.fresh:
            return None
        aside = spoken_of is not self.latest
        near = aside or deed.number - spoken_of.last <= LOOK_BACK
        last = spoken_of if agree(spoken_of.told, told) else None
        if deed.definite or deed.back:
            if near and last is not None and last.may_be_called(deed):
                return last
            most = self.spoken_of_most(deed, told)
            if told.strong:
                return most if most is not None and most.is_main else None
            return most or last
        if last is None:
            return None
        if deed.noun:
            alone = len([one for one in self.clusters if one.specific]) == 1
            alone = alone and last.may_be_called(deed)
            own = told.day or told.stamp or told.strong
            return last if alone and not own else None
        new_name = who_are_named(told.strong) and not last.told.strong
        year = told.day is not None and YEAR.fullmatch(told.day) is not None
        other_time = year and last.told.day is None
        new = new_name or other_time or (deed.indefinite and (told.day or told.stamp))
        return last if near and deed.going_on and not new else None

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

    def called(self, told: Circumstances) -> DeedCluster | None:
        """The attack spoken of most that was called so, or was where its name says."""
        found = list[DeedCluster]()
        for one in self.clusters if told.calls else ():
            where = one.told.place is not None and one.told.place == told.place
            alike = one.told.calls & told.calls or (where and told.place is not None)
            if alike and not one.willed and compatible(one.told, told):
                found.append(one)
        return max(found, key=lambda one: len(one.deeds), default=None)

    def joined(self, told: Circumstances) -> DeedCluster | None:
        """The latest attack with a target in common, or of the same whole day."""
        for one in reversed(self.clusters):
            if not compatible(one.told, told) or one.willed:
                continue
            if one.series and is_many(one.told):
                continue
            alike = one.told.strong & told.strong
            if alike and not are_apart(one.told.strong, told.strong):
                return one
            if same_day(one.told, told) and agree(one.told, told):
                return one
        return None

    def series_of(self, deed: Deed, told: Circumstances) -> DeedCluster:
        """The series of a period and of targets, one for each, those by air apart."""
        place = told.place.id if told.place is not None else None
        from_air = deed.word.startswith("air")
        key = (told.day, place, told.strong, told.doers, from_air)
        found = self.series.get(key)
        if found is None:
            found = self.series[key] = self.new(told, series=True)
        return found

    def new(self, told: Circumstances, *, series: bool) -> DeedCluster:
        """An attack that is met for the first time."""
        cluster = DeedCluster(told, series)
        self.clusters.append(cluster)
        return cluster


def is_joined(one: Deed, other: Deed) -> bool:
    """Whether a verb goes on right behind another: kidnapped and killed."""
    return 0 < other.span.start - one.span.end <= len(" and ")
