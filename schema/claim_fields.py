"""The fields of a claim as `claim.yaml` declares them, read strictly."""

from collections.abc import Mapping
from importlib.resources.abc import Traversable
from pathlib import Path

from claimgraph.errors import nearest
from claimgraph.schema.forms import ClaimFieldForm, ClaimFileForm, SchemaFile
from claimgraph.schema.types import ClaimField, ClaimFields, ClaimType, properties

FILE = "claim.yaml"
LISTS = (
    *("polarity", "reason", "modality", "stance", "medium"),
    *("review", "reply", "verdict", "zone"),
)
NONE = "none"


def read_claim_fields(folder: Path | Traversable) -> ClaimFields:
    """What `claim.yaml` of a schema folder says; SchemaError with line and key."""
    file = SchemaFile(folder / FILE, f"schema/{FILE}")
    form = file.form(ClaimFileForm)
    for name in LISTS:
        if name not in form.lists:
            file.refuse(f"lacks the list {name}", "lists")

    def read(place: str, fields: Mapping[str, ClaimFieldForm]) -> list[ClaimField]:
        return read_fields(file, place, fields, form.lists)

    found = ClaimFields(
        edge_only=tuple(read("edge_only", form.edge_only)),
        node_and_edge=tuple(read("node_and_edge", form.node_and_edge)),
        node_only=tuple(read("node_only", form.node_only)),
        hop=tuple(read("hop", form.hop)),
        lists=form.lists,
    )
    shared = {one.name for one in properties(found.edge)}
    for field in found.node_only:
        if {one.name for one in field.properties} & shared:
            file.refuse("is there already", "node_only", field.name)
    return found


def read_fields(
    file: SchemaFile,
    place: str,
    fields: Mapping[str, ClaimFieldForm],
    lists: Mapping[str, Mapping[str, str]],
) -> list[ClaimField]:
    """The fields of one place, in their order, each property once."""
    found: list[ClaimField] = []
    names = set[str]()
    for name, form in fields.items():
        if form.list is not None and form.list not in lists:
            reason = f"{form.list} is no list{nearest(form.list, lists)}"
            file.refuse(reason, place, name, "list")
        field = read_field(file, (place, name), form)
        own = {one.name for one in field.properties}
        if own & names:
            file.refuse("is there already", place, name)
        names |= own
        found.append(field)
    return found


def read_field(
    file: SchemaFile, path: tuple[str, str], form: ClaimFieldForm
) -> ClaimField:
    """One field: its type with its meaning, and what else it says."""
    meanings: Mapping[ClaimType, str | None] = {
        "string": form.string,
        "text": form.text,
        "integer": form.integer,
        "float": form.float,
        "boolean": form.boolean,
        "edtf": form.edtf,
        "datetime": form.datetime,
    }
    types: list[tuple[ClaimType, str]] = [
        (kind, meaning) for kind, meaning in meanings.items() if meaning
    ]
    if len(types) != 1:
        file.refuse("must have one type with its meaning", *path)
    kind, meaning = types[0]
    if (form.day is not None) != (kind == "edtf"):
        file.refuse("an edtf, and nothing else, says day", *path)
    name = path[1]
    where = usual_or_none(form.path, name)
    return ClaimField(
        name=name,
        type=kind,
        meaning=meaning,
        required=form.required,
        path=where,
        key=usual_or_none(form.key, where),
        list=form.list,
        entity=form.entity,
        derived=form.derived,
        day=form.day,
        rdf=usual_or_none(form.rdf, f"cg:{camel_case(name)}"),
    )


def usual_or_none(held: str | None, usual: str | None) -> str | None:
    """What a key says, the usual where it is absent, None where it says `none`."""
    return None if held == NONE else held or usual


def camel_case(name: str) -> str:
    """The name of a property as RDF writes it.

    >>> camel_case("cue_start")
    'cueStart'
    """
    first, *more = name.split("_")
    return first + "".join(word.capitalize() for word in more)
