"""A loader of a made-up table of incidents, as docs/contributing.md shows it."""

from collections.abc import Iterator
from pathlib import Path

from claimgraph.loaders.builder import (
    ClaimBuilder,
    dataset_article,
    entity_slug,
    table_batches,
)
from claimgraph.loaders.rows import TableRow
from claimgraph.model import Batch, Value

ENDINGS = (".incidents.csv",)
DESK = "org/incident-desk"


def read(path: Path) -> Iterator[Batch]:
    """An attack a row: who did it, how many died, on whose word."""
    article = dataset_article(path, title="Incidents", publisher=DESK)
    builder = ClaimBuilder(path, article)
    builder.entity(DESK, "Incident Desk", kind="monitor")
    return table_batches(builder, read_row)


def read_row(builder: ClaimBuilder, row: TableRow) -> None:
    """Who is blamed for an attack, and the number of the dead."""
    attack = builder.entity(f"attack/{row['id']}", row["what"], kind="bombing")
    chain: list[str] = []
    if row["source"]:
        source = row["source"]
        chain.append(builder.entity(f"org/{entity_slug(source)}", source))
    if row["group"]:
        name = row["group"]
        group = builder.entity(f"group/{entity_slug(name)}", name)
        builder.add(
            *("ATTRIBUTED_TO", attack, group),
            quote=name,
            at="group",
            chain=chain,
            modality="alleged" if row["sure"] == "no" else "stated",
        )
    if row["dead"]:
        dead = int(row["dead"])
        value = Value(min=dead, max=dead, of="people")
        builder.add("KILLED", attack, quote=row["dead"], at="dead", value=value)
