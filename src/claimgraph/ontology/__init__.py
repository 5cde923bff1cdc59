"""Schema -> the files that are made from it: ontology, shapes, constraints, docs."""

from collections.abc import Mapping
from pathlib import Path

from claimgraph.ontology.constraints import (
    arcadedb_fulltext,
    constraints,
    neo4j_fulltext,
)
from claimgraph.ontology.reference import reference
from claimgraph.ontology.shapes import filled_shapes
from claimgraph.ontology.steps import filled_questions
from claimgraph.ontology.vocabulary import vocabulary
from claimgraph.schema.types import Schema

SHAPES = "schema/shapes.ttl"


def generated_texts(schema: Schema, root: Path) -> Mapping[str, str]:
    """The text of every generated file by its path from the root.

    Of the shapes below the root only three blocks are generated, of questions lists.
    """
    return {
        **filled_questions(root, schema),
        "ontology.ttl": vocabulary(schema),
        SHAPES: filled_shapes((root / SHAPES).read_text("utf-8"), schema),
        "schema/generated/constraints.cypher": constraints(schema),
        "schema/generated/fulltext.neo4j.cypher": neo4j_fulltext(),
        "schema/generated/fulltext.arcadedb.sql": arcadedb_fulltext(),
        "docs/schema.md": reference(schema),
    }


def write(schema: Schema, root: Path) -> list[str]:
    """Write the generated files below a root; gives back the paths that changed."""
    changed: list[str] = []
    for name, text in generated_texts(schema, root).items():
        path = root / name
        if path.exists() and path.read_bytes() == text.encode("utf-8"):
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        changed.append(name)
    return changed
