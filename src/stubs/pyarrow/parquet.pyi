"""Files of columns."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from pyarrow import RecordBatch, Schema, Table

class RowGroupMetaData:
    total_byte_size: int

class FileMetaData:
    num_row_groups: int
    def row_group(self, i: int) -> RowGroupMetaData: ...

class ParquetFile:
    metadata: FileMetaData
    schema_arrow: Schema
    def __init__(self, source: IO[bytes]) -> None: ...
    def iter_batches(self, batch_size: int) -> Iterator[RecordBatch]: ...

def read_table(source: Path) -> Table: ...
def write_table(table: Table, where: Path) -> None: ...
