"""Types of the calls that are made; the package itself has none."""

from collections.abc import Mapping, Sequence

class ArrowException(Exception): ...

class Column:
    def to_pylist(self) -> list[object]: ...

class RecordBatch:
    columns: list[Column]

class Schema:
    names: list[str]

class Table:
    def to_pylist(self) -> list[dict[str, object]]: ...

def schema(fields: Sequence[tuple[str, str]]) -> Schema: ...
def table(
    data: Mapping[str, Sequence[object]], schema: Schema | None = None
) -> Table: ...
