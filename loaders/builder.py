"""Claims of a source, row by row, as batches: what a loader need not know by heart.

`tests/incidents.py` is a loader of a table in some forty lines.
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
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
from claimgraph.loaders.rows import TableRow, csv_rows
from claimgraph.model import (
    Article,
    ArticleKind,
    Batch,
    Claim,
    Entity,
    Selector,
    Value,
    Where,
)
from claimgraph.name_sounds import in_latin
from claimgraph.regular_file import open_regular
from claimgraph.schema import load_schema

OTHERS = re.compile(r"[^a-z0-9]+")
# what a cell can do to the code that reads it; all else is a bug, with its traceback
ROW_ERRORS = (ValueError, LookupError, ArithmeticError, ClaimgraphError)


@dataclass(slots=True)
class ClaimBuilder:
    """The claims of one article, given one by one, taken in batches.

    Ids, digests, hop 1, the entities of a batch, and whether its quotes can be checked
    are worked out here. `at` is the row, or the place of the entry, that is being read.
    """

    path: Path
    article: Article
    entities: dict[str, Entity] = field(default_factory=dict[str, Entity])
    claims: list[Claim] = field(default_factory=list[Claim])
    problems: list[Problem] = field(default_factory=list[Problem])
    at: TableRow | Where | None = None
    first: bool = True
    left_out: Counter[str] = field(default_factory=Counter[str])

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
        return self.define(
            Entity(id=entity_id, name=name, kind=kind, description=description)
        )

    def define(self, entity: Entity) -> str:
        """The same of an entity with other names, or with numbers elsewhere."""
        found = replace(entity, where=self.place(""))
        if self.entities.setdefault(entity.id, found) != found:
            raise ValueError(f"{entity.id} is defined twice, differently")
        return entity.id

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
        claim = claim if value is None else replace(claim, value=value)
        symmetric = load_schema().symmetric(relation)
        self.claims.append(identified_claim(claim, self.article, symmetric))

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
            case str() if isinstance(self.at, TableRow):
                return {"row": self.at.number, "column": at}
            case str():
                raise TypeError("a column is in a row: read it within `row`")
            case _:
                return selector_parts(at) or {}

    @contextmanager
    def row(self, at: TableRow | Where) -> Generator[None]:
        """Where a row or an entry is read: what it does to the code is a problem."""
        self.at = at
        try:
            yield
        except ROW_ERRORS as error:
            key, reason = "", str(error)
            if isinstance(error, ClaimgraphError):
                key, reason = error.key or "", error.message
            last = at.last if isinstance(at, TableRow) else ""
            self.problems.append(self.place(last).problem(key, reason))
        self.at = None

    def place(self, column: str) -> Where:
        """The row or entry at hand, and a column of the row, in the file."""
        match self.at:
            case None:
                return Where(str(self.path))
            case TableRow() as row:
                named = f"column {column}" if column else ""
                parts = (f"row {row.number}", named)
                return Where(str(self.path), ", ".join(filter(None, parts)), row.line)
            case Where() as where:
                return where

    def leave_out(self, reason: str, number: int = 1) -> None:
        """Counts what the source holds and no claim is made of, by its reason."""
        self.left_out[reason] += number

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
        return replace(found, left_out=self.left_out) if last else found


def dataset_article(
    path: Path,
    *,
    title: str,
    publisher: str,
    kind: ArticleKind = "dataset",
    published: str | None = None,
) -> Article:
    """The article that a file is when its rows are claims; no text is kept."""
    stem = file_slug(path)
    with (
        named_os_errors(LoaderError, path, "cannot be read"),
        open_regular(path) as file,
    ):
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Article(
        id=stem,
        corpus=stem,
        title=title,
        kind=kind,
        publisher=publisher,
        published=published,
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


def file_slug(path: Path) -> str:
    """The name of a file as the id of its article, letters of any script as Latin ones.

    LoaderError where it has neither letter nor digit.

    >>> file_slug(Path("lists/список-2.csv")), file_slug(Path("Ḥims.xml.gz"))
    ('spisok-2', 'hims')
    """
    stem = path.name.partition(".")[0]
    bare = "".join(
        one
        for one in unicodedata.normalize("NFKD", stem)
        if not unicodedata.combining(one)
    )
    try:
        return entity_slug(bare if bare.isascii() else in_latin(bare))
    except ValueError:
        reason = "has no letter or digit in its name, which becomes the article's id"
        raise LoaderError(f"{reason}: rename it", file=str(path)) from None


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
