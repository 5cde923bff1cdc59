"""Quads as a JSON-LD tree, in an order that does not change."""

import json
from collections.abc import Iterable

from claimgraph.rdf.properties import ranges
from claimgraph.rdf.writing.memory import rdflib_dataset
from claimgraph.rdf.writing.terms import DECLARED, XSD, Quad

# where files have a name that has not its place by the alphabet
PLACES = {"holder": "hop holder"}
Tree = dict[str, "Tree"] | list["Tree"] | str | int | float | None


def jsonld_tree(quads: Iterable[Quad]) -> Tree:
    """One object with its context and a graph for each article."""
    terms = jsonld_context()
    graphs: list[Tree] = []
    for graph in rdflib_dataset(quads).graphs():
        if len(graph) > 0:
            # rdflib's serializer of whole datasets uses what rdflib deprecates
            text = graph.serialize(format="json-ld", context=terms, indent=None)
            tree: dict[str, Tree] = json.loads(text)
            del tree["@context"]
            nodes = tree.get("@graph", [tree])
            graphs.append({"@graph": sorted_tree(nodes), "@id": str(graph.identifier)})
    return {"@context": terms, "@graph": sorted_tree(graphs)}


def jsonld_context() -> dict[str, Tree]:
    """What the names in the file mean; all of it stands in the file."""
    held = ranges()
    replies = [name for name in sorted(held) if held[name] == "Claim"]
    links = [
        name
        for name in sorted(held, key=lambda name: PLACES.get(name, name))
        if held[name] and held[name] != "Claim" and not held[name].startswith("xsd:")
    ]
    integers = [name for name in sorted(held) if held[name] == "xsd:integer"]
    days = [name for name in sorted(held) if held[name] == "xsd:date"]
    typed: dict[str, Tree] = {
        **{f"cg:{name}": {"@type": f"{XSD}integer"} for name in integers},
        **{
            f"cg:{name}": {"@type": f"{XSD}date"}
            for end in ("From", "To")
            for name in days
            if name.endswith(end)
        },
        **{f"cg:{name}": {"@type": "@id"} for name in (*links, *replies)},
        "oa:start": {"@type": f"{XSD}integer"},
        "oa:end": {"@type": f"{XSD}integer"},
        "oa:hasSelector": {"@type": "@id"},
        "oa:hasSource": {"@type": "@id"},
        "prov:generatedAtTime": {"@type": f"{XSD}dateTime"},
    }
    return {**DECLARED, **typed}


def sorted_tree(tree: Tree) -> Tree:
    """The tree with keys and lists sorted: no list of ours has an order."""
    if isinstance(tree, dict):
        return {key: sorted_tree(tree[key]) for key in sorted(tree)}
    if isinstance(tree, list):
        items = [sorted_tree(item) for item in tree]
        return sorted(items, key=lambda item: json.dumps(item, sort_keys=True))
    return tree
