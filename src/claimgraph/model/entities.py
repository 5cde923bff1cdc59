"""Who and what claims are about, and what each corpus says of them."""

from dataclasses import dataclass, field

from claimgraph.model.where import Where


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of an entity, with how it may be looked for."""

    name: str
    case_exact: bool = False
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A group, person, attack, organization, state, community or place.

    `definitions` are those that it was united from, by corpus; none where only the
    corpus of the article that needs it defines it.
    """

    id: str
    name: str
    aliases: tuple[Alias, ...] = ()
    kind: str | None = None
    description: str | None = None
    ids: tuple[tuple[str, str], ...] = ()
    unnamed: bool = False
    collective: bool = False
    by: str | None = None
    within: str | None = None
    lat: float | None = None
    lon: float | None = None
    definitions: "tuple[Definition, ...]" = field(default=(), compare=False, repr=False)
    where: Where | None = field(default=None, compare=False, repr=False)

    @property
    def names(self) -> list[str]:
        """Its name, then its aliases in their order."""
        return [self.name, *(alias.name for alias in self.aliases)]

    @property
    def around(self) -> list[str]:
        """The places that any definition lays it in, sorted."""
        if self.within is None or not self.definitions:
            return [] if self.within is None else [self.within]
        told = {one.entity.within for one in self.definitions}
        return sorted(place for place in told if place is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What one corpus says of an entity.

    `uses` are the corpora that it uses, be it through others. `needed_by` are those
    whose articles need the entity and that have this definition at hand.
    """

    corpus: str
    entity: Entity
    uses: tuple[str, ...] = ()
    needed_by: tuple[str, ...] = ()
