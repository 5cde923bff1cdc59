"""A file of RDF as batches; what it says lies on disk meanwhile."""

from collections.abc import Collection, Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from claimgraph.atomic import in_temporary_folder, temporary_folder
from claimgraph.batches import BATCH, make_batch
from claimgraph.errors import ClaimgraphError, LoaderError, named_os_errors
from claimgraph.model import Article, Batch, Claim, Entity, Judgement
from claimgraph.rdf.reading.claims import claim_from
from claimgraph.rdf.reading.entities import article_from, entity_from, judgement_from
from claimgraph.rdf.reading.nodes import CG, TYPE, RdfSource
from claimgraph.rdf.reading.quad_index import QuadIndex
from claimgraph.regular_file import open_regular
from claimgraph.schema import load_schema
from claimgraph.schema.types import Schema

FORMS = {
    ".trig": RdfFormat.TRIG,
    ".nq": RdfFormat.N_QUADS,
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".jsonld": RdfFormat.JSON_LD,
}
FOLDER = "article/"
OUTSIDE = f"{FOLDER}outside"
ARTICLE = f"{CG}article"
REMOTE = (
    "names a context on the web, which is never fetched: write what it says into the "
    "file, in the place of its address"
)
# the parser's limit is fixed
TOO_LONG = (
    "a text in it is longer than 16 MiB, which readers of RDF do not take: "
    "export it with --no-text, or as Claims JSONL"
)


def read_rdf(path: Path, suffix: str = "") -> Iterator[Batch]:
    """The articles of the file in batches of at most 1,000 claims, as it has them.

    What does not hold together travels in `Batch.problems`. Graphs do not matter, and
    neither do bare edges: a claim is what has cg:article. `suffix` says what the file
    is where its name does not. LoaderError for what is no RDF, or has no article.
    """
    form = FORMS.get(suffix or path.suffix)
    if form is None:
        known = ", ".join(FORMS)
        raise LoaderError(f"is none of {known}", file=str(path))
    if not path.exists():
        raise LoaderError("does not exist", file=str(path))
    with named_os_errors(LoaderError, path, "cannot be read"):
        open_regular(path).close()
    with filled_index(path, form, LoaderError) as index:
        yield from RdfReader(path, index, load_schema()).batches()


@contextmanager
def filled_index(
    path: Path, form: RdfFormat, kind: type[ClaimgraphError]
) -> Generator[QuadIndex]:
    """What a file says, kept on disk for the block.

    LoaderError for what is no RDF; an error of that kind where the disk takes no more.
    """
    with (
        temporary_folder(kind) as room,
        in_temporary_folder(kind),
        closing(QuadIndex(room, (TYPE, ARTICLE))) as index,
    ):
        fill(index, path, form)
        yield index


def fill(index: QuadIndex, path: Path, form: RdfFormat) -> None:
    """Takes in what a file says."""
    try:
        index.fill(parse(path=path, format=form))
    except SyntaxError as error:
        remote = "LoadDocumentCallback" in error.msg
        reason = REMOTE if remote else f"cannot be read: {error.msg}"
        raise LoaderError(reason, file=str(path), line=error.lineno) from None
    except MemoryError:
        raise LoaderError(TOO_LONG, file=str(path)) from None
    except (OSError, ValueError) as error:
        raise LoaderError(f"cannot be read: {error}", file=str(path)) from None


class RdfReader:
    """One pass over a file: its entities and judgements, then article by article."""

    def __init__(self, path: Path, index: QuadIndex, schema: Schema) -> None:
        self.path, self.schema = path, schema
        self.source = RdfSource(str(path), index, "")
        found = self.source.instances("Article")
        self.articles = [
            iri for iri in found if not iri.rpartition("/")[0].endswith(OUTSIDE)
        ]
        if not self.articles:
            reason = f"has no article of ours: nothing is a <{CG}Article>"
            raise LoaderError(reason, file=str(path))
        base, folder, _ = self.articles[0].rpartition(FOLDER)
        if not folder:
            reason = f"<{self.articles[0]}> does not end in article/<stem>"
            raise LoaderError(reason, file=str(path))
        self.source.base = base
        self.tell_strays(set(found) - set(self.articles))
        self.entities = self.read_entities()
        self.judgements = self.read_judgements()

    def tell_strays(self, others: Collection[str]) -> None:
        """Notes the claims of no article, or of one that is only retold."""
        index = self.source.index
        strays = index.unlinked(TYPE, f"{CG}Claim", ARTICLE, f"{CG}Article")
        strays += [one for iri in others for one in index.subjects(ARTICLE, iri)]
        for iri in strays:
            self.source.node(iri).tell("cg:article", "leads to no article of the file")

    def read_entities(self) -> Mapping[str, Entity]:
        """All entities by id."""
        labels = [label for label, node in self.schema.nodes.items() if node.is_entity]
        iris = {iri for label in labels for iri in self.source.instances(label)}
        found = (entity_from(self.source.node(iri), self.schema) for iri in iris)
        return {entity.id: entity for entity in sorted(found, key=lambda one: one.id)}

    def read_judgements(self) -> dict[str, tuple[Judgement, ...]]:
        """The judgements of each corpus, sorted by id."""
        found: dict[str, list[Judgement]] = {}
        for iri in self.source.instances("Judgement"):
            node = self.source.node(iri)
            judgement = judgement_from(node)
            for corpus in list(node.texts("cg:corpus")) or [self.path.stem]:
                found.setdefault(corpus, []).append(judgement)
        return {corpus: tuple(some) for corpus, some in found.items()}

    def batches(self) -> Iterator[Batch]:
        """All articles, sorted by id."""
        for iri in self.articles:
            node = self.source.node(iri)
            article = article_from(node, self.path.stem)
            claims = self.source.index.subjects(ARTICLE, iri)
            starts = range(0, len(claims) or 1, BATCH)
            for start in starts:
                part = claims[start : start + BATCH]
                nodes = map(self.source.node, part)
                made = tuple(claim_from(one, article, self.schema) for one in nodes)
                yield self.batch(article, made, start == 0, start == starts[-1])

    def batch(
        self, article: Article, claims: tuple[Claim, ...], first: bool, last: bool
    ) -> Batch:
        """A batch with the entities that it needs and the problems so far."""
        return make_batch(
            article,
            claims,
            self.entities,
            judgements=self.judgements.get(article.corpus, ()),
            first=first,
            last=last,
            problems=self.source.take_problems(),
        )
