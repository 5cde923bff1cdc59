"""What formats write, word for word: the sample and three small articles.

Whatever an account does not look at (names, titles, sentences for people, colours)
stands in the files of tests/cases/written. After a change that is meant, run
`.venv/bin/python tests/written_cases.py` and read what git shows.
"""

import re
import shutil
from dataclasses import replace
from pathlib import Path

from claimgraph.exports import ExportOptions, find_format, format_names
from claimgraph.exports.selection import selected_batches
from claimgraph.loaders import find_loader
from claimgraph.model import Batch, Value, Zone
from export_cases import CASES, LOADED, finished, sample
from small_batch import BUREAU, small_batch

FOLDER = CASES.parent / "written"
# what these write is compared with something better than its words
COMPARED = {
    "cypher": "run against a server, which must then hold the same graph",
    "neo4j_admin": "imported into a server, which must then hold the same graph",
    "jsonld": "the quads of trig",
    "nquads": "the quads of trig",
    "turtle": "the quads of trig",
    "xlsx": "the rows of csv, which its sheets must hold",
}
FORMATS = tuple(name for name in format_names() if name not in COMPARED)
ALL = ExportOptions(topics=True, with_edges=True)


def given() -> list[Batch]:
    """Claims, articles and entities that have every field between them."""
    market = find_loader("corpus").read(CASES.parent / "load" / "market")
    dated = [
        replace(
            batch, claims=tuple(replace(one, loaded=LOADED) for one in batch.claims)
        )
        for batch in market
    ]
    return [*dated, listed(), *sample()]


def listed() -> Batch:
    """What the others lack: a zone with an end, a designation, numbers with an end."""
    batch = small_batch()
    _, day, _, tie, _ = batch.claims
    zone = Zone("comments", "Two officers", "together.")
    article = replace(batch.article, id="listed", zones=(zone,))
    made = (
        replace(tie, relation="DESIGNATED_BY", object=BUREAU, chain=tie.chain[:1]),
        replace(day, relation="KILLED", value=Value(None, 5, "people")),
        replace(day, relation="WOUNDED", value=Value(3, 7)),
        replace(tie, modality="hypothetical", valid="2019/2020-03"),
    )
    claims = (finished(replace(one, article="listed"), batch) for one in made)
    return replace(batch, article=article, claims=tuple(claims))


def write(name: str, folder: Path) -> Path:
    """What a format writes of them, in a file or folder with the name of the format."""
    exporter = find_format(name)
    target = folder / f"{name}{exporter.suffix}"
    if exporter.files:
        target.mkdir()
    exporter.write(selected_batches(given(), ALL), target, ALL)
    return target


def texts(target: Path) -> dict[str, str]:
    """The texts of a file or folder by name; the version of networkx is no matter."""
    paths = sorted(target.iterdir()) if target.is_dir() else [target]
    return {
        path.name: re.sub(r"NetworkX [\d.]+", "NetworkX", path.read_bytes().decode())
        for path in paths
    }


def main() -> None:
    """Stores what is written now."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    for name in FORMATS:
        target = write(name, FOLDER)
        held = texts(target)
        for file, text in held.items():
            path = target / file if target.is_dir() else target
            path.write_bytes(text.encode())


if __name__ == "__main__":
    main()
