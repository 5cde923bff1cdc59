"""Claims JSONL: one object a line, for large corpora and exchange; streamed."""

import json
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from io import BufferedReader
from pathlib import Path
from typing import IO, cast

from claimgraph.corpus.convert import (
    article_of,
    claim_of,
    entity_of,
    judgement_of,
    machine_hop,
)
from claimgraph.corpus.forms import (
    EntityForm,
    MachineArticleForm,
    MachineClaimForm,
    MachineJudgementForm,
    fill,
)
from claimgraph.errors import LoaderError, MissingExtraError, Problem
from claimgraph.model import Article, Batch, Claim, Entity, Hop, Judgement, Where
from claimgraph.needs import made_entities, needed_entities
from claimgraph.schema import load_schema
from claimgraph.schema.types import Schema

VERSION = 1
BATCH = 1000
LONGEST_LINE = 64 * 2**20


def read(path: Path) -> Iterator[Batch]:
    """Batches of at most 1,000 claims; plain, or zstd where the name ends in .zst.

    Entities are kept in memory, claims are not. LoaderError where the first line is
    not `{"claimgraph": 1}`.
    """
    if not path.is_file():
        raise LoaderError("does not exist or is no file", file=str(path))
    with opened(path) as file:
        yield from Reading(path, load_schema()).batches(file)


@contextmanager
def opened(path: Path) -> Generator[IO[bytes]]:
    """The lines of the file as bytes, uncompressed."""
    if path.suffix != ".zst":
        with path.open("rb") as file:
            yield file
        return
    try:
        import zstandard
    except ImportError as error:
        hint = "is compressed: `pip install zstandard`, or unpack it first"
        raise MissingExtraError(hint, file=str(path)) from error
    try:
        with path.open("rb") as packed:
            stream = zstandard.ZstdDecompressor().stream_reader(packed)
            yield BufferedReader(stream)
    except zstandard.ZstdError as error:
        raise LoaderError(f"is no zstd file: {error}", file=str(path)) from error


@dataclass(slots=True)
class Reading:
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
    first: bool = True

    def batches(self, file: IO[bytes]) -> Iterator[Batch]:
        """The batches of the whole file."""
        for kind, block, where in self.lines(file):
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
        if self.article is None:
            raise LoaderError("holds no article", file=str(self.path))
        corpus = self.article.corpus
        yield self.flush(last=True, judged=True)
        for name, article in sorted(self.corpora.items()):
            if name != corpus and name in self.judgements:
                self.article, self.first = article, False
                yield self.flush(last=False, judged=True)

    def lines(self, file: IO[bytes]) -> Iterator[tuple[str, object, Where]]:
        """Kind, block and place of every line but the first; blank ones passed over."""
        number = 0
        while raw := file.readline(LONGEST_LINE + 1):
            number += 1
            where = Where(str(self.path), "", number)
            if len(raw) > LONGEST_LINE:
                most = f"{LONGEST_LINE // 2**20} MB"
                raise LoaderError(
                    f"is longer than {most}", file=str(self.path), line=number
                )
            if number == 1:
                check_head(raw, self.path)
                continue
            if not raw.strip():
                continue
            found = parsed(raw, where)
            if isinstance(found, Problem):
                self.problems.append(found)
                continue
            yield found[0], found[1], where
        if number == 0:
            check_head(b"", self.path)

    def take_entity(self, block: object, where: Where) -> None:
        """Keeps an entity for the claims below."""
        form, problems = fill(EntityForm, block, where)
        self.problems += problems
        if form is None:
            return
        entity = entity_of(form, where)
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
        name = self.path.name.removesuffix(".zst").removesuffix(".jsonl")
        corpus = form.corpus or name.removesuffix(".claims")
        article = article_of(form, form.id, corpus, form.text, where)
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
        form, problems = fill(MachineClaimForm, block, where)
        self.problems += problems
        article = self.article
        if form is None:
            return
        if article is None or form.article != article.id:
            reason = f"{form.article} is not the article above it"
            self.problems.append(where.problem("article", reason))
            return
        last = len(form.chain) - 1
        chain = tuple(
            machine_hop(hop, "asserts" if index == last else "reports")
            for index, hop in enumerate(form.chain)
        )
        claim = claim_of(
            form,
            article,
            chain or (Hop(article.speaker, "asserts"),),
            where,
            self.schema,
        )
        claim = replace(claim, loaded=form.loaded)
        self.problems += derived_problems(form, claim, where)
        self.problems += self.name_problems(form, where)
        self.claims.append(claim)

    def take_judgement(self, block: object, where: Where) -> None:
        """Keeps a judgement for the end of the file."""
        form, problems = fill(MachineJudgementForm, block, where)
        self.problems += problems
        if form is None:
            return
        corpus = form.corpus or (self.article.corpus if self.article else "")
        self.judgements.setdefault(corpus, []).append(judgement_of(form, where))

    def name_problems(self, form: MachineClaimForm, where: Where) -> list[Problem]:
        """Names written out beside ids that are not those of the entities."""
        problems: list[Problem] = []
        ends = ((form.subject, form.subject_names), (form.object, form.object_names))
        for key, (end, names) in zip(("subject", "object"), ends, strict=True):
            entity = self.entities.get(end or "")
            if not names or entity is None:
                continue
            known = [entity.name, *(alias.name for alias in entity.aliases)]
            if names != known:
                reason = f"are not those of {end}: {', '.join(known)}"
                problems.append(where.problem(f"{key}_names", reason))
        for index, hop in enumerate(form.chain):
            entity = self.entities.get(hop.holder)
            if hop.name and entity is not None and hop.name != entity.name:
                reason = f"is not that of {hop.holder}: {entity.name}"
                problems.append(where.problem(f"chain[{index}].name", reason))
        return problems

    def flush(self, last: bool, judged: bool = False) -> Batch:
        """What was gathered as a batch; the next one begins empty."""
        article = cast(Article, self.article)
        made = {entity.id: entity for entity in made_entities(article)}
        known = made | self.entities
        judgements = None
        needed = {one.id: one for one in needed_entities(article, self.claims, known)}
        if judged:
            judgements = tuple(self.judgements.get(article.corpus, ()))
            for item in judgements:
                ends = (item.left, item.right)
                needed |= {one: known[one] for one in ends if one in known}
        batch = Batch(
            article=article,
            entities=tuple(needed[key] for key in sorted(needed)),
            claims=tuple(self.claims),
            judgements=judgements,
            first=self.first,
            last=last,
            problems=tuple(self.problems),
            known=self.entities.keys(),
        )
        self.claims, self.problems, self.first = [], [], False
        return batch


