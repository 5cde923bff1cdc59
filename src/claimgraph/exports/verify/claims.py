"""What stands in a file of Claims JSONL, by the keys of its lines alone."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimgraph.exports.verify import Finding, carried_features
from claimgraph.exports.verify.shared.flat import Surroundings
from claimgraph.exports.verify.shared.json_values import (
    Block,
    json_object,
    json_objects,
)
from claimgraph.packed_file import open_unpacked
from claimgraph.schema import load_schema
from claimgraph.schema.types import ClaimField
from claimgraph.type_guards import is_map


def findings(target: Path, base: str) -> Iterator[Finding]:
    """Each claim line, with the article and the entities above it."""
    around, declared = Surroundings(), load_schema().claim
    around.add_judgements(
        block for kind, block in blocks(target) if kind == "judgement"
    )
    for kind, block in blocks(target):
        if kind == "entity" and block.get("unnamed") is True:
            around.unnamed.add(str(block["id"]))
        elif kind == "article":
            around.digests = {str(block["id"]): str(block["sha256"])}
        elif kind == "claim":
            chain = json_objects(block["chain"])
            hops = [field_row(hop, declared.hop) for hop in chain]
            features = around.features(field_row(block, declared.node), hops)
            yield Finding(str(block["id"]), carried_features(features))


def blocks(target: Path) -> Iterator[tuple[str, Block]]:
    """Kind and block of each line between the first and the last, which counts them.

    ValueError where it counts other claims, or lacks.
    """
    kind, claims = "", 0
    block: Block = {}
    with open_unpacked(target) as file:
        next(file)
        for line in file:
            [(kind, held)] = json_object(json.loads(line)).items()
            block = json_object(held)
            claims += kind == "claim"
            if kind != "end":
                yield kind, block
    if (kind, block.get("claims")) != ("end", claims):
        raise ValueError(f"the last line does not count the {claims} claims")


def field_row(block: Block, fields: Iterable[ClaimField]) -> dict[str, object]:
    """What a block says of each field, at the key that files have for it."""
    found: dict[str, object] = {}
    for field in fields:
        held: object = block
        for key in (field.key or field.name).split("."):
            held = held.get(key) if is_map(held) else None
        found[field.name] = held
    return found
