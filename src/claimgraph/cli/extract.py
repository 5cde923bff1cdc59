"""`claimgraph extract`: claims of articles, proposed by rules or by a model."""

from pathlib import Path
from typing import TypedDict, Unpack

import click

from claimgraph.api.extracting.choosing import ReaderChoice, choose
from claimgraph.api.extracting.into_corpus import CorpusRun
from claimgraph.api.extracting.into_file import FORMATS, FileRun, open_output
from claimgraph.api.extracting.sources import corpus_for, refuse_unknown
from claimgraph.cli.terminal.extracting import (
    said_after,
    say_next,
    say_who,
    show_cost,
    watch,
)
from claimgraph.cli.terminal.failures import INPUT
from claimgraph.cli.terminal.model import model_option
from claimgraph.cli.terminal.parameters import path_option
from claimgraph.console import STDOUT

POSITIVE = click.IntRange(min=1)
LINES = "FILE.jsonl"
SOURCES = "FILE|DIR|URL|STEM|-..."


class AskedExtract(TypedDict):
    """What the options say, by their names."""

    folder: Path | None
    model: str | None
    rules: bool
    budget: int | None
    kept_in: Path | None
    requests: Path | None
    answers: Path | None
    probe: bool
    out: Path | None
    form: str
    jobs: int
    dask: str | None


@click.command()
@click.argument("sources", metavar=f"[{SOURCES}]", nargs=-1)
@path_option("--corpus folder", "DIR", "Where it all goes; as a rule ./corpus.")
@model_option
@click.option("--rules", is_flag=True, help="Read by rules, whatever model is set.")
@click.option("--budget", metavar="TOKENS", type=POSITIVE, help="Stop a model there.")
@path_option("--record kept_in", "DIR", "Keep what a model is asked, and says.")
@path_option("--requests", LINES, "Write what a model would be asked; ask nobody.")
@path_option("--answers", LINES, "Take answers that a model gave elsewhere.")
@click.option("--probe", is_flag=True, help="Score the --model on articles that ship.")
@path_option("--out", "FILE|DIR", "One file of claims, and no corpus: for thousands.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    show_default=True,
    help="Of --out: Claims JSONL, which `claimgraph load` takes, or Parquet.",
)
@click.option("--jobs", metavar="N", type=POSITIVE, default=1, help="So many at once.")
@click.option("--dask", metavar="ADDRESS", help="With --out: work on a Dask cluster.")
def command(sources: tuple[str, ...], **asked: Unpack[AskedExtract]) -> None:
    """Propose claims for articles: by rules, or by a language model.

    A source is a text, a page, a PDF, an address, a feed, a WARC, a folder of such, a
    .jsonl of {"id", "text"}, `-` for standard input, or an article of the corpus, which
    is read again. Texts and claims come into the corpus; the claims say `review:
    proposed` and wait for `claimgraph review`. What people wrote or decided stays, byte
    for byte, and what they rejected is not proposed again. An article that was read is
    passed over: a run that was ended goes on where it stopped.

    Example: claimgraph extract news.html --corpus mycorpus
    """
    if asked["probe"]:
        show_probe(asked["model"], sources)
        return
    if not sources:
        raise click.UsageError(f"say what to read: {SOURCES}")
    if (asked["form"] != FORMATS[0] or asked["dask"]) and asked["out"] is None:
        raise click.UsageError("--format and --dask go with --out")
    place = corpus_for(asked["folder"], sources)
    refuse_unknown(sources, place)
    if asked["requests"] is not None:
        model = asked["model"] or ""
        failed = ask_nobody(sources, place, asked["requests"], model)
    else:
        failed = read_all(sources, place, asked)
    if failed:
        raise SystemExit(INPUT)


def read_all(sources: tuple[str, ...], place: Path, asked: AskedExtract) -> int:
    """Has the sources read, into a corpus or a file; how many failed."""
    reading = choose(
        asked["model"],
        rules=asked["rules"],
        answers=asked["answers"],
        budget=asked["budget"],
        kept_in=asked["kept_in"],
    )
    say_who(reading)
    out, form = asked["out"], asked["form"]
    if out is None:
        run = CorpusRun(place, reading.make)
        return fill(run, sources, asked["jobs"], reading)
    many = FileRun(out, reading.make)
    with open_output(out, form) as output, said_after(many.tally, str(out)):
        found = many.run(sources, output, jobs=asked["jobs"], dask=asked["dask"])
        watch(found, many.tally)
    say_next(out, many.tally, reading.kind, form)
    return many.tally.failed


def fill(
    run: CorpusRun, sources: tuple[str, ...], jobs: int, reading: ReaderChoice
) -> int:
    """Reads sources into a corpus, and says what came of it; how many failed."""
    if reading.asks is None:
        outcomes = run.run(sources, jobs)
    else:
        told = run.told()
        articles = list(run.articles(sources, told))
        show_cost(run, articles, reading.asks)
        outcomes = run.read(articles, told, jobs)
    with said_after(run.tally, str(run.folder)):
        watch(outcomes, run.tally)
    if run.tally.articles:
        say_next(run.folder, run.tally, reading.kind)
    return run.tally.failed


def ask_nobody(sources: tuple[str, ...], folder: Path, path: Path, model: str) -> int:
    """Writes what a model would be asked; how many articles could not be read."""
    from claimgraph.api.extracting.asking import AskNobody, requests_into

    run = CorpusRun(folder, AskNobody(model))
    told = run.told()
    number = requests_into(run, sources, path, model, told)
    watch(told, run.tally)
    STDOUT.say(f"{path}: {number} requests; nobody was asked")
    STDOUT.say("next: have them answered, then take the answers:")
    again = f"--corpus {folder} --answers ANSWERS.jsonl"
    click.echo(f"  claimgraph extract {folder} {again}")
    return run.tally.failed


def show_probe(model: str | None, sources: tuple[str, ...]) -> None:
    """Scores a model on the articles that ship."""
    if not model or sources:
        raise click.UsageError("--probe goes with --model NAME, and no article")
    from claimgraph.api.extracting.asking import probe_text

    for text in probe_text(model):
        click.echo(text)
