"""What a Neo4j server returns, as plain values: nodes and edges as maps."""

from collections.abc import Mapping
from typing import cast

from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from claimgraph.store.base import Row
from claimgraph.store.values import (
    PathSteps,
    edge_words,
    neat,
    node_words,
    plain,
    type_text,
)


def plain_value(value: object) -> object:
    """A value of the driver as a plain one; nodes and edges as maps, a path as ids."""
    if isinstance(value, Date | DateTime | Time):
        return neat(value.iso_format())
    if isinstance(value, Duration):
        return value.iso_format()
    if isinstance(value, Path):
        return path_steps(value)
    if isinstance(value, Node):
        return {"@type": type_text(value.labels), **received_map(value)}
    if isinstance(value, Relationship):
        return {"@type": value.type, **received_map(value)}
    if isinstance(value, list):
        return [plain_value(entry) for entry in cast(list[object], value)]
    if isinstance(value, dict):
        return received_map(cast(dict[str, object], value))
    return plain(value)


def received_map(found: Mapping[str, object]) -> Row:
    """A map of the driver with plain values."""
    return {key: plain_value(value) for key, value in found.items()}


def path_steps(path: Path) -> PathSteps:
    """The ids of the nodes of a path, and between two the type of their edge."""
    nodes = path.nodes
    found = PathSteps([node_words(nodes[0].get("id"), nodes[0].labels)])
    for before, edge, node in zip(nodes, path.relationships, nodes[1:], strict=False):
        found.append(edge_words(edge.type, forward=edge.start_node == before))
        found.append(node_words(node.get("id"), node.labels))
    return found
