"""The words for attacks of an article put together, attack by attack."""

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.dates import may_overlap
from claimgraph.extraction.attacks.agreement import (
    agree,
    are_apart,
    is_many,
    who_are_named,
)
from claimgraph.extraction.attacks.circumstances import (
    Circumstances,
    DeedSentence,
)
from claimgraph.extraction.attacks.deed import Deed
from claimgraph.extraction.attacks.deed_cluster import DeedCluster
from claimgraph.extraction.attacks.deed_days import YEAR
from claimgraph.extraction.attacks.deed_doers import DeedDoers
from claimgraph.extraction.attacks.met_attacks import MetAttacks
from claimgraph.extraction.attacks.targets import PEOPLE
from claimgraph.extraction.dates.stamps import NINE_ELEVEN, is_day
from claimgraph.model import Entity

# so many sentences back a verb without more may go on with an attack
LOOK_BACK = 3
# the day, place and targets of a series, its doers, whether it was from the air, and
# whether it was only willed
SeriesKey = tuple[str | None, str | None, frozenset[str], DeedDoers, bool, bool]


class Clusters(MetAttacks):
    """Puts the words for attacks together, sentence by sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.series: dict[SeriesKey, DeedCluster] = {}

    def read(
        self, sentence: DeedSentence, dateline: Entity | None, *, heading: bool
    ) -> None:
        """Take in the attacks of a sentence."""
        here = list[DeedCluster]()
        all_told = [sentence.of(at) for at in range(len(sentence.deeds))]
        nowhere = all(told.place is None for told in all_told)
        whole = list[tuple[Deed, Circumstances]]()
        for at, (deed, told) in enumerate(zip(sentence.deeds, all_told, strict=True)):
            if nowhere and dateline is not None:
                told = replace(told, place=dateline)
            if sentence.is_of_next(at, told):
                whole.append((deed, told))
                continue
            headed = self.headed(deed, told) if heading else None
            each = self.each_of(deed, told)
            each = each or [headed or self.cluster_of(deed, told, here)]
            for cluster in each:
                for one, of_one in whole:
                    cluster.take(one, of_one)
                cluster.take(deed, told)
                here.append(cluster)
                plain = cluster.series and not cluster.told.strong
                plain = plain or (told.apart and len(here) > 1)
                if not (deed.unmade or plain or told.day == NINE_ELEVEN):
                    self.latest = cluster
            whole.clear()

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
        if told.apart and here:
            return self.of_other_time(deed, told, here)
        beside = known if one_act else self.beside(deed, told, here)
        if beside is not None:
            return beside
        period = told.day is not None and "/" in told.day
        dated = told.day is not None and is_day(told.day)
        often = (deed.often or told.long) and (not told.strong or is_many(told))
        named = (told.calls or deed.by_year) and not deed.lasting
        many = deed.several and not named
        many = (many or often) and not dated
        tried = deed.tried and (told.targets or dated) and not is_many(told)
        if (deed.willed and not tried) or period or many:
            return self.several(deed, told)
        found = self.joined(told) or self.called(told) or self.hurt(deed, told)
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
                return None if own and not told.when else one
            single = not (one.series or deed.several or deed.often)
            of_its_kind = self.of_its_kind(one, deed, here)
            if of_its_kind is not None:
                return of_its_kind
            # "killed the rebels, and spoke of the murder of Haddad"
            named = who_are_named(told.strong) and not one.told.strong
            another = deed.noun and named and not last.noun
            if single and not another and agree(one.told, told):
                return one
        return None

    def of_other_time(
        self, deed: Deed, told: Circumstances, here: Sequence[DeedCluster]
    ) -> DeedCluster:
        """The attack before or behind another of the sentence: "days after a raid"."""
        fits = [
            one
            for one in reversed(self.clusters)
            if not (one in here or one.series or one.willed)
            and one.may_be_called(deed)
            and agree(one.told, told)
        ]
        alike = (one for one in fits if one.told.strong & told.strong)
        known = fits[0] if fits and deed.definite and not told.strong else None
        met = next(alike, known)
        if met is None and (deed.several or deed.often):
            return self.several(deed, told)
        return met or self.new(told, series=False)

    def of_its_kind(
        self, one: DeedCluster, deed: Deed, here: Sequence[DeedCluster]
    ) -> DeedCluster | None:
        """The attack of before that a noun means rather than one of its sentence: "mobs
        besieged the scene of the blast".
        """
        new = one.deeds[0].number == deed.number
        told = deed.kind in one.kinds or not (one.kinds or new)
        verb = not one.deeds[-1].noun
        known = deed.noun and deed.definite and verb
        if deed.kind is None or told or not known:
            return None
        for each in reversed(self.clusters):
            many = each.series or each.willed
            if not many and each not in here and deed.kind in each.kinds:
                return each
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
        if near and spoken_of.is_bare and not deed.noun:
            return spoken_of
        last = spoken_of if agree(spoken_of.told, told) else None
        if deed.definite or deed.back:
            if near and last is not None and last.may_be_called(deed):
                return self.by_its_word(deed, told, last)
            most = self.spoken_of_most(deed, told)
            if told.strong:
                return most if most is not None and most.is_main else None
            return most or last
        if last is None or (deed.of_new and is_of_others(last, told)):
            return None
        if deed.noun:
            alone = len([one for one in self.clusters if one.specific]) == 1
            alone = alone and last.may_be_called(deed)
            own = told.day or told.stamp or told.strong
            return last if alone and not own else None
        new_name = who_are_named(told.strong) and not last.told.strong
        year = told.day is not None and YEAR.fullmatch(told.day) is not None
        other_time = year and last.told.day is None
        other_time = other_time or bool(last.series and (told.day or told.stamp))
        new = new_name or other_time or (deed.indefinite and (told.day or told.stamp))
        plain = not (told.day or told.place or told.strong)
        known = deed.onto_known and plain and may_be_done_so(last, deed)
        called = who_are_named(told.strong) and last.told.strong
        known = known or bool(called and last.told.strong <= PEOPLE)
        return last if near and (deed.going_on or known) and not new else None

    def series_of(self, deed: Deed, told: Circumstances) -> DeedCluster:
        """The series of a period and of targets, one for each, those by air apart."""
        place = told.place.id if told.place is not None else None
        from_air = deed.word.startswith("air")
        key = (told.day, place, told.strong, told.doers, from_air, deed.unmade)
        found = self.series.get(key)
        if found is None:
            found = self.series[key] = self.new(told, series=True)
        return found

    def new(self, told: Circumstances, *, series: bool) -> DeedCluster:
        """An attack that is met for the first time."""
        cluster = DeedCluster(told, series)
        self.clusters.append(cluster)
        return cluster


def may_be_done_so(one: DeedCluster, deed: Deed) -> bool:
    """Whether a verb is of an attack's kind."""
    if not one.kinds:
        # "were killed by two bombs. A admits planting the bombs"
        return deed.kind in (None, "bombing")
    return deed.kind is None or deed.kind in one.kinds


def is_of_others(one: DeedCluster, told: Circumstances) -> bool:
    """Whether an attack is known to have hit others than somebody new."""
    return bool(one.told.targets) and one.told.targets.isdisjoint(told.targets)


def is_joined(one: Deed, other: Deed) -> bool:
    """Whether a verb goes on right behind another: kidnapped and killed."""
    return 0 < other.span.start - one.span.end <= len(" and ")
