"""Node and relation types as values; a bad declaration is refused with its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

# of the shape of the graph: raised when an older graph can no longer be read
VERSION = "1"
# made by graph.py itself: no relation type may take these names
FIXED_EDGES = (
    "DENIED",
    "WITHHELD",
    "SUBJECT",
    "OBJECT",
    "SAID_BY",
    "IN_ARTICLE",
    "PUBLISHED_BY",
    "WRITTEN_BY",
    "REPLIES_TO",
    "RETELLS",
    "WITHIN",
)
# what `sub_class_of` and `close_match` may begin with
PREFIXES: Mapping[str, str] = {
    "cg": "https://w3id.org/claimgraph/ns#",
    "cgs": "https://w3id.org/claimgraph/shapes#",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "sh": "http://www.w3.org/ns/shacl#",
    "aida": "https://raw.githubusercontent.com/NextCenturyCorporation/"
    "AIDA-Interchange-Format/master/java/src/main/resources/com/ncc/aif/ontologies/"
    "InterchangeOntology#",
}
ValueKind = Literal["number", "date"]
FieldType = Literal["string", "integer", "float", "boolean", "date", "datetime", "list"]
End = Literal["subject", "object"]
Whose = Literal["subject", "object", "both"]
# what a claim can tell of who speaks: each asks for its own rules of when it holds
Family = Literal["affiliation", "custody", "parts", "rivals", "supporters"]
# a sum adds up over a period, a count is how many there are at one time
Compared = Literal["day", "place", "sum", "leader", "count"]
StixType = Literal["attributed-to", "related-to"]
FtmSchema = Literal["Membership", "Family", "Sanction", "UnknownLink"]


@dataclass(frozen=True, slots=True)
class NodeType:
    """A kind of node: its label is the stem of its file.

    `prefix` is what its ids begin with (None for nodes that are no entities);
    `kinds` are the finer types that people may write; `properties` name what the
    graph holds, those of `parent` included; `sub_class_of` and `close_match` are for
    RDF. `parent` is the label that such a node has besides.
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
    parent: str | None = None
    kind_notes: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def is_entity(self) -> bool:
        """Whether claims can be about it."""
        return self.prefix is not None


@dataclass(frozen=True, slots=True)
class Tie:
    """The tie that claims of a relation make, and which end it belongs to.

    `subject` of `custody`: the subject is held, the other end holds.
    """

    family: Family
    of: Whose


@dataclass(frozen=True, slots=True)
class FtmLink:
    """A schema of FollowTheMoney, and its properties that hold the two ends."""

    schema: FtmSchema
    subject: str
    object: str


@dataclass(frozen=True, slots=True)
class RelationType:
    """A kind of claim: its name is the stem of its file.

    Either `target` names the labels of the object, or `value` says what is counted.
    `sentence` is what follows "says that", `actor` the end that acts (who speaks of
    it speaks of himself), `compared` how values of several sources are put beside
    each other. `stix` and `ftm` are None where a claim becomes a note.
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
    sentence: str
    actor: End | None
    tie: Tie | None
    compared: Compared | None
    stix: StixType | None
    ftm: FtmLink | None
    kind_notes: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Field:
    """One property that the graph holds: its name, type, meaning, whether required."""

    name: str
    type: FieldType
    meaning: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Schema:
    """All that may exist: node types by label, relation types by name, provenance.

    `hop` holds the fields of a SAID_BY edge; `lists` the words of each closed list
    with their meanings.
    """

    version: str
    sha256: str
    nodes: Mapping[str, NodeType]
    relations: Mapping[str, RelationType]
    provenance: tuple[Field, ...]
    node_only: tuple[Field, ...]
    hop: tuple[Field, ...] = ()
    lists: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict[str, Mapping[str, str]]
    )

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
