"""The style for Neo4j Browser, in its own language, GraSS."""

from claimgraph.browser.looks import (
    DENIED,
    NODES,
    SAID,
    STRUCTURE,
    WITHHELD,
    EdgeLook,
    NodeLook,
    edge_look,
)
from claimgraph.schema.types import STRUCTURE_EDGES, Schema

INK = "#1b1d1f"


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
        "  font-size: 10px;\n"
        f'  caption: "{look.caption}";\n'
        "}\n"
    )


def edge_rule(selector: str, look: EdgeLook) -> str:
    """How edges of one type are drawn."""
    return (
        f"{selector} {{\n"
        f"  color: {look.colour};\n"
        f"  shaft-width: {look.width}px;\n"
        "  font-size: 8px;\n"
        "  padding: 3px;\n"
        f"  text-color-external: {INK};\n"
        "  text-color-internal: #ffffff;\n"
        f'  caption: "{look.caption}";\n'
        "}\n"
    )
