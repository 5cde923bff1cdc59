"""`claimgraph extract`: claims of articles, proposed by rules or by a model."""

from pathlib import Path

import click

from claimgraph.api.extracting.choosing import choose
from claimgraph.api.extracting.into_corpus import (
    CorpusRun,
    corpus_for,
    refuse_unknown,
)
from claimgraph.api.extracting.into_file import FORMATS, FileRun, open_output
from claimgraph.cli.terminal.extracting import (
    said_after,
    say_next,
    say_who,
    show_cost,
    watch,
)
from claimgraph.cli.terminal.failures import INPUT
from claimgraph.cli.terminal.model import model_option
from claimgraph.console import STDOUT

FILE = click.Path(path_type=Path)
SOURCES = "FILE|DIR|URL|STEM|-..."


@click.command()
@click.argument("sources", metavar=f"[{SOURCES}]", nargs=-1)
@click.option(
    "--corpus",
    "folder",
    metavar="DIR",
    type=FILE,
    help="Where articles and claims go; as a rule ./corpus, begun where it lacks.",
)
@model_option
@click.option(
    "--rules", is_flag=True, help="Use the rules, though CLAIMGRAPH_MODEL is set."
)
@click.option(
    "--budget",
    metavar="TOKENS",
    type=click.IntRange(min=1),
    help="Stop a model before it costs more.",
)
@click.option(
    "--record", metavar="DIR", type=FILE, help="Keep what a model is asked, and says."
)
@click.option(
    "--requests", metavar="FILE.jsonl", type=FILE, help="Write requests; ask nobody."
)
@click.option(
    "--answers", metavar="FILE.jsonl", type=FILE, help="Take answers given elsewhere."
)
@click.option("--probe", is_flag=True, help="Score the --model on articles that ship.")
@click.option(
    "--out",
    metavar="FILE|DIR",
    type=FILE,
    help="Write one file of claims, or Parquet, and no corpus: for thousands.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    show_default=True,
    help="Of --out: Claims JSONL, which `claimgraph load` takes, or Parquet.",
)
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(1, 256),
    default=1,
    show_default=True,
    help="So many processes at once, or calls of a model.",
)
@click.option("--dask", metavar="ADDRESS", help="With --out: work on a Dask cluster.")
def command(
    sources: tuple[str, ...],
    folder: Path | None,
    model: str | None,
    rules: bool,
    budget: int | None,
    record: Path | None,
    requests: Path | None,
    answers: Path | None,
    probe: bool,
    out: Path | None,
    form: str,
    jobs: int,
    dask: str | None,
) -> None:
    """Propose claims for articles: by rules, or by a language model.

    A source is a text, a page, a PDF, an address, a feed, a WARC, a folder of such, a
    .jsonl of {"id", "text"}, `-` for standard input, or an article of the corpus, which
    is read again. Texts and claims come into the corpus; the claims say `review:
    proposed` and wait for `claimgraph review`. What people wrote or decided stays, byte
    for byte, and what they rejected is not proposed again. An article that was read is
    passed over: a run that was ended goes on where it stopped.

    Example: claimgraph extract news.html --corpus mycorpus
    """
    if probe:
        show_probe(model, sources)
        return
    if not sources:
        raise click.UsageError(f"say what to read: {SOURCES}")
    if (form != FORMATS[0] or dask) and out is None:
        raise click.UsageError("--format and --dask go with --out")
    place = corpus_for(folder, sources)
    refuse_unknown(sources, place)
    if requests is not None:
        failed = ask_nobody(sources, place, requests, model or "")
    else:
        choice = choose(
            model, rules=rules, answers=answers, budget=budget, record=record
        )
        say_who(choice)
        if out is not None:
            run = FileRun(out, choice.make)
            with open_output(out, form) as output, said_after(run.tally, str(out)):
                watch(run.run(sources, output, jobs=jobs, dask=dask), run.tally)
            say_next(out, form=form)
            failed = run.tally.failed
        else:
            corpus = CorpusRun(place, choice.make)
            failed = fill(corpus, sources, jobs, choice.asks)
    if failed:
        raise SystemExit(INPUT)


def fill(run: CorpusRun, sources: tuple[str, ...], jobs: int, asked: str | None) -> int:
    """Reads sources into a corpus, and says what came of it; how many failed."""
    if asked is None:
        outcomes = run.run(sources, jobs)
    else:
        told = run.told()
        articles = list(run.articles(sources, told))
        show_cost(run, articles, asked)
        outcomes = run.read(articles, told, jobs)
    with said_after(run.tally, str(run.folder)):
        watch(outcomes, run.tally)
    if run.tally.articles:
        say_next(run.folder)
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
