"""Everybody and everything that made-up claims are about."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from claimgraph.schema.types import Schema

Block = dict[str, object]
SIZES = {
    "group": 80,
    "person": 900,
    "org": 120,
    "state": 30,
    "community": 25,
    "place": 300,
}


@dataclass(frozen=True, slots=True)
class Names:
    """Entities of one type, the most named ones first."""

    ids: list[str]
    names: dict[str, str]
    weights: list[float]

    def pick(self, chance: random.Random) -> str:
        """One of them by Zipf's law."""
        return chance.choices(self.ids, cum_weights=self.weights)[0]


@dataclass(slots=True)
class World:
    """Everybody and everything that claims are made about."""

    chance: random.Random
    schema: Schema
    types: dict[str, Names] = field(default_factory=dict[str, Names])

    def entities(self, attacks: int) -> Iterator[Block]:
        """The entity lines; afterwards the world is full."""
        for prefix, size in (SIZES | {"attack": attacks}).items():
            ids = [f"{prefix}/{prefix}-{number}" for number in range(1, size + 1)]
            names = {one: self.name(prefix, at) for at, one in enumerate(ids, 1)}
            weights = list(accumulate(1 / rank for rank in range(1, size + 1)))
            self.types[prefix] = Names(ids, names, weights)
            for number, one in enumerate(ids, 1):
                block: Block = {"id": one, "name": names[one]}
                if prefix in ("group", "person"):
                    block["aliases"] = [f"{names[one]} Q{number}"]
                if prefix == "place" and number > 10:
                    block["within"] = ids[number % 10]
                yield {"entity": block}

    def name(self, prefix: str, number: int) -> str:
        """A made-up name."""
        parts = ("Kar", "Mol", "Ven", "Tash", "Rud", "Bel", "Nor", "Zam")
        word = "".join(self.chance.choices(parts, k=2)) + str(number)
        forms = {
            "group": f"{word} Front",
            "org": f"{word} Agency",
            "attack": f"attack of {word}",
            "community": f"people of {word}",
        }
        return forms.get(prefix, f"{word} {prefix.capitalize()}")

    def name_of(self, one: str) -> str:
        """The name of an entity."""
        return self.types[one.partition("/")[0]].names[one]

    def pick(self, prefix: str) -> str:
        """An entity of a type by Zipf's law."""
        return self.types[prefix].pick(self.chance)

    def day(self, first: int = 2015) -> str:
        """A day of ten years; sometimes only a month, or about that day."""
        year, month = first + self.chance.randrange(10), self.chance.randint(1, 12)
        if self.chance.random() < 0.1:
            return f"{year}-{month:02}"
        mark = "~" if self.chance.random() < 0.05 else ""
        return f"{year}-{month:02}-{self.chance.randint(1, 28):02}{mark}"
