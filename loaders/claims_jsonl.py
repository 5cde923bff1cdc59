"""Claims JSONL: one object a line, for large corpora and exchange; streamed."""

import hashlib
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO

from claimgraph.batches import BATCH, make_batch
from claimgraph.corpus.claim_forms import machine_claim_form
from claimgraph.corpus.claims import machine_claim
from claimgraph.corpus.convert import article_of, judgement_of
from claimgraph.corpus.derived import derived_problems
from claimgraph.corpus.forms import (
    MachineArticleForm,
    MachineJudgementForm,
    fill,
)
from claimgraph.corpus.plain_claims import PlainClaims, PlainKeys, block_of
from claimgraph.corpus.sections import SectionLines
from claimgraph.definitions import defined_entity
from claimgraph.definitions.forms import (
    MachineEntityForm,
    definition_of,
    entity_of,
)
from claimgraph.errors import ClaimgraphError, LoaderError, Problem
from claimgraph.loaders import STDIN
from claimgraph.model import Article, Batch, Claim, Entity, Judgement, Where
from claimgraph.packed_file import PACKED, open_unpacked
from claimgraph.recoded_file import in_utf8
from claimgraph.schema import load_schema
from claimgraph.schema.types import Schema

LINES = (".jsonl", ".ndjson")
ENDINGS = (*LINES, *(ending + packed for ending in LINES for packed in PACKED))
# of one batch; what has more is something else
MOST_PROBLEMS = 1000


def read(path: Path) -> Iterator[Batch]:
    """Batches of at most 1,000 claims; plain, or packed as zstd (.zst) or gzip (.gz).

    `-` is standard input. UTF-16 is read where a byte order mark says so. Entities are
    kept in memory, claims are not. The last batch of an article comes when all that the
    file says of it is there: of one that was cut it has a problem, or LoaderError is
    raised, as for what is no Claims JSONL.
    """
    with open_lines(path) as file:
        lines = in_utf8(file, str(path))
        yield from ClaimLines(path, load_schema()).batches(lines)


def open_lines(path: Path) -> AbstractContextManager[IO[bytes]]:
    """The lines of the file, or of standard input, as bytes, uncompressed."""
    if path != STDIN:
        return open_unpacked(path)
    if sys.stdin.isatty():
        raise LoaderError("reads a pipe, not a terminal: give a file", file=str(path))
    return nullcontext(sys.stdin.buffer)


