"""Who belongs to whom, who holds whom, what retells what: derived from the claims."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from claimgraph.analysis.retellings import Retold, retold
from claimgraph.dates import span
from claimgraph.identity import Identity, resolve
from claimgraph.ids import hashed, value_kind
from claimgraph.model import Article, Claim, Entity, Judgement


@dataclass(frozen=True, slots=True, order=True)
class Proposition:
    """What claims can affirm, deny or withhold, by standing ids.

    `object` is an entity id, else what is counted (casefolded) or `on` for a date;
    None where a withheld claim names neither. The ends of a symmetric relation are
    sorted.
    """

    relation: str
    subject: str
    object: str | None

    @property
    def id(self) -> str:
        """The id of model.md, of the standing ids."""
        return hashed(["proposition/1", self.relation, self.subject, self.object])


@dataclass(frozen=True, slots=True, order=True)
class Bond:
    """A tie that one claim gives: a person to a body or custodian, a part to a whole.

    `valid` is the EDTF text of the claim; `disputed_by` are claims that deny it.
    """

    left: str
    right: str
    claim: str
    valid: str | None
    disputed_by: tuple[str, ...] = ()

    def may_hold(self, day: str | None) -> bool:
        """Whether the tie possibly held at some day of an EDTF text; None: any."""
        return may_overlap(self.valid, day)


@dataclass(frozen=True, slots=True)
class Context:
    """What the claims say of their own speakers; all ids are standing ones.

    `affiliation` and `custody` map who speaks to the ties with a body or custodian,
    `parts` a part to its wholes, `supporters` a group to who is said to support it,
    `rivals` either end to the other, `retells` an article id to its passages.
    """

    entities: Mapping[str, Entity]
    articles: Mapping[str, Article]
    symmetric: frozenset[str]
    identity: Identity
    affiliation: Mapping[str, tuple[Bond, ...]]
    custody: Mapping[str, tuple[Bond, ...]]
    parts: Mapping[str, tuple[Bond, ...]]
    rivals: Mapping[str, tuple[Bond, ...]]
    supporters: Mapping[str, tuple[Bond, ...]]
    retells: Mapping[str, tuple[Retold, ...]]

    def canonical(self, entity_id: str) -> str:
        """The id that stands for this one after `same` judgements."""
        return self.identity.canonical(entity_id)

    def name(self, entity_id: str) -> str:
        """The name of an entity; its id where no entity is at hand."""
        entity = self.entities.get(entity_id)
        return entity_id if entity is None else entity.name

    def origin(self, claim: Claim) -> str:
        """On whose word the claim stands, as a standing id."""
        return self.canonical(claim.origin)

    def holders(self, claim: Claim) -> tuple[str, ...]:
        """The standing ids of all hops, from the outside in."""
        return tuple(self.canonical(hop.holder) for hop in claim.chain)

    def proposition(self, claim: Claim) -> Proposition:
        """What the claim affirms, denies or withholds."""
        subject = self.canonical(claim.subject)
        target = None if claim.object is None else self.canonical(claim.object)
        if target is not None and claim.relation in self.symmetric:
            subject, target = sorted((subject, target))
        return Proposition(claim.relation, subject, target or value_kind(claim))

    def bodies(self, speaker: str, day: str | None) -> tuple[Bond, ...]:
        """The bodies to which a speaker is said to belong when speaking."""
        return held(self.affiliation, speaker, day)

    def custodians(self, speaker: str) -> tuple[Bond, ...]:
        """Who is said to hold a speaker."""
        return self.custody.get(speaker, ())

    def is_unnamed(self, entity_id: str) -> bool:
        """Whether a speaker has no name of his own."""
        entity = self.entities.get(entity_id)
        return is_unspecified(entity_id) or (entity is not None and entity.unnamed)

    def is_unnamed_plural(self, entity_id: str) -> bool:
        """Whether a speaker is several people without a name ("officials")."""
        entity = self.entities.get(entity_id)
        return entity is not None and entity.unnamed and entity.collective


def held(
    bonds: Mapping[str, tuple[Bond, ...]], left: str, day: str | None
) -> tuple[Bond, ...]:
    """The ties of an id that possibly held at a day."""
    return tuple(bond for bond in bonds.get(left, ()) if bond.may_hold(day))


def is_unspecified(entity_id: str) -> bool:
    """Whether an id is a speaker whom an article hides."""
    return entity_id.startswith("person/unspecified-")


def may_overlap(one: str | None, other: str | None) -> bool:
    """Whether two EDTF texts possibly have a day in common; None is any day."""
    if one is None or other is None:
        return True
    left, right = span(one), span(other)
    return not (
        (left.latest and right.earliest and left.latest < right.earliest)
        or (right.latest and left.earliest and right.latest < left.earliest)
    )


def context(
    claims: Iterable[Claim],
    articles: Mapping[str, Article],
    entities: Mapping[str, Entity],
    judgements: Iterable[Judgement],
    symmetric: Collection[str],
) -> Context:
    """What the claims say of their speakers, in one pass over them.

    `symmetric` names the relations that read the same both ways. Affiliation is an
    affirmed, stated MEMBER_OF or LED_BY that is not `former`; custody is an affirmed
    DETAINED_BY or a released confession (analysis.md, section 0).
    """
    identity, _ = resolve(judgements, entities.keys())
    ties = Ties(identity)
    for claim in claims:
        ties.add(claim)
    return Context(
        entities=entities,
        articles=articles,
        symmetric=frozenset(symmetric),
        identity=identity,
        affiliation=ties.by_left("affiliation"),
        custody=ties.with_bodies(),
        parts=ties.by_left("parts"),
        rivals=ties.by_left("rivals"),
        supporters=ties.by_left("supporters"),
        retells={
            stem: tuple(retold(article, articles, identity))
            for stem, article in sorted(articles.items())
            if article.retells
        },
    )


Family = Literal["affiliation", "custody", "parts", "rivals", "supporters"]
FAMILIES: Mapping[str, Family] = {
    "MEMBER_OF": "affiliation",
    "LED_BY": "affiliation",
    "DETAINED_BY": "custody",
    "PART_OF": "parts",
    "RIVAL_OF": "rivals",
    "SUPPORTED_BY": "supporters",
}


class Ties:
    """The ties that have been met so far."""

    def __init__(self, identity: Identity) -> None:
        self.identity = identity
        self.bonds: dict[Family, set[Bond]] = {one: set() for one in FAMILIES.values()}
        self.denials: dict[tuple[Family, str, str], set[str]] = {}

    def add(self, claim: Claim) -> None:
        """Keep the ties that a claim gives or denies; a withheld one does neither."""
        if claim.polarity == "withheld":
            return
        self.add_confession(claim)
        family = FAMILIES.get(claim.relation)
        if family is None or claim.object is None:
            return
        left, right = map(self.identity.canonical, (claim.subject, claim.object))
        if claim.relation == "LED_BY":
            left, right = right, left
        ends = [(left, right)]
        if family == "rivals":
            ends.append((right, left))
        for one, other in ends:
            self.tie(family, one, other, claim)

    def tie(self, family: Family, left: str, right: str, claim: Claim) -> None:
        """Keep one tie of a claim, or its denial."""
        if claim.polarity == "denied":
            self.denials.setdefault((family, left, right), set()).add(claim.id)
        if claim.polarity != "affirmed" or claim.modality == "hypothetical":
            return
        if family == "affiliation" and (claim.former or claim.modality != "stated"):
            return
        self.bonds[family].add(Bond(left, right, claim.id, claim.valid))

    def add_confession(self, claim: Claim) -> None:
        """A captor that releases a confession holds the one who confesses."""
        if claim.chain[-1].medium != "confession" or len(claim.chain) < 3:
            return
        speaker, captor = (
            self.identity.canonical(hop.holder)
            for hop in (claim.chain[-1], claim.chain[-2])
        )
        self.bonds["custody"].add(Bond(speaker, captor, claim.id, None))

    def by_left(self, family: Family) -> dict[str, tuple[Bond, ...]]:
        """The ties of a family by their left end, each with who denies it."""
        found: dict[str, list[Bond]] = {}
        for bond in sorted(self.bonds[family], key=order):
            key = (family, bond.left, bond.right)
            denied = tuple(sorted(self.denials.get(key, ())))
            found.setdefault(bond.left, []).append(
                Bond(bond.left, bond.right, bond.claim, bond.valid, denied)
            )
        return {left: tuple(bonds) for left, bonds in sorted(found.items())}

    def with_bodies(self) -> dict[str, tuple[Bond, ...]]:
        """Custody, in which a person who holds somebody is the body he belongs to."""
        bodies = self.by_left("affiliation")
        found: dict[str, tuple[Bond, ...]] = {}
        for left, bonds in self.by_left("custody").items():
            kept: list[Bond] = []
            for bond in bonds:
                wholes = sorted({body.right for body in bodies.get(bond.right, ())})
                kept += [
                    Bond(left, whole, bond.claim, bond.valid, bond.disputed_by)
                    for whole in wholes or [bond.right]
                ]
            found[left] = tuple(sorted(kept, key=order))
        return found


def order(bond: Bond) -> tuple[str, str, str]:
    """Ties are sorted by their ends, then by claim."""
    return bond.left, bond.right, bond.claim
