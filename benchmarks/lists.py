"""Lists and bundles through their loaders, beside the bare readers; writes its part.

python benchmarks/lists.py [--entries 20000] [--output FILE]
"""

import argparse
import csv
import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID
from xml.etree.ElementTree import iterparse

from measures import machine, versions
from parts import PAGE, put
from readings import print_reading, reading_of

NOTHING = '"-0- "'


@dataclass(frozen=True, slots=True)
class Source:
    """A made-up list: what its file ends in, its lines, and the bare reader."""

    ending: str
    lines: Callable[[int], Iterator[str]]
    bare: Callable[[Path], int]
    reader: str


def un_lines(entries: int) -> Iterator[str]:
    """The UN's list: members of one group."""
    yield "<CONSOLIDATED_LIST><ENTITIES><ENTITY><DATAID>0</DATAID>"
    yield "<FIRST_NAME>NORTHERN FRONT</FIRST_NAME><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE>"
    yield "<REFERENCE_NUMBER>QDe.001</REFERENCE_NUMBER><COMMENTS1/></ENTITY></ENTITIES>"
    yield "<INDIVIDUALS>"
    for at in range(1, entries):
        first, second = divmod(at // 1000, 26)
        number = f"{chr(65 + first)}{chr(65 + second)}i.{at % 1000:03}"
        yield f"<INDIVIDUAL><DATAID>{at}</DATAID><FIRST_NAME>N{at}</FIRST_NAME>"
        yield "<SECOND_NAME>NORTH</SECOND_NAME><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE>"
        yield f"<REFERENCE_NUMBER>{number}</REFERENCE_NUMBER>"
        yield "<LISTED_ON>2030-01-02</LISTED_ON><COMMENTS1>Born in a village. Member "
        yield "of the Northern Front (QDe.001).</COMMENTS1><INDIVIDUAL_ALIAS>"
        yield f"<QUALITY>Good</QUALITY><ALIAS_NAME>Nobody {at}</ALIAS_NAME>"
        yield "</INDIVIDUAL_ALIAS></INDIVIDUAL>"
    yield "</INDIVIDUALS></CONSOLIDATED_LIST>"


def ofac_lines(entries: int) -> Iterator[str]:
    """OFAC's table: every other listing is of another programme."""
    rest = ",".join([NOTHING] * 7)
    for at in range(entries):
        programme = "SDGT" if at % 2 else "SDNTK"
        remarks = f"DOB 1990; a.k.a. 'NOBODY {at}'; Linked To: NORTH, N1."
        yield f'{at},"NORTH, N{at}","individual","{programme}",{rest},"{remarks}"'


def misp_lines(entries: int) -> Iterator[str]:
    """A MISP galaxy that is a list."""
    yield '{"authors": [], "name": "x", "type": "canada-listed-terrorist-entities",'
    yield '"values": ['
    for at in range(entries):
        meta = {"id": str(at), "published": "2030-01-02", "summary": f"N {at}, O {at}"}
        one = {"value": f"Band {at}", "uuid": str(UUID(int=at)), "meta": meta}
        yield json.dumps(one) + ("" if at == entries - 1 else ",")
    yield "]}"


def stix_lines(entries: int) -> Iterator[str]:
    """A bundle of others: groups, each related to the first one."""
    yield '{"type": "bundle", "objects": ['
    for at in range(entries):
        uuid, first = UUID(int=at), UUID(int=0)
        one: dict[str, str] = {"id": f"intrusion-set--{uuid}", "name": f"Band {at}"}
        yield json.dumps({"type": "intrusion-set", **one}) + (
            "," if entries > 1 else ""
        )
        tie = {"source_ref": one["id"], "target_ref": f"intrusion-set--{first}"}
        tie |= {"id": f"relationship--{uuid}", "relationship_type": "related-to"}
        if at:
            end = "" if at == entries - 1 else ","
            yield json.dumps({"type": "relationship", **tie}) + end
    yield "]}"


def bare_xml(path: Path) -> int:
    """Each listing as an element, dropped again."""
    found = 0
    for _, element in iterparse(path):
        if element.tag in ("INDIVIDUAL", "ENTITY"):
            found += 1
            element.clear()
    return found


def bare_table(path: Path) -> int:
    """Each row as cells."""
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file))


def bare_json(path: Path) -> int:
    """All of it as lists and dicts."""
    held = json.loads(path.read_bytes())
    return len(held.get("values", held.get("objects")))


SOURCES = {
    "un": Source(".xml", un_lines, bare_xml, "ElementTree"),
    "ofac": Source(".csv", ofac_lines, bare_table, "csv"),
    "misp_galaxy": Source(".json", misp_lines, bare_json, "json"),
    "attack_stix": Source(".json", stix_lines, bare_json, "json"),
}


def loader_of(name: str) -> Callable[[Path], int]:
    """What counts the claims that a loader makes of a file."""
    from claimgraph.loaders import find_loader
    from claimgraph.schema import load_schema

    loader = find_loader(name)
    load_schema()
    return lambda path: sum(len(batch.claims) for batch in loader.read(path))


def measure(name: str, how: str, path: Path) -> None:
    """Print what one reading of a list takes, in this process."""
    print_reading(SOURCES[name].bare if how == "bare" else loader_of(name), path)


def page(entries: int, scratch: Path) -> str:
    """The part of the page."""
    lines = [
        "## Lists",
        "",
        "`python benchmarks/lists.py` measures this part: made-up lists of "
        f"{entries:,} entries,",
        "read without a store, each once in a process of its own. Claims with ids and",
        "digests stand beside the bare reader, which makes cells or elements only.",
        "Entries are by second of the processor; MB is the most that the process took.",
        f"Measured on {datetime.now(UTC):%Y-%m-%d}. {versions()}.",
        f"{machine()}.",
        "",
        "| loader | claims | entries a second | MB | bare | entries a second | MB |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, source in SOURCES.items():
        path = scratch / f"{name}{source.ending}"
        path.write_text("\n".join(source.lines(entries)) + "\n", "utf-8")
        claims, seconds, memory = reading_of(__file__, name, "loader", str(path))
        _, bare, least = reading_of(__file__, name, "bare", str(path))
        lines.append(
            f"| `{name}` | {claims} | {entries / seconds:,.0f} | {memory:.0f} "
            f"| {source.reader} | {entries / bare:,.0f} | {least:.0f} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure all, or one reading in a process that was started for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=20_000)
    parser.add_argument("--output", type=Path, default=PAGE)
    parser.add_argument("--measure", nargs=3)
    given = parser.parse_args()
    if given.measure:
        name, how, path = given.measure
        measure(name, how, Path(path))
        return
    with tempfile.TemporaryDirectory() as scratch:
        put(given.output, "lists", page(given.entries, Path(scratch)))


if __name__ == "__main__":
    main()
