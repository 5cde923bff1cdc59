"""Claims of a source, row by row, as batches: what a loader need not know by heart.

`tests/incidents.py` is a loader of a table in some forty lines.
"""

import csv
import hashlib
import re
import unicodedata
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from io import TextIOWrapper
from pathlib import Path

from claimgraph.batches import BATCH, make_batch
from claimgraph.errors import (
    ClaimgraphError,
    LoaderError,
    Problem,
    named_os_errors,
    nearest,
)
from claimgraph.flat import claim_from, hop_from
from claimgraph.ids import identified_claim, selector_parts
from claimgraph.model import (
    Article,
    Batch,
    Claim,
    Entity,
    Selector,
    Value,
    Where,
)
from claimgraph.regular_file import open_regular
from claimgraph.schema import load_schema

# characters of a line, and blank lines one after the other
LONGEST_LINE, MOST_BLANK = 2**24, 10_000
OTHERS = re.compile(r"[^a-z0-9]+")
# what a cell can do to the code that reads it; all else is a bug, with its traceback
ROW_ERRORS = (ValueError, LookupError, ArithmeticError, ClaimgraphError)


class TableRow(Mapping[str, str]):
    """The cells of a row by column; `last` is the column that was asked for last.

    `number` counts from 1, the head left out; `line` is where the row ends in the file.
    """

    def __init__(
        self, number: int, line: int, head: Sequence[str], texts: Sequence[str]
    ) -> None:
        self.number, self.line, self.last = number, line, ""
        self.cells = dict(zip(head, texts, strict=False))
        self.width = len(texts), len(head)

    def check_width(self) -> None:
        """ValueError where the row has more or fewer cells than the head."""
        if self.width[0] != self.width[1]:
            raise ValueError(f"has {self.width[0]} cells, the head {self.width[1]}")

    def __getitem__(self, column: str) -> str:
        self.last = column
        if column not in self.cells:
            raise ValueError(f"there is no such column{nearest(column, self.cells)}")
        return self.cells[column].strip()

    def __iter__(self) -> Iterator[str]:
        return iter(self.cells)

    def __len__(self) -> int:
        return len(self.cells)


@dataclass(slots=True)
class ClaimBuilder:
    """The claims of one article, given one by one, taken in batches.

    Ids, digests, hop 1, the entities of a batch, and whether its quotes can be checked
    are worked out here.
    """

    path: Path
    article: Article
    entities: dict[str, Entity] = field(default_factory=dict[str, Entity])
    claims: list[Claim] = field(default_factory=list[Claim])
    problems: list[Problem] = field(default_factory=list[Problem])
    at_row: TableRow | None = None
    first: bool = True

    def entity(
        self,
        entity_id: str,
        name: str,
        kind: str | None = None,
        description: str | None = None,
    ) -> str:
        """Defines an entity, or meets it again; its id, for `add`.

        ValueError where it was defined otherwise.
        """
        found = Entity(
            id=entity_id,
            name=name,
            kind=kind,
            description=description,
            where=self.place(""),
        )
        if self.entities.setdefault(entity_id, found) != found:
            raise ValueError(f"{entity_id} is defined twice, differently")
        return entity_id

    def add(
        self,
        relation: str,
        subject: str,
        target: str | None = None,
        *,
        quote: str,
        at: str | Selector,
        chain: Sequence[str | Mapping[str, object]] = (),
        value: Value | None = None,
        **fields: object,
    ) -> None:
        """Adds a claim whose quote stands in a column of the row, or at a selector.

        `chain` are the speakers inside the article's own voice, from the outside in:
        the properties of a hop, or an id alone where the row makes the speaker clear
        and no words mark him. `fields` are those of `schema/claim.yaml`, as
        `valid`, `modality`, `review`.
        """
        known = {one.name for one in load_schema().claim.node}
        for name in fields:
            if name not in known:
                raise TypeError(f"{name} is no field of a claim{nearest(name, known)}")
        ends = {"relation": relation, "subject_id": subject, "object_id": target}
        own = {**ends, "article": self.article.id, "quote": quote, **self.selector(at)}
        hops = tuple(map(hop_from, self.hops(chain)))
        where = self.place(at if isinstance(at, str) else "")
        claim = claim_from({"by": "import", **fields, **own}, hops, where)
        claim = replace(claim, value=value or claim.value)
        article, symmetric = self.article, load_schema().symmetric(relation)
        self.claims.append(
            identified_claim(claim, article.sha256, article.published, symmetric)
        )

    def hops(
        self, chain: Sequence[str | Mapping[str, object]]
    ) -> Iterator[Mapping[str, object]]:
        """The whole chain as rows: the last one asserts what the others report."""
        stances = ["reports"] * len(chain) + ["asserts"]
        yield {"holder_id": self.article.speaker, "stance": stances[0]}
        for one, stance in zip(chain, stances[1:], strict=True):
            hop = {"holder_id": one, "implicit": True} if isinstance(one, str) else one
            yield {"stance": stance, **hop}

    def selector(self, at: str | Selector) -> Mapping[str, object]:
        """The properties of a claim that say where its quote stands."""
        match at:
            case str() if self.at_row is not None:
                return {"row": self.at_row.number, "column": at}
            case str():
                raise TypeError("a column is in a row: read it within `row`")
            case _:
                return selector_parts(at) or {}

    @contextmanager
    def row(self, row: TableRow) -> Generator[None]:
        """Where a row is read: what its cells do to the code becomes a problem."""
        self.at_row = row
        try:
            yield
        except ROW_ERRORS as error:
            reason = error.message if isinstance(error, ClaimgraphError) else str(error)
            self.problems.append(self.place(row.last).problem("", reason))
        self.at_row = None

    def place(self, column: str) -> Where:
        """The row at hand and a column of it, in the file."""
        row = self.at_row
        if row is None:
            return Where(str(self.path))
        parts = (f"row {row.number}", f"column {column}" if column else "")
        return Where(str(self.path), ", ".join(filter(None, parts)), row.line)

    def full_batches(self) -> Iterator[Batch]:
        """What is more than a batch holds, in batches; call it after each row."""
        while len(self.claims) > BATCH:
            yield self.batch(last=False)

    def last_batch(self) -> Batch:
        """The rest, when all is read."""
        return self.batch(last=True)

    def batch(self, last: bool) -> Batch:
        """The first of the claims with the entities that they need."""
        claims, self.claims = self.claims[:BATCH], self.claims[BATCH:]
        found = make_batch(
            self.article,
            claims,
            self.entities,
            first=self.first,
            last=last,
            problems=self.problems,
        )
        self.problems, self.first = [], False
        return found


