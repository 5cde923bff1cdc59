"""Who is met in an article and is in no list: names for one, and an id in the end."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import chain

from claimgraph.coding.likeness import folded_name, without_article
from claimgraph.coding.new_ids import new_id, unnamed_id
from claimgraph.errors import CorpusError
from claimgraph.model import Alias, Entity
from claimgraph.nouns import describes_many


@dataclass(slots=True)
class Newcomer:
    """Somebody with the names or the description that the article has.

    One who is `hidden` is told of inside the words for others alone.
    """

    prefix: str
    kind: str | None
    names: list[str] = field(default_factory=list[str])
    unnamed: bool = False
    hidden: bool = False

    def learn(self, name: str) -> None:
        """Let another name mean the same."""
        if name not in self.names:
            self.names.append(name)

    def entity(self, stem: str, taken: Collection[str]) -> Entity:
        """The entry; CorpusError where no name has a letter for an id."""
        name, *others = self.names
        if self.unnamed:
            return Entity(
                id=unnamed_id(self.prefix, stem, name, taken),
                name=f"{name} (unnamed)",
                kind=self.kind,
                description=f'"{name}"',
                unnamed=True,
                collective=describes_many(name),
            )
        return Entity(
            id=new_id(self.prefix, self.names, taken),
            name=name,
            aliases=tuple(map(Alias, others)),
            kind=self.kind,
        )


class Newcomers:
    """All of an article, found by any of their names."""

    def __init__(self) -> None:
        self.by_name: dict[str, Newcomer] = {}

    def meet(
        self,
        prefix: str,
        name: str,
        kind: str | None,
        *,
        unnamed: bool = False,
        hidden: bool = False,
    ) -> Newcomer:
        """Who has a name already, or somebody new; the first type stands."""
        key = key_of(name)
        found = self.by_name.get(key)
        if found is None:
            found = Newcomer(prefix, kind, unnamed=unnamed)
            self.by_name[key] = found
            found.learn(name)
            found.hidden = hidden
        found.hidden = found.hidden and hidden
        return found

    def learn(self, one: Newcomer, name: str) -> None:
        """Let another name mean the same, unless it means somebody else already."""
        key = key_of(name)
        if self.by_name.setdefault(key, one) is one:
            one.learn(name)

    def __iter__(self) -> Iterator[Newcomer]:
        return iter({id(one): one for one in self.by_name.values()}.values())

    def entities(self, stem: str, known: Collection[str]) -> dict[int, Entity]:
        """The entry of each, by the newcomer's own identity."""
        ids, made = TakenIds(known), dict[int, Entity]()
        for one in self:
            try:
                entity = one.entity(stem, ids)
            except CorpusError:
                continue
            ids.add(entity.id)
            made[id(one)] = entity
        return made


class TakenIds(Collection[str]):
    """The ids that are taken: those that were known, without a copy, and new ones.

    >>> taken = TakenIds({"org/a"})
    >>> taken.add("org/b")
    >>> [*taken], "org/a" in taken
    (['org/a', 'org/b'], True)
    """

    def __init__(self, known: Collection[str]) -> None:
        self.known, self.own = known, dict[str, None]()

    def add(self, taken: str) -> None:
        """Take one more."""
        self.own[taken] = None

    def __contains__(self, one: object) -> bool:
        return one in self.own or one in self.known

    def __iter__(self) -> Iterator[str]:
        return chain(self.known, self.own)

    def __len__(self) -> int:
        return len(self.known) + len(self.own)


def key_of(name: str) -> str:
    """A name as it is compared."""
    return without_article(folded_name(name))
