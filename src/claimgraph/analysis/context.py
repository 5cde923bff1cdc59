"""Who belongs to whom, who holds whom, what retells what: derived from the claims."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from claimgraph.analysis.bonds import Bond, BondCollector, Bonds
from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.retellings import Retold, retold_passages
from claimgraph.identity import Identity, resolve
from claimgraph.ids import hash_of, value_kind
from claimgraph.model import Article, Claim, Entity
from claimgraph.schema.types import Compared, Family, Schema


@dataclass(frozen=True, slots=True)
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
    def order(self) -> tuple[str, str, str]:
        """How propositions are sorted: as text, one without an object first."""
        return self.relation, self.subject, self.object or ""

    @property
    def id(self) -> str:
        """The id of model.md, of the standing ids."""
        return hash_of(["proposition/1", self.relation, self.subject, self.object])


@dataclass(frozen=True, slots=True)
class Context:
    """What the claims say of their own speakers; all ids are standing ones.

    In `ties`, `affiliation` and `custody` map who speaks to the ties with a body or
    custodian, `parts` a part to its wholes, `supporters` a group to who is said to
    support it, `rivals` either end to the other. `retells` maps an article id to its
    passages. `sides` maps a part or member to the bodies on whose side it stands.
    `symmetric` names the relations that read the same both ways.
    """

    entities: Mapping[str, Entity]
    articles: Mapping[str, Article]
    schema: Schema
    symmetric: frozenset[str]
    identity: Identity
    ties: Mapping[Family, Bonds]
    sides: Bonds
    retells: Mapping[str, tuple[Retold, ...]]

    def over(self, claim_set: ClaimSet) -> "Context":
        """The same ties, with the entities and the texts of a fuller claim set."""
        return replace(
            self,
            entities=claim_set.entities,
            articles=claim_set.articles,
            retells=retold_by_article(claim_set.articles, self.identity),
        )

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

    def compared(self, relation: str) -> Compared | None:
        """How the values of a relation are put beside each other, if they are."""
        held = self.schema.relations.get(relation)
        return None if held is None else held.compared

    def label(self, relation: str) -> str:
        """A relation in words, its bare name where no schema knows it."""
        held = self.schema.relations.get(relation)
        return relation if held is None else held.label

    def family(self, relation: str) -> Family | None:
        """Which tie the claims of a relation make, if they make one."""
        held = self.schema.relations.get(relation)
        return None if held is None or held.tie is None else held.tie.family

    def actor(self, proposition: Proposition) -> str | None:
        """The end that does what a proposition tells; None where no end acts."""
        held = self.schema.relations.get(proposition.relation)
        if held is None or held.actor is None:
            return None
        return proposition.subject if held.actor == "subject" else proposition.object

    def bodies(self, speaker: str, day: str | None) -> tuple[Bond, ...]:
        """The bodies to which a speaker is said to belong when speaking."""
        bonds = self.ties["affiliation"].get(speaker, ())
        return tuple(bond for bond in bonds if bond.may_hold(day))

    def custodians(self, speaker: str) -> tuple[Bond, ...]:
        """Who is said to hold a speaker."""
        return self.ties["custody"].get(speaker, ())

    def is_unnamed(self, entity_id: str) -> bool:
        """Whether a speaker has no name of his own."""
        entity = self.entities.get(entity_id)
        return is_unspecified(entity_id) or (entity is not None and entity.unnamed)

    def is_unnamed_plural(self, entity_id: str) -> bool:
        """Whether a speaker is several people without a name ("officials")."""
        entity = self.entities.get(entity_id)
        return entity is not None and entity.unnamed and entity.collective


def is_unspecified(entity_id: str) -> bool:
    """Whether an id is a speaker whom an article hides."""
    return entity_id.startswith("person/unspecified-")


def context_of(claim_set: ClaimSet, schema: Schema) -> Context:
    """What the claims say of their speakers, in one pass over them.

    Affiliation is affirmed, stated and not `former`; custody is affirmed, or a
    released confession (analysis.md, section 0). Which relations make which ties
    stands in their files.
    """
    articles = claim_set.articles
    identity, _ = resolve(claim_set.judgements, claim_set.entities.keys())
    bonds = BondCollector(identity, schema)
    for claim in claim_set.claims:
        bonds.add(claim)
    for tie in claim_set.ties:
        bonds.add(tie)
    return Context(
        entities=claim_set.entities,
        articles=articles,
        schema=schema,
        symmetric=frozenset(filter(schema.symmetric, schema.relations)),
        identity=identity,
        ties=bonds.by_family(),
        sides=bonds.uncontested_sides(),
        retells=retold_by_article(articles, identity),
    )


def retold_by_article(
    articles: Mapping[str, Article], identity: Identity
) -> dict[str, tuple[Retold, ...]]:
    """The passages of each article that retells anything."""
    return {
        stem: tuple(retold_passages(article, articles, identity))
        for stem, article in sorted(articles.items())
        if article.retells
    }
