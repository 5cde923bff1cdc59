"""A perspective for Neo4j Bloom: categories, colours, captions, search phrases."""

import json
import uuid
from collections.abc import Sequence

from claimgraph.browser.looks import (
    DENIED,
    NODES,
    SAID,
    STRUCTURE,
    WITHHELD,
    EdgeLook,
    edge_look,
)
from claimgraph.browser.statements import statement
from claimgraph.library import Question
from claimgraph.library.header import Parameter
from claimgraph.schema.types import STRUCTURE_EDGES, Field, Schema

VERSION = "2.21.0"
ROOT = uuid.uuid5(uuid.NAMESPACE_URL, "https://w3id.org/claimgraph/bloom")
# the words of Bloom for what the graph holds
TYPES = {"integer": "bigint", "float": "number", "boolean": "boolean", "list": "list"}
PARTS = {"integer": "Integer", "boolean": "Boolean"}
MADE = 0
HEAD: dict[str, object] = {
    "name": "claimgraph",
    "id": str(ROOT),
    "version": VERSION,
    "type": "STANDARD_PERSPECTIVE",
    "createdAt": MADE,
    "lastEditedAt": MADE,
    "hideUncategorisedData": False,
    "maxLimitToastMsgEnabled": False,
    "parentPerspectiveId": None,
    "sceneActions": [],
    "hiddenRelationshipTypes": [],
    "hiddenCategories": [],
}


def perspective(schema: Schema, found: Sequence[Question]) -> str:
    """The perspective as JSON, always the same for the same schema and questions."""
    labels = {
        label: [field for field in schema.nodes[label].properties if is_shown(field)]
        for label in NODES
        if label in schema.nodes
    }
    held = HEAD | {
        "categories": [
            category(number, label, fields)
            for number, (label, fields) in enumerate(labels.items(), 1)
        ],
        "labels": {
            label: described_fields(label, fields) for label, fields in labels.items()
        },
        "relationshipTypes": [edge(name, look) for name, look in edges(schema)],
        "templates": [phrase(one) for one in found if one.draws is not None],
        "palette": {"colors": [one.fill for one in NODES.values()], "currentIndex": 0},
        "metadata": {
            "pathSegments": [],
            "indexes": [index(label, schema.nodes[label].key) for label in labels],
        },
    }
    return json.dumps(held, indent=1, ensure_ascii=False) + "\n"


def described_fields(label: str, fields: Sequence[Field]) -> list[dict[str, str]]:
    """The properties of a label."""
    return [
        {"propertyKey": one.name, "type": label, "dataType": data_type(one)}
        for one in fields
    ]


def index(label: str, key: str) -> dict[str, object]:
    """The property by which nodes of a label are found."""
    keys = [{"key": key, "metadataProp": False}]
    return {"label": label, "type": "native", "propertyKeys": keys}


def is_shown(field: Field) -> bool:
    """Whether a property is for people; whole texts and digests are not."""
    return field.name not in ("text", "digest", "names", "sha256", "source_sha256")


def data_type(field: Field) -> str:
    """The type of a property as Bloom calls it."""
    return TYPES.get(field.type, "string")


def category(number: int, label: str, fields: Sequence[Field]) -> dict[str, object]:
    """The nodes of one label: their colour, and what stands on them."""
    look = NODES[label]
    return {
        "id": number,
        "name": label,
        "labels": [label],
        "color": look.fill,
        "icon": "no-icon",
        "size": 1,
        "textSize": 1,
        "textAlign": "middle",
        "createdAt": MADE,
        "lastEditedAt": MADE,
        "properties": [
            {"name": one.name, "exclude": False, "dataType": data_type(one)}
            for one in fields
        ],
        "captions": [caption(look.caption.strip("{}"), "property")],
        "captionKeys": [],
        "styleRules": [],
    }


def edges(schema: Schema) -> list[tuple[str, EdgeLook]]:
    """Every type of edge with how it is drawn."""
    named = [one for one in schema.relations.values() if one.value is None]
    found = [("DENIED", DENIED), ("WITHHELD", WITHHELD)]
    found += [(one.name, edge_look(one)) for one in named]
    return [
        *found,
        *((name, SAID if name == "SAID_BY" else STRUCTURE) for name in STRUCTURE_EDGES),
    ]


def edge(name: str, look: EdgeLook) -> dict[str, object]:
    """The edges of one type: colour, width, and who says it as the caption."""
    told = look not in (SAID, STRUCTURE)
    return {
        "id": name,
        "name": name,
        "color": look.colour,
        "size": max(1, look.width // 2),
        "textSize": 1,
        "textAlign": "top",
        "properties": [],
        "captions": [
            caption("caption", "property") if told else caption(name, "relationship")
        ],
        "captionKeys": [],
        "styleRules": [],
    }


def caption(key: str, sort: str) -> dict[str, object]:
    """What stands on a node or an edge."""
    return {
        "key": key,
        "type": sort,
        "isCaption": True,
        "inTooltip": True,
        "styles": [],
        "isGdsData": False,
    }


def phrase(question: Question) -> dict[str, object]:
    """A search phrase: a question that draws, with its parameters in a row."""
    asked = [one for one in question.parameters if one.required]
    words = " ".join(f"{one.name} ${one.name}" for one in asked)
    return {
        "id": f"tmpl:{question.name}",
        "name": question.title,
        "text": f"{question.title}: {words}" if words else question.title,
        "createdAt": MADE,
        "cypher": with_defaults(question),
        "isUpdateQuery": False,
        "hasCypherErrors": False,
        "params": [parameter(one) for one in asked],
    }


def parameter(one: Parameter) -> dict[str, object]:
    """A parameter of a search phrase."""
    return {
        "name": f"${one.name}",
        "dataType": PARTS.get(one.kind, "String"),
        "collapsed": False,
        "suggestionLabel": None,
        "suggestionProp": None,
        "suggestionBoolean": False,
        "cypher": None,
    }


def with_defaults(question: Question) -> str:
    """The statement with its defaults written into it."""
    optional = [one for one in question.parameters if not one.required]
    return statement(question, {one.name: one.default for one in optional})
