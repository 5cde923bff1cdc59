"""Node and relation types as values; a bad declaration is refused with its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

# of the shape of the graph: raised when an older graph can no longer be read
VERSION = "4"
# made by graph.py itself: no relation type may take these names
CLAIM_EDGES = ("DENIED", "WITHHELD")
STRUCTURE_EDGES = (
    *("SUBJECT", "OBJECT", "SAID_BY", "IN_ARTICLE", "PUBLISHED_BY", "WRITTEN_BY"),
    *("REPLIES_TO", "RETELLS", "WITHIN"),
)
FIXED_EDGES = (*CLAIM_EDGES, *STRUCTURE_EDGES)
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
ValueKind = Literal["number", "date", "word"]
ClaimType = Literal["string", "text", "integer", "float", "boolean", "edtf", "datetime"]
FieldType = Literal["string", "integer", "float", "boolean", "date", "datetime", "list"]
End = Literal["subject", "object"]
Whose = Literal["subject", "object", "both"]
# what a claim can tell of who speaks: each asks for its own rules of when it holds
Family = Literal["affiliation", "custody", "parts", "rivals", "supporters"]
# a sum adds up over a period, a count is how many there are at one time
Compared = Literal["day", "place", "sum", "leader", "count", "word"]
StixType = Literal["attributed-to", "related-to"]
FtmSchema = Literal["Membership", "Family", "Sanction", "UnknownLink"]
# how the graph holds what is more than its type says
STORED: Mapping[ClaimType, FieldType] = {
    "string": "string",
    "text": "string",
    "integer": "integer",
    "float": "float",
    "boolean": "boolean",
    "edtf": "string",
    "datetime": "datetime",
}


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

    def ends(self, subject: str, target: str) -> tuple[tuple[str, str], ...]:
        """Whose the tie is, and to whom; both ways round where it is both's.

        >>> Tie("affiliation", "object").ends("group/a", "person/b")
        (('person/b', 'group/a'),)
        """
        ways = {"subject": ((subject, target),), "object": ((target, subject),)}
        return ways.get(self.of, ((subject, target), (target, subject)))


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
    each other. `stix` and `ftm` are None where a claim becomes a note. `place` says
    that claims may name where it was, `undated` that they may leave the day open,
    `total_of` which other relations count the parts of what this one counts, `counts`
    whom or what a number is of, where the source says no more.
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
    place: bool = False
    undated: bool = False
    total_of: tuple[str, ...] = ()
    counts: str | None = None
    kind_notes: Mapping[str, str] = field(default_factory=dict[str, str])
    word_notes: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Field:
    """One property that the graph holds: its name, type, meaning, whether required."""

    name: str
    type: FieldType
    meaning: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class ClaimField:
    """One field: its name is that of the property in the graph.

    `path` leads to it from the claim, or from the hop, and is None where it is made
    from the names of entities or counted; `key` is where files hold it; `list` is the
    closed list whose words it takes; `entity` says that it is the id of an entity;
    `derived` that nobody types it; `day` what the days of a date are days of; `rdf` is
    its property in RDF, None where it has none.
    """

    name: str
    type: ClaimType
    meaning: str
    required: bool = False
    path: str | None = None
    key: str | None = None
    list: str | None = None
    entity: bool = False
    derived: bool = False
    day: str | None = None
    rdf: str | None = None

    @property
    def properties(self) -> tuple[Field, ...]:
        """What the graph holds of it: itself, and both days of a date."""
        own, stored = self.name, STORED[self.type]
        if self.day is None:
            return (Field(own, stored, self.meaning, self.required),)
        return (
            Field(own, stored, f"{self.meaning}, EDTF", self.required),
            Field(f"{own}_from", "date", f"earliest {self.day}"),
            Field(f"{own}_to", "date", f"latest {self.day}"),
        )


@dataclass(frozen=True, slots=True)
class ClaimFields:
    """All fields by where they stand, and the words of the closed lists."""

    edge_only: tuple[ClaimField, ...]
    node_and_edge: tuple[ClaimField, ...]
    node_only: tuple[ClaimField, ...]
    hop: tuple[ClaimField, ...]
    lists: Mapping[str, Mapping[str, str]]

    @property
    def node(self) -> tuple[ClaimField, ...]:
        """The fields of the claim itself, each once."""
        return self.node_and_edge + self.node_only

    @property
    def edge(self) -> tuple[ClaimField, ...]:
        """The fields that an edge of a claim carries."""
        return self.edge_only + self.node_and_edge


def properties(fields: tuple[ClaimField, ...]) -> tuple[Field, ...]:
    """The properties of the graph that these fields are."""
    return tuple(one for field in fields for one in field.properties)


@dataclass(frozen=True, slots=True)
class Schema:
    """All that may exist: node types by label, relations by name, fields of a claim."""

    version: str
    sha256: str
    nodes: Mapping[str, NodeType]
    relations: Mapping[str, RelationType]
    claim: ClaimFields
    # the types of entities by what their ids begin with
    by_prefix: Mapping[str, NodeType] = field(init=False)

    def __post_init__(self) -> None:
        entities = (node for node in self.nodes.values() if node.prefix)
        found = {str(node.prefix): node for node in entities}
        object.__setattr__(self, "by_prefix", found)

    @property
    def lists(self) -> Mapping[str, Mapping[str, str]]:
        """The words of each closed list with their meanings."""
        return self.claim.lists

    @property
    def claim_edges(self) -> list[str]:
        """The types that the edge of a claim may have, in a fixed order."""
        named = [name for name, one in self.relations.items() if one.value is None]
        return sorted([*named, *CLAIM_EDGES])

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
        found = self.by_prefix.get(entity_id.partition("/")[0])
        return None if found is None else found.label