@dataclass(slots=True)
class ClaimLines:
    """One pass over a file: what stood before the line at hand."""

    path: Path
    schema: Schema
    entities: dict[str, Entity] = field(default_factory=dict[str, Entity])
    article: Article | None = None
    seen: set[str] = field(default_factory=set[str])
    corpora: dict[str, Article] = field(default_factory=dict[str, Article])
    claims: list[Claim] = field(default_factory=list[Claim])
    problems: list[Problem] = field(default_factory=list[Problem])
    judgements: dict[str, list[Judgement]] = field(
        default_factory=dict[str, list[Judgement]]
    )
    judged: dict[tuple[str, str], int] = field(
        default_factory=dict[tuple[str, str], int]
    )
    file: SectionLines = field(init=False)
    first: bool = True
    plain: PlainClaims = field(init=False)

    def __post_init__(self) -> None:
        self.plain = PlainClaims(self.schema, self.entities)
        self.file = SectionLines(self.path)

    def batches(self, file: IO[bytes]) -> Iterator[Batch]:
        """The batches of the whole file."""
        for line in self.file.lines(file):
            if len(self.problems) >= MOST_PROBLEMS:
                place = Where(str(self.path))
                self.problems.append(place.problem("", "was not read further"))
                break
            if isinstance(line, Problem):
                self.problems.append(line)
                continue
            kind, block, where = line
            if kind == "entity":
                self.take_entity(block, where)
            elif kind == "article":
                if self.article is not None:
                    yield self.flush(last=True)
                self.take_article(block, where)
            elif kind == "claim":
                if len(self.claims) >= BATCH:
                    yield self.flush(last=False)
                self.take_claim(block, where)
            elif kind == "judgement":
                self.take_judgement(block, where)
            else:
                known = "entity, article, claim, judgement"
                reason = f"{kind!r} is no kind of line (there are: {known})"
                self.problems.append(where.problem("", reason))
        if self.article is None and not self.problems:
            raise LoaderError("holds no article", file=str(self.path))
        self.check_judgements()
        corpus = self.article.corpus if self.article else self.corpus_name()
        yield self.flush(last=True, judged=True)
        for name, article in sorted(self.corpora.items()):
            if name != corpus:
                self.article, self.first = article, False
                yield self.flush(last=False, judged=True)

    def unreadable(self) -> Article:
        """What carries the problems of a file whose last article cannot be read."""
        return Article(
            id="unreadable",
            corpus=self.corpus_name(),
            title="unreadable",
            sha256=hashlib.sha256(b"").hexdigest(),
            quote_checked=False,
            where=Where(str(self.path)),
        )

    def corpus_name(self) -> str:
        """The corpus of articles that name none: that of the file."""
        name = "stdin" if self.path == STDIN else self.path.name
        for ending in (*PACKED, *LINES, ".claims"):
            if name.lower().endswith(ending):
                name = name[: -len(ending)]
        return name

    def check_judgements(self) -> None:
        """A judgement of a corpus that has no article here is a problem."""
        for corpus, listed in self.judgements.items():
            if corpus not in self.corpora:
                reason = f"{corpus!r} is no corpus of an article in this file"
                for item in listed:
                    where = item.where or Where(str(self.path))
                    self.problems.append(where.problem("corpus", reason))

    def take_entity(self, block: object, where: Where) -> None:
        """Keeps an entity for the claims below."""
        form, problems = fill(MachineEntityForm, block, where)
        self.problems += problems
        if form is None:
            return
        entity = entity_of(form, where)
        try:
            told = [definition_of(one, where) for one in form.definitions]
            entity = defined_entity(entity, told)
        except ClaimgraphError as error:
            self.problems.append(where.problem(error.key or "", error.message))
        if self.entities.setdefault(entity.id, entity) != entity:
            reason = f"{entity.id} is defined twice, differently"
            self.problems.append(where.problem("id", reason))

    def take_article(self, block: object, where: Where) -> None:
        """Begins an article; its claims follow."""
        form, problems = fill(MachineArticleForm, block, where)
        self.problems += problems
        if form is None:
            self.article = None
            return
        corpus = form.corpus or self.corpus_name()
        article = article_of(form, form.id, corpus, form.text, where, self.problems)
        quoted = form.quote_checked and form.text is not None
        self.article = replace(article, quote_checked=quoted, rejected=form.rejected)
        if form.id in self.seen:
            reason = f"{form.id} stands here a second time: its claims must be together"
            self.problems.append(where.problem("id", reason))
        self.seen.add(form.id)
        self.corpora[corpus] = self.article
        self.first = True

    def take_claim(self, block: object, where: Where) -> None:
        """Keeps a claim of the article at hand for the next batch."""
        if isinstance(block, PlainKeys):
            if self.article is not None:
                plain = self.plain.claim(block, self.article, where)
                if plain is not None:
                    self.claims.append(plain)
                    return
            block = block_of(block)
        form, problems = fill(machine_claim_form(), block, where)
        self.problems += problems
        article = self.article
        if form is None:
            return
        if article is None or form.article != article.id:
            reason = f"{form.article} is not the article above it"
            self.problems.append(where.problem("article", reason))
            return
        claim, found = machine_claim(form, article, where, self.schema)
        self.problems += found
        self.problems += derived_problems(form, claim, self.entities, where)
        self.claims.append(claim)

    def take_judgement(self, block: object, where: Where) -> None:
        """Keeps a judgement for the end of the file."""
        form, problems = fill(MachineJudgementForm, block, where)
        self.problems += problems
        if form is None:
            return
        corpus = form.corpus or (self.article.corpus if self.article else "")
        judgement = judgement_of(form, where, self.problems)
        held = self.judgements.setdefault(corpus, [])
        # files that were joined may both have it
        section = self.judged.setdefault((corpus, judgement.id), self.file.sections)
        if section == self.file.sections or judgement not in held:
            held.append(judgement)

    def flush(self, last: bool, judged: bool = False) -> Batch:
        """What was gathered as a batch; the next one begins empty."""
        article = self.article or self.unreadable()
        batch = make_batch(
            article,
            self.claims,
            self.entities,
            judgements=self.judgements.get(article.corpus, ()) if judged else None,
            first=self.first,
            last=last,
            problems=self.problems,
        )
        self.claims, self.problems, self.first = [], [], False
        return batch
