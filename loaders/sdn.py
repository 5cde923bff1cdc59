"""Listings of OFAC's SDN list in both of its forms: a table, and XML."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from claimgraph.errors import ClaimgraphError, LoaderError
from claimgraph.loaders import first_bytes
from claimgraph.loaders.elements import XmlEntry, xml_entries
from claimgraph.loaders.rows import TableRow, csv_rows
from claimgraph.model import Cell, Selector, Where, XPath

XML = b"<sdnList"
ROOT, ENTRY, HEAD = "sdnList", "sdnEntry", "publshInformation"
# the columns in OFAC's order, for tables without a head
COLUMNS = (
    *("ent_num", "SDN_Name", "SDN_Type", "Program", "Title", "Call_Sign"),
    *("Vess_type", "Tonnage", "GRT", "Vess_flag", "Vess_owner", "Remarks"),
)
NUMBER, NAME, TYPE, PROGRAMME, REMARKS = 0, 1, 2, 3, 11
# what a column of days may be called, behind those of OFAC
DAYS = ("date", "listed", "listed_on", "date_listed", "designated", "designation_date")
NOTHING, END = "-0-", "\x1a"
AMERICAN = re.compile(r"(\d\d)/(\d\d)/(\d{4})")
# "a.k.a. 'RIVER'; Linked To: HILL BAND."
WEAK = re.compile(r"(?:^|; )(?:alt\. )?[afn]\.k\.a\. '([^;]*)'(?=;|\.?$)")


@dataclass(frozen=True, slots=True)
class SdnListing:
    """A listing: its names as written, and where its programmes and remarks stand.

    `kind` is individual, entity, vessel or aircraft; `told` are the programmes as
    written, each with its place.
    """

    number: str
    name: str
    kind: str
    programmes: frozenset[str]
    told: tuple[tuple[str, Selector], ...]
    remarks: str
    remarks_at: Selector
    listed: str = ""
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


def listings(path: Path) -> Iterator[tuple[Where, Callable[[], SdnListing]]]:
    """The place of each listing of a file, and what reads it."""
    if XML in first_bytes(path):
        where = None
        for entry in xml_entries(path, ROOT, (ENTRY,)):
            where = Where(str(path), entry.text("uid"), entry.line)
            yield where, partial(xml_listing, entry)
        if where is None:
            raise LoaderError(f"holds no listing: no {ENTRY}", file=str(path))
        return
    where = None
    for row in table_rows(path):
        if next(iter(row.cells.values())) == END:
            continue
        where = Where(str(path), f"row {row.number}", row.line)
        yield where, partial(row_listing, row)
    if where is None:
        reason = "holds no listing: no row below the head"
        raise LoaderError(reason, file=str(path))


def day_of_list(path: Path) -> str | None:
    """The day of the list, which only its XML has."""
    if XML not in first_bytes(path):
        return None
    head = next(xml_entries(path, ROOT, (HEAD, ENTRY)), None)
    day = "" if head is None else iso_day(head.text("Publish_Date"))
    return day or None


def table_rows(path: Path) -> Iterator[TableRow]:
    """The rows, with the columns of the head, or those of OFAC where there is none."""
    plain = csv_rows(path, COLUMNS)
    first = next(plain, None)
    if first is None:
        raise LoaderError("holds no row", file=str(path))
    if first.cells[COLUMNS[NUMBER]].strip().isdecimal():
        yield from chain([first], plain)
        return
    rows = csv_rows(path)
    for row in rows:
        if row.width[1] < len(COLUMNS):
            known = ", ".join(COLUMNS)
            reason = f"has {row.width[1]} columns: expected are {known}"
            raise LoaderError(reason, file=str(path), line=1)
        yield row


def row_listing(row: TableRow) -> SdnListing:
    """A row; ClaimgraphError with the column for what cannot be read."""
    row.check_width()
    head = list(row.cells)
    cells = [bare(row.cells[column]) for column in head]
    remarks = cells[REMARKS]
    days = [at for at, name in enumerate(head) if name.lower() in DAYS]
    programmes = re.split(r"\] ?\[", cells[PROGRAMME].strip("[] "))
    at = Cell(row.number, head[PROGRAMME])
    return SdnListing(
        number=checked_number(cells[NUMBER], head[NUMBER]),
        name=checked_name(cells[NAME], head[NAME]),
        kind=cells[TYPE].lower() or "entity",
        programmes=frozenset(programmes),
        told=((row.cells[head[PROGRAMME]], at),),
        remarks=row.cells[head[REMARKS]] if remarks else "",
        remarks_at=Cell(row.number, head[REMARKS]),
        listed=iso_day(cells[days[0]]) if days else "",
        weak=tuple(WEAK.findall(remarks)),
    )


def xml_listing(entry: XmlEntry) -> SdnListing:
    """An element; ClaimgraphError with the element for what cannot be read."""
    number = checked_number(entry.text("uid"), "uid")
    own = f"/{ROOT}/{ENTRY}[uid='{number}']"
    programmes = entry.element.findall("programList/program")
    told = [
        ((one.text or "").strip(), XPath(f"{own}/programList/program[{at}]"))
        for at, one in enumerate(programmes, 1)
    ]
    remarks = entry.element.findtext("remarks") or ""
    names: dict[str, list[str]] = {"strong": [], "weak": []}
    for one in entry.element.iterfind("akaList/aka"):
        inner = XmlEntry(one, entry.root, entry.line)
        weak = inner.text("category") == "weak"
        names["weak" if weak else "strong"].append(written_name(inner))
    return SdnListing(
        number=number,
        name=checked_name(written_name(entry), "lastName"),
        kind=entry.text("sdnType").lower() or "entity",
        programmes=frozenset(words for words, _ in told),
        told=tuple(told),
        remarks=remarks,
        remarks_at=XPath(f"{own}/remarks"),
        strong=tuple(filter(None, names["strong"])),
        weak=(*filter(None, names["weak"]), *WEAK.findall(remarks)),
    )


def written_name(entry: XmlEntry) -> str:
    """A name as the table writes it: LAST, First."""
    return ", ".join(filter(None, (entry.text("lastName"), entry.text("firstName"))))


def bare(cell: str) -> str:
    """A cell without what stands for nothing."""
    text = cell.strip()
    return "" if text == NOTHING else text


def iso_day(text: str) -> str:
    """A day as 2001-02-23, also where it is written 02/23/2001."""
    found = AMERICAN.fullmatch(text)
    return f"{found[3]}-{found[1]}-{found[2]}" if found else text


def checked_number(text: str, key: str) -> str:
    """The number of a listing; ClaimgraphError for what is none."""
    if not (text.isascii() and text.isdecimal()):
        reason = f"{text!r} is no number of a listing: expected is one as 6908"
        raise ClaimgraphError(reason, key=key)
    return text


def checked_name(text: str, key: str) -> str:
    """The name of a listing; ClaimgraphError where there is none."""
    if not text:
        raise ClaimgraphError("is missing", key=key)
    return text
