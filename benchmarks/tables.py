"""Tables of incidents through a mapping, beside the bare readers; writes its part.

python benchmarks/tables.py [--rows 20000] [--output FILE]
"""

import argparse
import csv
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from measures import machine, versions
from parts import PAGE, put
from readings import print_reading, reading_of

HEAD = (
    *("eventid", "iyear", "imonth", "iday", "provstate", "city", "country_txt"),
    *("latitude", "longitude", "specificity", "attacktype1", "attacktype1_txt"),
    *("gname", "guncertain1", "claimed", "claimmode", "target1", "weaptype1"),
    *("weapsubtype1_txt", "nkill", "nkillter", "nwound", "scite1", "summary"),
)
# the bare reader of each form
BARE = {".csv": "csv", ".xlsx": "openpyxl", ".parquet": "pyarrow"}


def table_rows(rows: int) -> Iterator[list[str]]:
    """Made-up rows in the form of GTD, each an incident of eight claims or nine."""
    yield list(HEAD)
    for at in range(rows):
        day = date(2030, 1, 1) + timedelta(at % 3650)
        yield [
            *(f"{day:%Y%m%d}{at:07}", str(day.year), str(day.month), str(day.day)),
            *(f"Province {at % 30}", f"Town {at % 3000}", f"Country {at % 5}"),
            *(f"{at % 90}.5", f"{at % 180}.25", "1", "3", "Bombing/Explosion"),
            *(f"Group {at % 400}", str(at % 2), str(at % 3 // 2), "6"),
            *(f"Checkpoint {at}", "6", "Vehicle", str(at % 9), "1", str(at % 20)),
            *(f'"Made up," Daily, {day}.', f"On {day} something happened. " * 8),
        ]


def write_table(path: Path, rows: int) -> None:
    """The rows in the form of the ending, written as they come where that can be."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(table_rows(rows))
    elif path.suffix == ".xlsx":
        from openpyxl import Workbook

        book = Workbook(write_only=True)
        sheet = book.create_sheet("Sheet1")
        for row in table_rows(rows):
            sheet.append(row)
        book.save(path)
    else:
        from pyarrow import parquet, table

        head, *below = table_rows(rows)
        columns = zip(head, zip(*below, strict=True), strict=True)
        parquet.write_table(table({name: list(held) for name, held in columns}), path)


def bare_rows(path: Path) -> int:
    """How many rows the bare reader makes cells of."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return sum(1 for _ in csv.reader(file))
    if path.suffix == ".xlsx":
        from openpyxl import load_workbook

        book = load_workbook(path, read_only=True)
        sheet = book["Sheet1"]
        return sum(1 for _ in sheet.iter_rows(values_only=True))
    from pyarrow.parquet import ParquetFile

    with path.open("rb") as raw:
        pieces = ParquetFile(raw).iter_batches(batch_size=1_000)
        cells = ([one.to_pylist() for one in piece.columns] for piece in pieces)
        return sum(len(columns[0]) for columns in cells)


def claims_reader() -> Callable[[Path], int]:
    """What counts the claims that come of a table, none of them held."""
    from claimgraph.loaders.incidents import read
    from claimgraph.schema import load_schema

    load_schema()
    return lambda path: sum(len(batch.claims) for batch in read(path, "gtd"))


def page(rows: int, scratch: Path) -> str:
    """The part of the page."""
    lines = [
        "## Tables of incidents",
        "",
        f"`python benchmarks/tables.py --rows {rows}` measures this part: made-up",
        "rows in the form of GTD, read by its mapping without a store, each once in a",
        "process of its own. Claims with ids and digests stand beside the bare reader,",
        "which makes cells only. Rows are by second of the processor; MB is the most",
        "that the process took: the last line has twice the rows of the first.",
        f"Measured on {datetime.now(UTC):%Y-%m-%d}. {versions()}.",
        f"{machine()}.",
        "",
        "| form | rows | claims | rows a second | MB | bare | rows a second | MB |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for ending, number in (
        *((one, rows) for one in BARE),
        (".csv", rows * 2),
    ):
        path = scratch / f"gtd{number}{ending}"
        write_table(path, number)
        claims, seconds, memory = reading_of(__file__, "claims", str(path))
        _, bare, least = reading_of(__file__, "bare", str(path))
        lines.append(
            f"| `{ending}` | {number} | {claims} | {number / seconds:,.0f} | "
            f"{memory:.0f} | {BARE[ending]} | {number / bare:,.0f} | {least:.0f} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure all, or one reading in a process that was started for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--output", type=Path, default=PAGE)
    parser.add_argument("--measure", nargs=2)
    given = parser.parse_args()
    if given.measure:
        how, path = given.measure
        print_reading(bare_rows if how == "bare" else claims_reader(), Path(path))
        return
    with tempfile.TemporaryDirectory() as scratch:
        put(given.output, "tables", page(given.rows, Path(scratch)))


if __name__ == "__main__":
    main()
