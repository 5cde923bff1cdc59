"""The shapes of the schema's files: every key that may stand in them, and its type."""

from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Literal, NoReturn

from pydantic import AfterValidator, Field, StringConstraints

from claimgraph.errors import CorpusError, SchemaError
from claimgraph.schema.types import (
    PREFIXES,
    Compared,
    End,
    FieldType,
    FtmSchema,
    StixType,
    ValueKind,
    Whose,
)
from claimgraph.yaml_file import read_yaml
from claimgraph.yaml_file.forms import F, Form, FormError, read_form
from claimgraph.yaml_file.reading import dotted_path

# what a key says that must be there and has nothing to say
Nothing = Literal["none"]
WORD = r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$"
PROPERTY = r"^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$"
DOTTED = r"^[a-z_]+(?:\.[a-z_]+)*$"
CURIE = rf"^(?:{'|'.join(PREFIXES)}):[A-Za-z][A-Za-z0-9]*$"
RDF = rf"^(?:(?:{'|'.join(PREFIXES)}|rdf):[A-Za-z]+|none)$"


def all_different(words: list[str]) -> list[str]:
    """The words, refused where one stands there twice."""
    for word in words:
        if words.count(word) > 1:
            raise ValueError(f"{word} stands there twice")
    return words


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Word = Annotated[str, StringConstraints(pattern=WORD)]
Property = Annotated[str, StringConstraints(pattern=PROPERTY)]
Dotted = Annotated[str, StringConstraints(pattern=DOTTED)]
Curie = Annotated[str, StringConstraints(pattern=CURIE)]
Words = Annotated[list[Word], AfterValidator(all_different)]
Labels = Annotated[list[str], AfterValidator(all_different)]
Curies = Annotated[list[Curie], AfterValidator(all_different)]
Notes = dict[Word, Text]


class ClaimFieldForm(Form):
    """A field of a claim: one type with its meaning, and what else it says."""

    string: Text | None = None
    text: Text | None = None
    integer: Text | None = None
    float: Text | None = None
    boolean: Text | None = None
    edtf: Text | None = None
    datetime: Text | None = None
    required: bool = False
    path: Dotted | None = None
    key: Dotted | None = None
    list: str | None = None
    entity: bool = False
    derived: bool = False
    day: str | None = None
    rdf: Annotated[str, StringConstraints(pattern=RDF)] | None = None


Fields = dict[Property, ClaimFieldForm]


class ClaimFileForm(Form):
    """claim.yaml: the fields by where they stand, and the closed lists."""

    edge_only: Fields
    node_and_edge: Fields
    node_only: Fields
    hop: Fields
    lists: dict[str, Notes]


class NodeForm(Form):
    """A node type as written."""

    title: Text
    description: Text
    extends: str | None = None
    prefix: Annotated[str, StringConstraints(pattern="^[a-z]+$")] | None = None
    key: str
    kinds: Notes = {}
    required: list[str] = []
    properties: dict[Property, dict[FieldType, Text]] = {}
    sub_class_of: Curies = []
    close_match: Curies = []


class FtmForm(Form):
    """A schema of FollowTheMoney with its properties for the two ends."""

    schema_: FtmSchema = Field(alias="schema")
    subject: str
    object: str


class TiesForm(Form):
    """The tie that a relation makes, and whose it is: one of them."""

    affiliation: End | None = None
    custody: End | None = None
    parts: End | None = None
    rivals: Literal["both"] | None = None
    supporters: Whose | None = None


class RelationForm(Form):
    """A relation type as written: what its claims mean must be said."""

    label: Text
    description: Text
    from_: Labels = Field(alias="from")
    to: Labels = []
    value: ValueKind | None = None
    symmetric: bool = False
    kinds: Notes = {}
    roles: Words = []
    former: bool = False
    place: bool = False
    undated: bool = False
    words: Notes = {}
    total_of: Labels = []
    counts: Text | None = None
    same_type: bool = False
    sentence: Text
    actor: Literal[End, Nothing]
    ties: TiesForm | Nothing
    compared: Literal[Compared, Nothing]
    stix: Literal[StixType, Nothing]
    ftm: FtmForm | Nothing
    example: Text
    close_match: Curies = []


class SchemaFile:
    """One file of the schema, in which every key has its line."""

    def __init__(self, path: Path | Traversable, file: str) -> None:
        self.file = file
        try:
            self.yaml = read_yaml(path, file)
        except CorpusError as error:
            raise SchemaError(
                error.message, file=error.file, line=error.line, key=error.key
            ) from error

    def form(self, form: type[F]) -> F:
        """What the file says, in its form; SchemaError for the first thing wrong."""
        try:
            return read_form(form, self.yaml.plain)
        except FormError as error:
            # a key that is misspelt is missing, too
            path, reason = min(error.refusals, key=lambda one: one[1] == "is missing")
            self.refuse(reason, *path)

    def refuse(self, reason: str, *path: str | int) -> NoReturn:
        """Raise the error for a key of this file."""
        line, key = self.yaml.line_of(path), dotted_path(path) or None
        raise SchemaError(reason, file=self.file, line=line, key=key)
