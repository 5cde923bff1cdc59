"""Any number of articles into one file or folder of claims, in flat memory."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from claimgraph.api.extracting.folders import Unopened
from claimgraph.api.extracting.into_corpus import Done, Heard
from claimgraph.api.extracting.jsonl import JsonlOutput
from claimgraph.api.extracting.reading import (
    MakeProducer,
    Outcome,
    ReadPage,
    producer_of,
    told_of_language,
)
from claimgraph.api.extracting.running import (
    Crew,
    cluster,
    here,
    in_order,
    processes,
    threads,
)
from claimgraph.api.extracting.sources import Part, RawFile, parts_of
from claimgraph.api.extracting.tally import RunCount
from claimgraph.corpus.new_articles import digest_of
from claimgraph.errors import ExportError, Problem
from claimgraph.pages import ArticlePage
from claimgraph.pages.fetching import Web

FORMATS = ("jsonl", "parquet")
ENDINGS = (".claims.jsonl", ".jsonl", ".ndjson")
Task = RawFile | ArticlePage


class Output(Protocol):
    """Where claims go; it knows by digest which articles it has."""

    names: set[str]

    def __contains__(self, digest: str) -> bool: ...
    def add(self, outcome: Outcome) -> None: ...
    def finish(self) -> None: ...


class FileRun:
    """A run over sources, whose articles come into a file with their claims."""

    def __init__(self, out: Path, make: MakeProducer, web: Web | None = None) -> None:
        self.out, self.make, self.web = out, make, web or Web()
        self.tally = RunCount()

    def run(
        self,
        sources: Iterable[str],
        output: Output,
        *,
        jobs: int = 1,
        dask: str | None = None,
    ) -> Iterator[Heard]:
        """Each article that was read, and each problem; at the end the file is whole.

        A run that was ended goes on where it stopped.
        """
        work = ReadPage(self.make, corpus_name(self.out))
        with self.crew(work, jobs, dask) as crew:
            told: list[Heard] = []
            for outcome in in_order(self.tasks(sources, output, told), crew):
                yield from told
                told.clear()
                yield self.finish(outcome, output)
            yield from told
        output.finish()

    def crew(
        self, work: ReadPage, jobs: int, dask: str | None
    ) -> AbstractContextManager[Crew[Task, Outcome]]:
        """Who reads the articles."""
        if dask is not None:
            return cluster(work, dask)
        if jobs < 2:
            return nullcontext(here(work))
        if producer_of(self.make).waits:
            return threads(work, jobs)
        return processes(work, jobs)

    def tasks(
        self, sources: Iterable[str], output: Output, told: list[Heard]
    ) -> Iterator[Task]:
        """The articles to read, each under a name of its own; `told` takes the rest."""
        names = output.names
        for source in sources:
            for part in parts_of(source, self.web):
                if isinstance(part, Problem):
                    self.tally.failed += 1
                    told.append(part)
                elif isinstance(part, Unopened):
                    told.append(part)
                elif digest_of_part(part) in output:
                    self.tally.passed_over += 1
                else:
                    yield own_name(part, names)

    def finish(self, outcome: Outcome, output: Output) -> Done | Problem:
        """Writes an article with its claims, unless its text is there."""
        article, proposals = outcome.article, outcome.proposals
        if article is None or proposals is None:
            self.tally.failed += 1
            return outcome.problem or Problem("", None, "", "was not read")
        if article.sha256 in output:
            self.tally.passed_over += 1
            return Done(article.id, None)
        output.add(outcome)
        self.tally.count(proposals)
        return Done(
            article.id, None, told_of_language(article, self.make, "FILE --out OUT")
        )


def open_output(out: Path, form: str) -> AbstractContextManager[Output]:
    """What takes the claims; ExportError where it cannot be written."""
    if form == "parquet":
        from claimgraph.api.extracting.parquet import ParquetOutput

        return ParquetOutput(out)
    if not out.parent.is_dir():
        reason = f"cannot be written: there is no folder {out.parent}"
        raise ExportError(reason, file=str(out))
    return JsonlOutput(out)


def corpus_name(out: Path) -> str:
    """The corpus that the articles of a file are of: the name of the file."""
    name = out.name
    for ending in ENDINGS:
        name = name.removesuffix(ending)
    return name or "extracted"


def digest_of_part(part: Part) -> str:
    """The digest of the bytes of a file, or of the text of a page."""
    if isinstance(part, RawFile):
        return part.digest
    return digest_of(part.text.encode()) if isinstance(part, ArticlePage) else ""


def own_name(part: Task, names: set[str]) -> Task:
    """The part under a name that no other has."""
    if part.name in names:
        digest = digest_of_part(part)
        part = replace(part, name=f"{part.name}-{digest[:8]}")
    names.add(part.name)
    return part
