"""From the YAML files of a schema folder to one checked Schema."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.resources.abc import Traversable
from pathlib import Path

from claimgraph.errors import SchemaError, nearest
from claimgraph.schema.claim_fields import FILE, read_claim_fields
from claimgraph.schema.forms import NodeForm, SchemaFile
from claimgraph.schema.relation import read_relation
from claimgraph.schema.types import (
    FIXED_EDGES,
    VERSION,
    Field,
    NodeType,
    RelationType,
    Schema,
    properties,
)

LABEL = re.compile(r"[A-Z][A-Za-z]*")
RELATION = re.compile(r"[A-Z]+(?:_[A-Z]+)*")
NEEDED = ("Entity", "Article", "Claim", "Judgement", "Graph")


def read_schema(folder: Path | Traversable) -> Schema:
    """The schema that a folder declares; SchemaError with file, line and key."""
    claim = read_claim_fields(folder)
    nodes = read_nodes(folder, properties(claim.node))
    return Schema(
        version=VERSION,
        sha256=digest(folder),
        nodes=nodes,
        relations=read_relations(folder, nodes),
        claim=claim,
    )


def read_nodes(
    folder: Path | Traversable, claim_fields: tuple[Field, ...]
) -> Mapping[str, NodeType]:
    """The node types by label, inherited properties included."""
    files = dict(declarations(folder, "nodes", LABEL))
    nodes = {label: read_node(label, files[label]) for label in files}
    for label in NEEDED:
        if label not in nodes:
            raise SchemaError(f"lacks {label}.yaml", file="schema/nodes")
    prefixes: dict[str, str] = {}
    for label, node in nodes.items():
        parent = nodes.get(node.parent) if node.parent is not None else None
        if node.parent is not None and (parent is None or parent.parent is not None):
            reason = f"{node.parent} is no label{nearest(node.parent, nodes)}"
            files[label].refuse(reason, "extends")
        if node.prefix is not None and node.prefix in prefixes:
            files[label].refuse(f"{prefixes[node.prefix]} has it already", "prefix")
        if node.prefix is not None:
            prefixes[node.prefix] = label
            if node.parent != "Entity":
                files[label].refuse("only what extends Entity has one", "prefix")
    return {
        label: completed_node(
            node, nodes, claim_fields if label == "Claim" else (), files[label]
        )
        for label, node in nodes.items()
    }


def completed_node(
    node: NodeType,
    nodes: Mapping[str, NodeType],
    more: tuple[Field, ...],
    file: SchemaFile,
) -> NodeType:
    """A node type with the properties of its parent and of claims, each name once."""
    parent = nodes[node.parent].properties if node.parent is not None else ()
    properties = (*parent, *more, *node.properties)
    names = [field.name for field in properties]
    for name in names:
        if names.count(name) > 1:
            file.refuse("is there already", "properties", name)
    if node.key not in names:
        file.refuse(f"{node.key} is no property{nearest(node.key, names)}", "key")
    return replace(node, properties=properties)


def read_node(label: str, file: SchemaFile) -> NodeType:
    """One node type, without what it inherits."""
    form = file.form(NodeForm)
    return NodeType(
        label=label,
        title=form.title,
        description=form.description,
        prefix=form.prefix,
        kinds=tuple(form.kinds),
        key=form.key,
        properties=tuple(read_properties(file, form)),
        sub_class_of=tuple(form.sub_class_of),
        close_match=tuple(form.close_match),
        parent=form.extends,
        kind_notes=form.kinds,
    )


def read_properties(file: SchemaFile, form: NodeForm) -> Iterator[Field]:
    """The properties that a node type declares, each `name: {type: meaning}`."""
    for name, held in form.properties.items():
        if len(held) != 1:
            file.refuse("must be {type: meaning}", "properties", name)
        kind, meaning = next(iter(held.items()))
        yield Field(name, kind, meaning, name in form.required)


def read_relations(
    folder: Path | Traversable, nodes: Mapping[str, NodeType]
) -> Mapping[str, RelationType]:
    """The relation types by name."""
    entities = [label for label, node in nodes.items() if node.is_entity]
    found: dict[str, RelationType] = {}
    files: dict[str, SchemaFile] = {}
    for name, file in declarations(folder, "relations", RELATION):
        if name in FIXED_EDGES:
            file.refuse(f"{name} is an edge of every graph: take another name")
        found[name] = read_relation(name, file, entities)
        files[name] = file
    for name, relation in found.items():
        for number, part in enumerate(relation.total_of):
            if part == name or part not in found or found[part].value != "number":
                reason = (
                    f"{part} is no other relation that counts{nearest(part, found)}"
                )
                files[name].refuse(reason, "total_of", number)
    return found


def declarations(
    folder: Path | Traversable, name: str, shape: re.Pattern[str]
) -> Iterator[tuple[str, SchemaFile]]:
    """The files of a folder by their stems, sorted."""
    for path in visible_files(folder / name):
        stem, dot, ending = path.name.rpartition(".")
        file = f"schema/{name}/{path.name}"
        if f"{dot}{ending}" != ".yaml" or not shape.fullmatch(stem):
            raise SchemaError("the name of this file is no type's name", file=file)
        yield stem, SchemaFile(path, file)


def visible_files(folder: Path | Traversable) -> list[Path | Traversable]:
    """The files of a folder by name, without those that an editor hides."""
    found = [path for path in folder.iterdir() if not path.name.startswith(".")]
    return sorted(found, key=lambda path: path.name)


def digest(folder: Path | Traversable) -> str:
    """SHA-256 over the names and texts of all files, line ends aside."""
    found = hashlib.sha256()
    paths = [
        (f"{part}/{path.name}", path)
        for part in ("nodes", "relations")
        for path in visible_files(folder / part)
    ]
    for name, path in sorted([*paths, (FILE, folder / FILE)]):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        found.update(f"{name}\0{len(content)}\0".encode() + content)
    return found.hexdigest()
