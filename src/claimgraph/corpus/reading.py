"""A corpus folder as batches; everything wrong in it as problems."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from claimgraph.corpus.claim_forms import claim_form
from claimgraph.corpus.claims import written_claim
from claimgraph.corpus.convert import article_of
from claimgraph.corpus.entries import cut_words, places, problem_from, where_in
from claimgraph.corpus.forms import ArticleForm, fill
from claimgraph.corpus.judgements import read_judgements
from claimgraph.corpus.listing import (
    file_of,
    files_in,
    lone_pages,
    naming_problems,
    new_article,
    page_beside,
    spare_files,
)
from claimgraph.corpus.text import read_text
from claimgraph.corpus.uses import CorpusNames, read_names, united_entities
from claimgraph.entity_closure import needed_entities
from claimgraph.errors import ClaimgraphError, Problem, system_reason
from claimgraph.model import Article, Batch, Claim, Entity, Judgement, Where
from claimgraph.regular_file import read_regular
from claimgraph.schema import load_schema
from claimgraph.schema.types import Schema
from claimgraph.yaml_file import YamlFile, read_yaml


@dataclass(frozen=True, slots=True)
class Corpus:
    """What a corpus folder says beside its articles.

    `own` are its entries, `entities` these united with those of the corpora that it
    uses; `clashes` say of which ids these contradict each other.
    """

    folder: Path
    name: str
    language: str | None
    marking: str | None
    own: Mapping[str, Entity]
    entities: Mapping[str, Entity]
    clashes: Mapping[str, Problem]
    judgements: tuple[Judgement, ...]
    problems: tuple[Problem, ...]
    schema: Schema = field(repr=False)


def read_corpus(folder: Path) -> Corpus:
    """The folder's name, entities and judgements, with their problems.

    Raises CorpusError where the folder is no corpus, or one that it uses is none.
    """
    return corpus_of(read_names(folder), folder)


def corpus_of(own: CorpusNames, folder: Path) -> Corpus:
    """The same of a corpus whose names were read already, as its folder is written."""
    entities, clashes = united_entities(own)
    judgements, found = read_judgements(folder / "judgements.jsonl")
    problems = [
        *own.all_problems(),
        *found,
        *lone_pages(folder / "articles"),
        *spare_files(folder),
    ]
    problems += [clashes[one] for one in own.entities if one in clashes]
    return Corpus(
        folder=folder,
        name=own.name,
        language=own.form.language if own.form else None,
        marking=own.form.marking if own.form else None,
        own=own.entities,
        entities=entities,
        clashes=clashes,
        judgements=judgements,
        problems=tuple(problems),
        schema=load_schema(),
    )


def bare_corpus(folder: Path) -> Corpus:
    """A folder of which only its texts are asked for, with no entries at hand."""
    return Corpus(
        folder=folder,
        name=folder.name,
        language=None,
        marking=None,
        own={},
        entities={},
        clashes={},
        judgements=(),
        problems=(),
        schema=load_schema(),
    )


def stems(folder: Path) -> list[str]:
    """The articles of a folder: every text, and every claims file without one."""
    texts = files_in(folder / "articles", ".txt")
    claims = files_in(folder / "claims", ".yaml")
    return sorted(texts.keys() | claims.keys())


def read_batches(
    corpus: Corpus, wanted: Iterable[str] | None = None
) -> Iterator[Batch]:
    """One batch for each article of the corpus, in the order of their stems."""
    listed = stems(corpus.folder) if wanted is None else wanted
    for index, stem in enumerate(listed):
        batch = read_article(corpus, stem)
        if index == 0:
            # no article may be loaded beside entities and judgements that are wrong
            problems = (*corpus.problems, *batch.problems)
            batch = replace(batch, problems=problems)
        yield batch


def read_article(corpus: Corpus, stem: str) -> Batch:
    """One article with its claims; `problems` says what could not be read."""
    claims_path = file_of(corpus.folder / "claims", stem, ".yaml")
    text_path = file_of(corpus.folder / "articles", stem, ".txt")
    text, problems = read_text(text_path)
    problems += naming_problems(text_path, ".txt") + naming_problems(
        claims_path, ".yaml"
    )
    file: YamlFile | None = None
    if not os.path.lexists(claims_path):
        reason = (
            "is missing: write the article's header and its claims there; "
            f"{new_article(text_path)} writes the header"
        )
        problems.append(Problem(str(claims_path), None, "", reason))
    else:
        try:
            file = read_yaml(claims_path)
        except ClaimgraphError as error:
            problems.append(problem_from(error, claims_path))
    if file is None or text is None:
        return refused_batch(corpus, stem, text, claims_path, problems)
    return coded_batch(corpus, stem, text, file, problems)


def coded_batch(
    corpus: Corpus, stem: str, text: str, file: YamlFile, problems: list[Problem]
) -> Batch:
    """The batch of an article whose two files could be read."""
    plain = file.plain
    top = cast("dict[str, object]", plain) if isinstance(plain, dict) else {}
    for key in top:
        if key not in ("article", "claims"):
            reason = "is no key here (there are: article, claims)"
            problems.append(Problem(file.file, file.line_of((key,)), key, reason))
    problems += cut_words(file)
    where = where_in(file, ("article",), places(file, 1))
    form, found = fill(ArticleForm, top.get("article"), where)
    problems += found
    if form is None:
        return refused_batch(corpus, stem, text, Path(file.file), problems)
    form = form.model_copy(
        update={
            "language": form.language or corpus.language,
            "marking": form.marking or corpus.marking,
        }
    )
    article = article_of(form, stem, corpus.name, text, where, problems)
    problems += check_source(corpus.folder, article)
    claims = claims_in(file, top.get("claims") or [], article, corpus.schema, problems)
    return batch_of(corpus, article, claims, problems)


def claims_in(
    file: YamlFile,
    listed: object,
    article: Article,
    schema: Schema,
    problems: list[Problem],
) -> list[Claim]:
    """The claims of a file that have their form; what the others lack is noted."""
    if not isinstance(listed, list):
        line = file.line_of(("claims",))
        problems.append(Problem(file.file, line, "claims", "must be a list"))
        return []
    claims: list[Claim] = []
    grouped = places(file, 2)
    for index, block in enumerate(cast("list[object]", listed)):
        spot = where_in(file, ("claims", index), grouped)
        form, found = fill(claim_form(), block, spot)
        problems += found
        if form is not None:
            claim, found = written_claim(form, article, spot, schema)
            problems += found
            claims.append(claim)
    return claims


def batch_of(
    corpus: Corpus, article: Article, claims: list[Claim], problems: list[Problem]
) -> Batch:
    """The batch with the entities that it needs."""
    entities = needed_entities(article, claims, corpus.entities)
    clashes = [corpus.clashes[e.id] for e in entities if e.id in corpus.clashes]
    rejected = sum(claim.review == "rejected" for claim in claims)
    return Batch(
        article=replace(article, rejected=rejected),
        entities=entities,
        claims=tuple(claims),
        judgements=corpus.judgements,
        problems=(*problems, *clashes),
        known=corpus.entities.keys(),
    )


def refused_batch(
    corpus: Corpus, stem: str, text: str | None, path: Path, problems: list[Problem]
) -> Batch:
    """A batch without claims for an article that could not be read."""
    raw = (text or "").encode("utf-8", "surrogatepass")
    article = Article(
        id=stem,
        corpus=corpus.name,
        title=stem,
        sha256=hashlib.sha256(raw).hexdigest(),
        text=text,
        where=Where(str(path)),
    )
    entities = needed_entities(article, [], corpus.entities)
    return Batch(
        article=article, entities=entities, claims=(), problems=tuple(problems)
    )


def check_source(folder: Path, article: Article) -> list[Problem]:
    """Whether the page that the text was made from is the one the header names."""
    page = page_beside(folder, article.id)
    if article.source_sha256 is None or page is None:
        return []
    where = article.where or Where(str(page))
    try:
        found = hashlib.sha256(read_regular(page)).hexdigest()
    except OSError as error:
        reason = f"{page} cannot be read: {system_reason(error)}"
        return [where.problem("source_sha256", reason)]
    if found == article.source_sha256:
        return []
    return [where.problem("source_sha256", f"is not the digest of {page}: {found}")]
