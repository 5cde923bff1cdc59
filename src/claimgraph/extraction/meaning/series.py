"""Attacks that are only told of as a number of them, each by who did them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from claimgraph.coding.new_ids import attack_id
from claimgraph.extraction.attacks.known_attacks import is_of_doers
from claimgraph.extraction.candidates import Cast, ClaimCandidate, Member
from claimgraph.model import Entity

SERIES = "series"
MOST_NAMES = 3


def series_in(cast: Cast) -> frozenset[str]:
    """The attacks of a cast that are more than one."""
    return frozenset(who for who, one in cast.items() if one.entity.kind == SERIES)


def vague_series(cast: Cast) -> frozenset[str]:
    """The series of a cast that nothing but their doer tells from others."""
    return frozenset(
        who
        for who in series_in(cast)
        if not (one := cast[who]).known
        and one.day is None
        and one.place is None
        and one.target is None
    )


@dataclass(slots=True)
class SeriesByDoer:
    """Gives the vague series of a sentence to those who did them in that sentence."""

    cast: Cast
    vague: Collection[str]
    made: dict[str, Member] = field(default_factory=dict[str, Member])
    # the series of a noun and of those who did it
    by_doers: dict[tuple[str, ...], str] = field(
        default_factory=dict[tuple[str, ...], str]
    )

    def told_apart(self, found: Iterable[ClaimCandidate]) -> list[ClaimCandidate]:
        """The candidates of one sentence, their vague series by who did them."""
        listed = list(found)
        doers: dict[str, list[str]] = {}
        for one in listed:
            done = one.object in self.cast and is_of_doers(one.relation)
            if one.subject in self.vague and done:
                doers.setdefault(one.subject, []).append(str(one.object))
        named = {who: self.series_of(who, found) for who, found in doers.items()}
        moved: list[ClaimCandidate] = []
        for one in listed:
            new = named.get(one.subject)
            if new is None:
                moved.append(one)
                continue
            self.mention(new, one)
            moved.append(replace(one, subject=new))
        return moved

    def series_of(self, vague: str, doers: Iterable[str]) -> str:
        """The id of the series of some doers that a vague one stands for."""
        known = list(dict.fromkeys(doers))[:MOST_NAMES]
        names = [self.cast[who].entity.name for who in known]
        noun = self.cast[vague].entity.name.split()[-1]
        made = self.by_doers.get((noun, *known))
        if made is None:
            made = attack_id(None, " ".join(names), SERIES, {*self.cast, *self.made})
            self.by_doers[noun, *known] = made
            entity = Entity(
                id=made, name=f"{noun} of {' and '.join(names)}", kind=SERIES
            )
            self.made[made] = Member(entity=entity, known=False, mentions=())
        return made

    def mention(self, made: str, one: ClaimCandidate) -> None:
        """One more passage that tells of a series."""
        held = self.made[made]
        self.made[made] = replace(held, mentions=(*held.mentions, one.quote))

    def members(self) -> Mapping[str, Member]:
        """The series that were made, by their ids."""
        return self.made
