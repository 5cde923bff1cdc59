"""`schema/corpus.schema.json`: what editors complete and explain in a corpus's files.

`python -m claimgraph.corpus.editor_schema` prints it. It is JSON Schema 2020-12; the
gate stays the judge: it knows ends, quotes and dates, of which a schema knows nothing.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

from pydantic.json_schema import models_json_schema

from claimgraph.corpus.claim_forms import claim_form, lists_of_keys
from claimgraph.corpus.forms import ArticleForm, CorpusForm
from claimgraph.definitions.forms import EntityForm
from claimgraph.model import ARTICLE_KINDS, ZONE_KINDS
from claimgraph.schema import load_schema
from claimgraph.schema.types import Schema

NAME = "corpus.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
Json = dict[str, Any]


def editor_schema() -> Json:
    """The schema of the files of a corpus: its head, its claims, its entities."""
    schema = load_schema()
    forms = (ArticleForm, CorpusForm, EntityForm, claim_form())
    _, made = models_json_schema([(form, "validation") for form in forms])
    blocks: Json = {name: plain(block) for name, block in made["$defs"].items()}
    claim, hop = blocks[claim_form().__name__], blocks[hop_name(made)]
    for block, is_hop in ((claim, False), (hop, True)):
        explain_keys(block, is_hop)
    claim["properties"]["relation"] = {"oneOf": [*relation_choices(schema)]}
    blocks["ArticleForm"]["properties"]["kind"] = {"enum": [*ARTICLE_KINDS]}
    blocks["ZoneForm"]["properties"]["kind"] = {"enum": [*ZONE_KINDS]}
    prefixes = "|".join(sorted(schema.by_prefix))
    entity = blocks["EntityForm"]["properties"]
    entity["id"] = {"type": "string", "pattern": f"^({prefixes})/[a-z0-9_-]+$"}
    blocks["ClaimsFile"] = {
        "type": "object",
        "properties": {
            "article": {"$ref": "#/$defs/ArticleForm"},
            "claims": list_of(claim_form().__name__),
        },
        "required": ["article"],
        "additionalProperties": False,
    }
    blocks["EntitiesFile"] = list_of("EntityForm")
    files = ("ClaimsFile", "EntitiesFile", "CorpusForm")
    return {
        "$schema": DIALECT,
        "$comment": "Generated from schema/ by make schema: do not edit",
        "title": "The files of a corpus of claimgraph",
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in files],
        "$defs": dict(sorted(blocks.items())),
    }


def list_of(name: str) -> Json:
    """A list of blocks of one kind, or an empty file."""
    return {"type": ["array", "null"], "items": {"$ref": f"#/$defs/{name}"}}


def hop_name(made: Json) -> str:
    """What the block of a hop is called."""
    chain = made["$defs"][claim_form().__name__]["properties"]["chain"]
    return str(chain["items"]["$ref"]).rpartition("/")[2]


def plain(block: Json) -> Json:
    """A block as people may write it: no empty values, no titles of ours."""
    kept: Json = {}
    for key, held in block.items():
        if key == "anyOf":
            ways = [plain(one) for one in held if one.get("type") != "null"]
            kept |= ways[0] if len(ways) == 1 else {"anyOf": ways}
        elif key == "properties":
            kept[key] = {name: plain(one) for name, one in held.items()}
        elif key == "items":
            kept[key] = plain(held)
        elif key not in ("title", "default"):
            kept[key] = held
    return kept


def explain_keys(block: Json, is_hop: bool) -> None:
    """Puts meanings and closed lists to the keys of a claim or a hop."""
    words = {key: words for _, key, words in lists_of_keys(is_hop)}
    claim = load_schema().claim
    for field in claim.hop if is_hop else claim.node:
        key = field.key or ""
        if key in block["properties"]:
            held = {"enum": words[key]} if key in words else block["properties"][key]
            block["properties"][key] = held | {"description": field.meaning}


def relation_choices(schema: Schema) -> Iterator[Json]:
    """Each relation type with what it means and what its ends are."""
    for name, relation in sorted(schema.relations.items()):
        ends = f"from {', '.join(relation.source)}"
        if relation.target:
            ends += f" to {', '.join(relation.target)}"
        yield {"const": name, "description": f"{relation.description} ({ends})"}


def schema_text() -> str:
    """The schema as the text of its file."""
    return json.dumps(editor_schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
