"""One sheet, to be written or read row by row."""

from collections.abc import Iterator, Sequence

from openpyxl.cell import WriteOnlyCell

class Width:
    width: float

class Filter:
    ref: str

class Sheet:
    freeze_panes: str | None
    column_dimensions: dict[str, Width]
    auto_filter: Filter
    max_row: int
    max_column: int
    dimensions: str
    def append(self, row: Sequence[object]) -> None: ...
    def iter_rows(self) -> Iterator[Sequence[WriteOnlyCell]]: ...
    def close(self) -> None: ...
