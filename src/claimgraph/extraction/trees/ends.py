"""Of which types the two ends of a relation may be, and which two may be joined."""

from dataclasses import dataclass
from functools import cache

from claimgraph.extraction.trees.reading import Referent
from claimgraph.ids import id_prefix, is_unnamed
from claimgraph.model import TextSpan, Value
from claimgraph.schema import load_schema
from claimgraph.schema.types import RelationType


@dataclass(frozen=True, slots=True)
class EndPair:
    """The two ends of a claim: somebody and somebody, or somebody and a value."""

    subject: Referent
    object: Referent | None
    value: Value | None = None
    words: TextSpan | None = None
    note: str | None = None


@cache
def prefixes_of(labels: tuple[str, ...]) -> tuple[str, ...]:
    """What the ids of entities of some types begin with."""
    nodes = load_schema().nodes
    return tuple(prefix for one in labels if (prefix := nodes[one].prefix))


def is_of_wholes(relation: RelationType) -> bool:
    """Whether a relation tells what a group as a whole did, or is: it swore, split."""
    parts = relation.tie is not None and relation.tie.family == "parts"
    return parts or (relation.source == ("Group",) and relation.actor == "subject")


def fits(relation: RelationType, one: str, other: str, *, own: bool = False) -> bool:
    """Whether two may be what a relation says: nobody unnamed does a deed.

    Unnamed groups may speak of it themselves, on their `own` word, or be of a people.
    """
    group = own and id_prefix(other) == "group"
    if "Attack" in relation.source and is_nobody(other) and not group:
        return False
    if relation.symmetric and "Person" in relation.source:
        return ties_armed(one, other)
    parts = relation.tie is not None and relation.tie.family == "parts"
    return not (parts and id_prefix(one) == "group" and id_prefix(other) == "state")


def ties_armed(one: str, other: str) -> bool:
    """Whether a tie of two is more than diplomacy: one is a group, or both are people.

    >>> ties_armed("state/arland", "state/belmark")
    False
    >>> ties_armed("state/arland", "group/front")
    True
    """
    kinds = id_prefix(one), id_prefix(other)
    named = not (is_nobody(one) or is_nobody(other))
    return "group" in kinds or (kinds == ("person", "person") and named)


def is_nobody(who: str) -> bool:
    """Whether somebody is only described: gunmen, an officer.

    >>> is_nobody("person/unnamed-a-gunmen"), is_nobody("person/omar-haddad")
    (True, False)
    """
    return is_unnamed(who) and id_prefix(who) in ("person", "group")
