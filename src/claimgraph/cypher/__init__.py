"""The only code that writes Cypher that changes a graph.

Labels and types come from the schema, everything else travels as parameters.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Row = dict[str, object]
# What each node and edge of ours carries, so that those of others are told apart.
MARK = "cg"
MARKED: Row = {MARK: True}
# what a graph counts of itself: all else hangs on these
COUNTED = ("articles", "claims", "entities", "judgements")


@dataclass(frozen=True, slots=True)
class NewNodes:
    """Nodes to be made, one for each row; `loaded` in a row is the text of a time."""

    labels: tuple[str, ...]
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class NewEdges:
    """Edges to be made: ids of source and target, and the properties of each.

    The ids are those of nodes with the labels `source` and `target`.
    """

    type: str
    source: str
    target: str
    rows: Sequence[tuple[str, str, Row]]


@dataclass(frozen=True, slots=True)
class Step:
    """One statement of a transaction with its parameters.

    `creates` gives the same as nodes and edges, where the statement only makes new
    ones: for a store that has a faster way to make many at once. `makes` is how many
    rows the statement must say, as `made`, that it wrote: fewer undo the transaction.
    `adds` is what it adds to the counts that the graph keeps of itself, by `COUNTED`.
    """

    query: str
    parameters: Mapping[str, object]
    creates: Callable[[], Iterable[NewNodes | NewEdges]] | None = None
    makes: int | None = None
    adds: Mapping[str, int] = field(default_factory=dict[str, int])
