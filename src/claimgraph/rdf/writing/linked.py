"""Quads as a JSON-LD tree, in an order that does not change."""

import json
from collections.abc import Iterable
from typing import cast

from claimgraph.rdf.writing.memory import filled
from claimgraph.rdf.writing.terms import DECLARED, XSD, Quad

INTEGERS = ("cueEnd", "cueStart", "hops", "index", "max", "min", "rejected", "row")
DATES = ("on", "published", "said", "valid")
LINKS = (
    *("alias", "article", "hop", "holder", "kind", "left", "medium", "modality"),
    *("object", "origin", "polarity", "proposition", "publishedBy", "reason"),
    *("relation", "retelling", "retells", "review", "right", "selector", "stance"),
    *("subject", "value", "verdict", "within", "work", "writtenBy", "zone"),
    *("confirms", "disputes", "retracts"),
)


def linked(quads: Iterable[Quad]) -> object:
    """One object with its context and a graph for each article."""
    terms = context()
    graphs: list[object] = []
    for graph in filled(quads).graphs():
        if len(graph) > 0:
            # rdflib's serializer of whole datasets uses what rdflib deprecates
            text = graph.serialize(format="json-ld", context=terms, indent=None)
            tree = cast("dict[str, object]", json.loads(text))
            del tree["@context"]
            nodes = tree.get("@graph", [tree])
            graphs.append({"@graph": ordered(nodes), "@id": str(graph.identifier)})
    return {"@context": terms, "@graph": ordered(graphs)}


def context() -> dict[str, object]:
    """What the names in the file mean; all of it stands in the file."""
    typed: dict[str, object] = {
        **{f"cg:{name}": {"@type": f"{XSD}integer"} for name in INTEGERS},
        **{f"cg:{name}From": {"@type": f"{XSD}date"} for name in DATES},
        **{f"cg:{name}To": {"@type": f"{XSD}date"} for name in DATES},
        **{f"cg:{name}": {"@type": "@id"} for name in LINKS},
        "oa:start": {"@type": f"{XSD}integer"},
        "oa:end": {"@type": f"{XSD}integer"},
        "oa:hasSelector": {"@type": "@id"},
        "oa:hasSource": {"@type": "@id"},
        "prov:generatedAtTime": {"@type": f"{XSD}dateTime"},
    }
    return {**DECLARED, **typed}


def ordered(tree: object) -> object:
    """The tree with keys and lists sorted: no list of ours has an order."""
    if isinstance(tree, dict):
        block = cast("dict[str, object]", tree)
        return {key: ordered(block[key]) for key in sorted(block)}
    if isinstance(tree, list):
        items = [ordered(item) for item in cast("list[object]", tree)]
        return sorted(items, key=lambda item: json.dumps(item, sort_keys=True))
    return tree