def check_head(raw: bytes, path: Path) -> None:
    """Whether the first line says that this is Claims JSONL of a version we read."""
    try:
        head: object = json.loads(raw)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        head = None
    if head == {"claimgraph": VERSION}:
        return
    hint = f'the first line must be {{"claimgraph": {VERSION}}}'
    raise LoaderError(f"is no Claims JSONL: {hint}", file=str(path), line=1)


def parsed(raw: bytes, where: Where) -> tuple[str, object] | Problem:
    """Kind and block of a line, or what is wrong with it."""
    try:
        held: object = json.loads(raw, object_pairs_hook=unlike_keys)
    except (
        UnicodeDecodeError,
        json.JSONDecodeError,
        RecursionError,
        KeyError,
    ) as error:
        return where.problem("", f"is not one JSON object: {error}")
    if not isinstance(held, dict) or len(cast("dict[str, object]", held)) != 1:
        return where.problem("", "must be an object with one key, its kind")
    [(kind, block)] = cast("dict[str, object]", held).items()
    bad = bad_text(block)
    if bad is not None:
        return where.problem(bad, "holds a NUL or a lone surrogate")
    return kind, block


def unlike_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """A JSON object; a key that stands twice is an error."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise KeyError("a key stands twice")
    return found


def bad_text(block: object, key: str = "") -> str | None:
    """The key of the first text that no graph can store, or None."""
    if isinstance(block, str):
        return key if "\x00" in block or not encodable(block) else None
    if isinstance(block, dict):
        items = cast("dict[str, object]", block).items()
        pairs = [(f"{key}.{name}".lstrip("."), held) for name, held in items]
    elif isinstance(block, list):
        held_items = cast("list[object]", block)
        pairs = [(f"{key}[{index}]", held) for index, held in enumerate(held_items)]
    else:
        return None
    found = (bad_text(held, name) for name, held in pairs)
    return next((bad for bad in found if bad is not None), None)


def encodable(text: str) -> bool:
    """Whether UTF-8 can carry the text."""
    return text.isascii() or not any("\ud800" <= one <= "\udfff" for one in text)


def derived_problems(
    form: MachineClaimForm, claim: Claim, where: Where
) -> list[Problem]:
    """Derived fields that are written out, but not what they must be."""
    return [
        where.problem(key, f"{written} is written, but worked out it is {worked}")
        for key, written, worked in (
            ("id", form.id, claim.id),
            ("digest", form.digest, claim.digest),
            ("proposition", form.proposition, claim.proposition),
            ("said", form.said, claim.said),
        )
        if written is not None and written != worked
    ]
