"""Node and relation types as values; a bad declaration is refused with its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

ValueKind = Literal["number", "date"]
FieldType = Literal["string", "integer", "float", "boolean", "date", "datetime", "list"]


@dataclass(frozen=True, slots=True)
class NodeType:
    """A kind of node: its label is the stem of its file.

    `prefix` is what its ids begin with (None for nodes that are no entities);
    `kinds` are the finer types that people may write; `properties` name what the
    graph holds; `iri` and `maps_to` are for RDF.
    """

    label: str
    title: str
    description: str
    prefix: str | None
    kinds: tuple[str, ...]
    key: str
    properties: tuple["Field", ...]
    sub_class_of: tuple[str, ...]
    close_match: tuple[str, ...]

    @property
    def is_entity(self) -> bool:
        """Whether claims can be about it."""
        return self.prefix is not None


@dataclass(frozen=True, slots=True)
class RelationType:
    """A kind of claim: its name is the stem of its file.

    Either `target` names the labels of the object, or `value` says what is counted.
    """

    name: str
    label: str
    description: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    value: ValueKind | None
    symmetric: bool
    kinds: tuple[str, ...]
    roles: tuple[str, ...]
    former: bool
    same_type: bool
    example: str
    close_match: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One property that the graph holds: its name, type, meaning, whether required."""

    name: str
    type: FieldType
    meaning: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Schema:
    """All that may exist: node types by label, relation types by name, provenance."""

    version: str
    sha256: str
    nodes: Mapping[str, NodeType]
    relations: Mapping[str, RelationType]
    provenance: tuple[Field, ...]
    node_only: tuple[Field, ...]

    def symmetric(self, relation: str) -> bool:
        """Whether a relation reads the same both ways; False for an unknown one."""
        found = self.relations.get(relation)
        return found is not None and found.symmetric

    def label_of(self, entity_id: str) -> str | None:
        """The label for an entity id by its prefix, or None.

        >>> from claimgraph.schema import load_schema
        >>> load_schema().label_of("org/nds")
        'Organization'
        """
        prefix = entity_id.partition("/")[0]
        return next(
            (node.label for node in self.nodes.values() if node.prefix == prefix), None
        )
