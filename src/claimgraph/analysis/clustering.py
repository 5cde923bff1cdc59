"""Joining: claims whose speakers depend on one another count as one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.analysis.near_copies import Spoken, near_copies
from claimgraph.analysis.ties import Ties
from claimgraph.analysis.witnesses import Witness

if TYPE_CHECKING:
    from networkx.utils import UnionFind

    from claimgraph.analysis.sentences import Sentences


@dataclass(frozen=True, slots=True, order=True)
class Join:
    """Two claims that depend on each other, and why.

    `reason` is `same-origin`, `affiliation`, `custody` or `near-copy`; `detail` is
    the origin, the body, the custodian or the similarity ("0.62").
    """

    left: str
    right: str
    reason: str
    detail: str


class Joining:
    """The joins of one proposition; a join is kept where it connects two groups.

    So the joins are as many as the claims without the groups, and each group is held
    together by those that name its claims. Claims are told by their index in
    `voices`, which is sorted by claim.
    """

    def __init__(self, voices: Sequence[Witness], ties: Ties) -> None:
        from networkx.utils import UnionFind

        self.voices = voices
        self.groups: UnionFind[int] = UnionFind(range(len(voices)))
        self.joins: list[Join] = []
        self.heads: dict[str, int] = {}
        self.members: dict[str, dict[str, int]] = {}
        self.held: dict[str, dict[str, int]] = {}
        for index, voice in enumerate(voices):
            origin = voice.origin
            if origin not in self.heads:
                self.heads[origin] = index
                for custodian in ties.others("custody", origin).keys() - {origin}:
                    self.held.setdefault(custodian, {})[origin] = index
            for body in ties.bodies(origin, voice.day) - {origin}:
                self.members.setdefault(body, {}).setdefault(origin, index)

    def connect(self, one: int, other: int, reason: str, detail: str) -> None:
        """Join two claims, unless they are in one group already."""
        if self.groups[one] == self.groups[other]:
            return
        self.groups.union(one, other)
        left, right = sorted((self.voices[one].claim, self.voices[other].claim))
        self.joins.append(Join(left, right, reason, detail))

    def by_origin(self) -> None:
        """Join what one origin says."""
        for index, voice in enumerate(self.voices):
            self.connect(self.heads[voice.origin], index, "same-origin", voice.origin)

    def by_affiliation(self) -> None:
        """Join a body with its members and, unless it is a State, these together."""
        for body in sorted(self.members):
            members = sorted(self.members[body].values())
            centre = self.heads.get(body)
            if centre is None:
                if body.startswith("state/"):
                    continue
                centre = members[0]
            for index in members:
                self.connect(centre, index, "affiliation", body)

    def by_custody(self) -> None:
        """Join those who are held with each other, their captor and its members."""
        for custodian in sorted(self.held):
            held = sorted(self.held[custodian].values())
            captor = [self.heads[custodian]] if custodian in self.heads else []
            members = sorted(self.members.get(custodian, {}).values())
            for index in (*captor, *held[1:], *members):
                self.connect(held[0], index, "custody", custodian)

    def by_wording(
        self, everyone: Sequence[Witness], sentences: Sentences, theta: float
    ) -> None:
        """Join near-copies; all who support the proposition tell who stands where."""
        homes: dict[str, set[str]] = {}
        for voice in everyone:
            homes.setdefault(voice.origin, set()).add(voice.article)
        if self.is_settled(homes):
            return
        frozen = {origin: frozenset(found) for origin, found in homes.items()}
        spoken = list(self.spoken(frozen, sentences))
        for one, other, share in near_copies(spoken, self.groups, theta):
            left, right = sorted((self.voices[one].claim, self.voices[other].claim))
            self.joins.append(Join(left, right, "near-copy", f"{share:.2f}"))

    def is_settled(self, homes: Mapping[str, set[str]]) -> bool:
        """Whether wording can join nothing: one group, or one article for all."""
        first = self.groups[0]
        whole = all(self.groups[index] == first for index in self.heads.values())
        return whole or len({one for found in homes.values() for one in found}) < 2

    def spoken(
        self, homes: Mapping[str, frozenset[str]], sentences: Sentences
    ) -> Iterator[Spoken]:
        """Each sentence of each origin, once."""
        seen: set[tuple[str, frozenset[int]]] = set()
        for index, voice in enumerate(self.voices):
            marks = sentences.of(voice.article, voice.place)
            if marks and (voice.origin, marks) not in seen:
                seen.add((voice.origin, marks))
                yield Spoken(index, marks, homes[voice.origin])


def join(
    voices: Sequence[Witness],
    everyone: Sequence[Witness],
    ties: Ties,
    sentences: Sentences,
    theta: float,
) -> tuple[tuple[Join, ...], list[list[Witness]]]:
    """The joins of voices and the groups that they make, both sorted by claim.

    `voices` are those that were not absorbed, `everyone` all that support the
    proposition, headlines that sum up apart: an absorbed claim joins nothing, but its
    speaker has spoken.
    """
    if not voices:
        return (), []
    joining = Joining(voices, ties)
    joining.by_origin()
    joining.by_affiliation()
    joining.by_custody()
    joining.by_wording(everyone, sentences, theta)
    groups: dict[int, list[Witness]] = {}
    for index, voice in enumerate(voices):
        groups.setdefault(joining.groups[index], []).append(voice)
    return tuple(sorted(joining.joins)), list(groups.values())
