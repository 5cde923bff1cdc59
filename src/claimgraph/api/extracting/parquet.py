"""A folder of Parquet files that grows part by part, and goes on where it stopped."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Self

from claimgraph.api.extracting.held import HeldArticles
from claimgraph.api.extracting.reading import Outcome
from claimgraph.atomic import in_place_of
from claimgraph.errors import (
    ExportError,
    MissingExtraError,
    named_os_errors,
)
from claimgraph.extras import install_words
from claimgraph.flat import Row, attributes, flat, flat_hops
from claimgraph.schema import load_schema

if TYPE_CHECKING:
    from pyarrow import Table

MISSING = f"Parquet is written by pyarrow: {install_words('parquet')}"
# articles of a part: what a kill may cost
PART = 500
ARTICLES, ENTITIES, CLAIMS = "articles", "entities", "claims"
ARTICLE_COLUMNS = (
    *("id", "corpus", "title", "publisher", "published", "published_why", "language"),
    *("url", "sha256", "source_sha256", "text"),
)
ENTITY_COLUMNS = ("id", "name", "kind", "description", "within", "by")
TYPES = {"integer": "int64", "float": "float64", "boolean": "bool"}


class ParquetOutput(HeldArticles):
    """The folder, open to add articles: `articles-`, `entities-` and `claims-NNNNN`.

    A part is whole when its articles are there: they are written last.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        try:
            import pyarrow.parquet as files
        except ImportError as error:
            raise MissingExtraError(MISSING, file=str(path)) from error
        self.path, self.files = path, files
        self.part = 0
        self.rows: dict[str, list[Row]] = {}
        with named_os_errors(ExportError, path):
            path.mkdir(exist_ok=True)
            parts = sorted(path.glob(f"{ARTICLES}-*.parquet"))
        for one in parts:
            self.go_on(one)

    def go_on(self, path: Path) -> None:
        """Counts in a part that is there."""
        with named_os_errors(ExportError, path, "cannot be read"):
            held = self.files.read_table(path).to_pylist()
            beside = path.with_name(path.name.replace(ARTICLES, ENTITIES))
            self.entities.update(
                str(row["id"]) for row in self.files.read_table(beside).to_pylist()
            )
        for row in held:
            self.count(str(row["id"]), row["sha256"], row["source_sha256"])
        self.part = int(path.stem.partition("-")[2])

    def add(self, outcome: Outcome) -> None:
        """Keeps an article with its claims for the part at hand."""
        article, proposals = outcome.article, outcome.proposals
        if article is None or proposals is None:
            return
        self.keep(ARTICLES, [attributes(article)])
        new = [one for one in outcome.entities if one.id not in self.entities]
        self.entities.update(one.id for one in new)
        self.keep(
            ENTITIES,
            [{**attributes(one), "aliases": json.dumps(one.names[1:])} for one in new],
        )
        self.keep(
            CLAIMS,
            [
                {**flat(one), "id": one.id, "speakers": json.dumps(flat_hops(one))}
                for one in proposals.claims
            ],
        )
        self.claims += len(proposals.claims)
        self.count(article.id, article.sha256, article.source_sha256)
        if len(self.rows[ARTICLES]) >= PART:
            self.write_part()

    def keep(self, kind: str, rows: list[Row]) -> None:
        """Keeps rows of a kind."""
        self.rows.setdefault(kind, []).extend(rows)

    def write_part(self) -> None:
        """Writes what was kept; the articles last."""
        if not self.rows:
            return
        self.part += 1
        for kind in (CLAIMS, ENTITIES, ARTICLES):
            columns = columns_of(kind)
            target = self.path / f"{kind}-{self.part:05}.parquet"
            with in_place_of(target) as scratch:
                self.files.write_table(table_of(self.rows[kind], columns), scratch)
        self.rows = {}

    def finish(self) -> None:
        """Writes the last part."""
        self.write_part()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *error: object) -> None:
        """Writes what was kept, after Ctrl-C as well: all of it is whole articles."""
        if kind is not None and issubclass(kind, KeyboardInterrupt | GeneratorExit):
            self.write_part()


def columns_of(kind: str) -> dict[str, str]:
    """The columns of a kind of rows, each with its type."""
    if kind == CLAIMS:
        listed = [one for one in load_schema().claim.node if one.path is not None]
        found = {one.name: TYPES.get(one.type, "string") for one in listed}
        return {"id": "string", **found, "speakers": "string"}
    names = ARTICLE_COLUMNS if kind == ARTICLES else (*ENTITY_COLUMNS, "aliases")
    return dict.fromkeys(names, "string")


def table_of(rows: list[Row], columns: dict[str, str]) -> "Table":
    """Rows as a table of these columns."""
    import pyarrow

    schema = pyarrow.schema([(name, kind) for name, kind in columns.items()])
    held = {name: [row.get(name) for row in rows] for name in columns}
    return pyarrow.table(held, schema=schema)
