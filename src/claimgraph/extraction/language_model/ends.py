"""Which ends of which claims those of a cast are, by their numbers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import permutations

from claimgraph.extraction.language_model.plain_forms import below, whole, words
from claimgraph.schema import load_schema
from claimgraph.schema.types import RelationType
from claimgraph.type_guards import is_map


@dataclass(frozen=True, slots=True)
class CastEnds:
    """Of each number the relations that have it as an end, and the other ends beside.

    What is said of two is of two: "A is B", "A is the armed wing of B".
    """

    borne: Mapping[int, set[tuple[str, str]]]
    apart: Mapping[int, set[int]]

    def fit(self, number: int, own: str, other: str) -> bool:
        """Whether all claims that may have an end of one type may have another's."""
        labels = {key: node.label for key, node in load_schema().by_prefix.items()}
        relations = load_schema().relations
        for name, key in self.borne.get(number, ()):
            relation = relations.get(name)
            if relation is None or labels[own] not in types_of(relation, key):
                continue
            if relation.same_type or labels[other] not in types_of(relation, key):
                return own == other
        return True


def types_of(relation: RelationType, key: str) -> tuple[str, ...]:
    """The types that one end of a relation may have."""
    return relation.source if key == "subject" else relation.target


def ends_of(claims: Iterable[object]) -> CastEnds:
    """The ends of the claims of an answer."""
    borne: defaultdict[int, set[tuple[str, str]]] = defaultdict(set)
    apart: defaultdict[int, set[int]] = defaultdict(set)
    for one in claims:
        if not is_map(one):
            continue
        told = {key: whole(below(one, key)) for key in ("subject", "object")}
        for key, end in told.items():
            if end is not None:
                borne[end].add((words(one.get("relation")) or "", key))
        for end, other in permutations(told.values(), 2):
            if end is not None and other is not None:
                apart[end].add(other)
    return CastEnds(borne, apart)
