"""The style for Neo4j Browser, in its own language, GraSS."""

from claimgraph.browser.looks import (
    DENIED,
    INK,
    NODES,
    SAID,
    STRUCTURE,
    WITHHELD,
    EdgeLook,
    NodeLook,
    edge_look,
)
from claimgraph.schema.types import STRUCTURE_EDGES, Schema

# Where all words but the last fit into a circle, Browser puts the last over the one
# before it: "nobody killed Ann" becomes "nobody Ann…". So the last word is empty.
LAST_WORD = "\N{ZERO WIDTH SPACE}"


def style(schema: Schema) -> str:
    """A rule for every label and every type: Browser makes up those that lack."""
    edges = {name: STRUCTURE for name in STRUCTURE_EDGES} | {"SAID_BY": SAID}
    edges |= {
        one.name: edge_look(one)
        for one in schema.relations.values()
        if one.value is None
    }
    edges |= {"DENIED": DENIED, "WITHHELD": WITHHELD}
    others = [label for label in schema.nodes if label not in NODES]
    nodes = dict.fromkeys(others, NODES["Entity"]) | dict(NODES)
    rules = [node_rule("node", NODES["Entity"])]
    rules += [node_rule(f"node.{label}", look) for label, look in nodes.items()]
    rules.append(edge_rule("relationship", STRUCTURE))
    rules += [edge_rule(f"relationship.{name}", edges[name]) for name in edges]
    return "".join(rules)


def node_rule(selector: str, look: NodeLook) -> str:
    """How nodes of one label are drawn."""
    return (
        f"{selector} {{\n"
        f"  color: {look.fill};\n"
        f"  border-color: {look.rim};\n"
        "  border-width: 3px;\n"
        f"  diameter: {look.size}px;\n"
        f"  text-color-internal: {INK};\n"
        f"  font-size: {look.letters}px;\n"
        f'  caption: "{look.caption} {LAST_WORD}";\n'
        "}\n"
    )


def edge_rule(selector: str, look: EdgeLook) -> str:
    """How edges of one type are drawn."""
    return (
        f"{selector} {{\n"
        f"  color: {look.colour};\n"
        f"  shaft-width: {look.width}px;\n"
        "  font-size: 7px;\n"
        "  padding: 1px;\n"
        f"  text-color-external: {INK};\n"
        f"  text-color-internal: {look.ink};\n"
        f'  caption: "{look.caption}";\n'
        "}\n"
    )
