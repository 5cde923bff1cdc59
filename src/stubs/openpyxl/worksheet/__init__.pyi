"""One sheet, to be written or read row by row."""

from collections.abc import Iterator, Sequence
from typing import Literal, overload

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
    @overload
    def iter_rows(self) -> Iterator[Sequence[WriteOnlyCell]]: ...
    @overload
    def iter_rows(
        self, *, values_only: Literal[True]
    ) -> Iterator[Sequence[object]]: ...
    def reset_dimensions(self) -> None: ...
    def close(self) -> None: ...