def dataset_article(path: Path, *, title: str, publisher: str) -> Article:
    """The article that a file is when its rows are claims; no text is kept."""
    stem = entity_slug(path.name.partition(".")[0])
    with (
        named_os_errors(LoaderError, path, "cannot be read"),
        open_regular(path) as file,
    ):
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Article(
        id=stem,
        corpus=stem,
        title=title,
        kind="dataset",
        publisher=publisher,
        sha256=digest,
        quote_checked=False,
        where=Where(str(path)),
    )


def entity_slug(name: str) -> str:
    """A name as the end of an id; ValueError where no letter of it can stand there.

    >>> entity_slug("Al-Aḥrār, 2nd Front")
    'al-ahrar-2nd-front'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    slug = OTHERS.sub("-", plain.lower()).strip("-")
    if not slug:
        raise ValueError(f"{name!r} has no letter a-z for an id: write one by hand")
    return slug


def table_batches(
    builder: ClaimBuilder, read_row: Callable[[ClaimBuilder, TableRow], None]
) -> Iterator[Batch]:
    """The batches of a table of comma-separated values, `read_row` called on each row.

    LoaderError where it is no such table, or holds no row.
    """
    empty = True
    for row in csv_rows(builder.path):
        empty = False
        with builder.row(row):
            row.check_width()
            read_row(builder, row)
        yield from builder.full_batches()
    if empty:
        raise LoaderError("holds no row", file=str(builder.path))
    yield builder.last_batch()


def bounded_lines(file: TextIOWrapper) -> Iterator[str]:
    """The lines of a table; LoaderError for one without end, or blank ones that are."""
    blank = 0
    while line := file.readline(LONGEST_LINE + 1):
        blank = blank + 1 if line.isspace() else 0
        if len(line) > LONGEST_LINE or blank > MOST_BLANK:
            raise LoaderError("is a line without end, or one of too many blank ones")
        yield line


def csv_rows(path: Path) -> Iterator[TableRow]:
    """The rows below the head of a table in UTF-8; LoaderError where it is none."""
    line = 1
    try:
        with TextIOWrapper(open_regular(path), "utf-8-sig", newline="") as file:
            reader = csv.reader(bounded_lines(file), strict=True)
            head = [name.strip() for name in next(reader, list[str]())]
            if len(set(head)) != len(head) or not all(head):
                raise LoaderError("needs a name over each column, no two alike")
            for number, cells in enumerate((row for row in reader if row), 1):
                line = reader.line_num
                yield TableRow(number, line, head, cells)
    except (LoaderError, OSError, UnicodeDecodeError, csv.Error) as error:
        reason = error.message if isinstance(error, LoaderError) else str(error)
        raise LoaderError(reason, file=str(path), line=line) from None
