"""Which attacks an article tells of: its words for them, put together by attack."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimgraph.extraction.attacks.attack_names import (
    attack_entity,
    noun_for,
    words_for,
)
from claimgraph.extraction.attacks.circumstances import DeedSentence
from claimgraph.extraction.attacks.clusters import Clusters
from claimgraph.extraction.attacks.deed_cluster import DeedCluster
from claimgraph.extraction.attacks.deeds import deeds_in
from claimgraph.extraction.attacks.known_attacks import known_again
from claimgraph.extraction.attacks.targets import Point
from claimgraph.extraction.candidates import Member
from claimgraph.extraction.dates.dates import DateMention
from claimgraph.extraction.known import Known
from claimgraph.extraction.names.mention import Mention, SpokenSentence
from claimgraph.extraction.names.newcomers import TakenIds
from claimgraph.extraction.text.sentences import after_dateline
from claimgraph.model import Entity, TextSpan

# so many passages may stand before what happened where the dateline tells
LEDE = 4


@dataclass(frozen=True, slots=True)
class Attacks:
    """The attacks of an article, and which one is spoken of where.

    `points` has for the words for one what is told with them: when, where, whom.
    """

    members: Mapping[str, Member]
    deeds: Sequence[tuple[TextSpan, str]]
    starts: Sequence[int]
    points: Mapping[TextSpan, Sequence[Point]]

    def attack_at(self, position: int) -> str | None:
        """The id of the attack whose words stand at a place, or else stood last."""
        at = bisect_right(self.starts, position) - 1
        return self.deeds[at][1] if at >= 0 else None

    def within(self, span: TextSpan) -> Sequence[tuple[TextSpan, str]]:
        """The words for attacks in a passage, in order."""
        first = bisect_left(self.starts, span.start)
        return self.deeds[first : bisect_left(self.starts, span.end)]


def attacks_in(
    passages: Sequence[SpokenSentence],
    mentions: Sequence[Mention],
    dates: Sequence[DateMention],
    known: Known,
) -> Attacks:
    """The attacks of an article by its sentences and what was found in them."""
    model = Clusters()
    read = list(sentences_of(passages, mentions, dates))
    dateline = dateline_of(passages, mentions)
    body = (one for one in read if not one.passage.is_heading)
    lede = next((one for one in body if one.deeds[0].number < LEDE), None)
    # headings lean on what the text tells
    for one in sorted(read, key=lambda one: one.passage.is_heading):
        heading = one.passage.is_heading
        model.read(one, dateline if one is lede else None, heading=heading)
    return number_attacks(model.clusters, mentions, known)


def sentences_of(
    passages: Sequence[SpokenSentence],
    mentions: Sequence[Mention],
    dates: Sequence[DateMention],
) -> list[DeedSentence]:
    """The sentences that tell of attacks, each with what lies in it."""
    found = list[DeedSentence]()
    first, day = 0, 0
    for number, passage in enumerate(passages):
        while first < len(mentions) and mentions[first].span.end <= passage.span.start:
            first += 1
        while day < len(dates) and dates[day].span.end <= passage.span.start:
            day += 1
        end = bisect_left(
            mentions, passage.span.end, first, key=lambda one: one.span.start
        )
        armed = any(is_armed(one) for one in mentions[first:end])
        deeds = deeds_in(passage, number, armed=armed)
        if deeds:
            last = bisect_left(
                dates, passage.span.end, day, key=lambda one: one.span.start
            )
            held = DeedSentence(passage, deeds, mentions[first:end], dates[day:last])
            found.append(held)
    return found


def is_armed(one: Mention) -> bool:
    """Whether somebody is a group or an army, that does what a sentence tells."""
    return one.prefix == "group" or one.entity.kind == "armed-force"


def dateline_of(
    passages: Sequence[SpokenSentence], mentions: Sequence[Mention]
) -> Entity | None:
    """The place of the dateline, with which an article begins."""
    for one in mentions:
        place = one.of_type(("place",))
        at = bisect_right(passages, one.span.start, key=lambda held: held.span.start)
        held = passages[max(at - 1, 0)]
        if place is None or held.span.start != one.span.start:
            continue
        after = held.text[one.span.end : one.span.end + 40]
        if after_dateline(held.text, held.span).start > one.span.end and "-" in after:
            return place
    return None


def region_of(mentions: Sequence[Mention]) -> Entity | None:
    """The country that an article speaks of most."""
    states = Counter(one.entity.id for one in mentions if one.prefix == "state")
    most = next((key for key, _ in states.most_common(1)), None)
    return next((one.entity for one in mentions if one.entity.id == most), None)


def number_attacks(
    clusters: Sequence[DeedCluster], mentions: Sequence[Mention], known: Known
) -> Attacks:
    """All attacks with their ids, in the order of the text."""
    named = {
        (one.span.start, one.span.end): one.entity
        for one in mentions
        if one.prefix == "attack"
    }
    deeds, members = list[tuple[TextSpan, str]](), dict[str, Member]()
    taken, region = TakenIds(known.entities), region_of(mentions)
    for cluster in sorted(clusters, key=first_place):
        cluster.deeds.sort(key=lambda one: one.span.start)
        met = name_of(cluster, named) or known_of(cluster, known)
        vague = cluster.series and not cluster.told.strong
        told = replace(cluster.told, target=None) if vague else cluster.told
        entity = met or attack_entity(
            told,
            cluster.kinds,
            region,
            taken,
            series=cluster.series,
            called=words_for(cluster.deeds),
            noun=noun_for(cluster.deeds),
        )
        taken.add(entity.id)
        spans = tuple(one.span for one in cluster.deeds)
        before = members[entity.id].mentions if entity.id in members else ()
        members[entity.id] = Member(
            entity=entity,
            known=met is not None,
            mentions=(*before, *spans),
            day=told.day,
            place=told.place.id if told.place else None,
            target=told.target,
        )
        deeds += [(one, entity.id) for one in spans]
    deeds.sort(key=lambda pair: pair[0].start)
    return Attacks(members, deeds, [one.start for one, _ in deeds], points_of(clusters))


def points_of(clusters: Sequence[DeedCluster]) -> dict[TextSpan, list[Point]]:
    """What a few words tell of each deed; of a series no day."""
    found: dict[TextSpan, list[Point]] = {}
    for cluster in sorted(clusters, key=first_place):
        for span, point in cluster.points:
            if not (cluster.series and point.kind == "day"):
                found.setdefault(span, []).append(point)
    return found


def known_of(cluster: DeedCluster, known: Known) -> Entity | None:
    """The attack of the corpus that a cluster is of."""
    return None if cluster.series else known_again(known, cluster.told)


def first_place(cluster: DeedCluster) -> int:
    """Where an attack is first told of."""
    return min((one.span.start for one in cluster.deeds), default=0)


def name_of(
    cluster: DeedCluster, named: Mapping[tuple[int, int], Entity]
) -> Entity | None:
    """The attack of the corpus whose own name one of the passages is in."""
    for (start, end), entity in named.items():
        if any(start <= one.span.start < end for one in cluster.deeds):
            return entity
    return None
