"""Rows of a Parquet file, by pyarrow, a piece of a row group at a time."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from claimgraph.errors import (
    LoaderError,
    MissingExtraError,
    named_os_errors,
)
from claimgraph.extras import install_words
from claimgraph.regular_file import open_regular
from claimgraph.tables.typed_cells import cell_text

# rows at a time; bytes that a group of rows may unpack to
PIECE, MOST_BYTES = 1_000, 2**30
MISSING = (
    f"is Parquet, which pyarrow reads: {install_words('parquet')}; or save it as CSV"
)


def parquet_rows(path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    """The names of the columns as a head, then each row with its number."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise MissingExtraError(MISSING, file=str(path)) from error
    with named_os_errors(LoaderError, path, "cannot be read"):
        file = open_regular(path)
    with file:
        try:
            table = ParquetFile(file)
            about = table.metadata
            for at in range(about.num_row_groups):
                if about.row_group(at).total_byte_size > MOST_BYTES:
                    reason = "has a group of rows of more than 1 GB: write smaller ones"
                    raise LoaderError(reason, file=str(path))
            yield 0, table.schema_arrow.names
            number = 0
            for piece in table.iter_batches(batch_size=PIECE):
                columns = [one.to_pylist() for one in piece.columns]
                for cells in zip(*columns, strict=True):
                    number += 1
                    yield number, [cell_text(one) for one in cells]
        except (ArrowException, OSError, ValueError) as error:
            reason = f"is no Parquet file that can be read: {error}"
            raise LoaderError(reason, file=str(path)) from None
