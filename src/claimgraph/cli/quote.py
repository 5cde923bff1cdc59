"""`claimgraph quote`: where do these words stand, and what does a claim need of it?"""

import json
from pathlib import Path

import click

from claimgraph.api.coding import FoundQuote, find_quote, quote_block
from claimgraph.cli.terminal.folders import corpus_option
from claimgraph.coding.quotes import FoundPassage
from claimgraph.errors import CorpusError
from claimgraph.safe_text import on_one_line, visible, visible_json

SHOWN = 60


@click.command()
@corpus_option
@click.option(
    "--nth", type=click.IntRange(min=1), help="Which, where they stand several times."
)
@click.option("--json", "as_json", is_flag=True, help="Print all places in JSON.")
@click.argument("stem")
@click.argument("words")
def command(
    folder: Path, nth: int | None, as_json: bool, stem: str, words: str
) -> None:
    """Find WORDS in the text of the article STEM, and print the claim to paste.

    Line ends, hyphens in words, kinds of quotation marks and capitals need not be as
    in the text: the words are printed as they stand there. Words that stand nowhere
    lead to the passage most like them; where they stand only in a zone that makes no
    claims (readers' comments), nothing is printed to paste. The first letters of a
    stem do, or its path.

    Example: claimgraph quote 000 "claimed responsibility" --corpus seeds
    """
    found = find_quote(folder, stem, words)
    if as_json:
        print_json(found)
    if not found.passages:
        raise CorpusError(told_absent(found), file=found.article)
    if as_json and any(not one.silent for one in found.passages):
        return
    if nth is not None and nth > len(found.passages):
        number = len(found.passages)
        raise CorpusError(f"the words stand there {number} times", key="--nth")
    free = [one for one in found.passages if not one.silent]
    if not free or (nth is not None and found.passages[nth - 1].silent):
        place = found.passages[(nth or 1) - 1]
        raise CorpusError(told_place(place), file=found.article)
    for passage in found.passages:
        click.echo(told_place(passage))
    chosen = free[0] if nth is None else found.passages[nth - 1]
    if len(found.passages) > 1 and nth is None:
        click.echo(f"this is {told_first(free, found)}; --nth chooses another:")
    # what it prints is to be pasted: YAML has spelt out what would steer a terminal
    click.echo(f"\n{visible(quote_block(chosen))}")


def told_first(free: list[FoundPassage], found: FoundQuote) -> str:
    """Which of several places is taken unasked."""
    all_free = len(free) == len(found.passages)
    return "the first of them" if all_free else "the first that a quote may stand at"


def told_place(passage: FoundPassage) -> str:
    """Where a passage stands, and what a person should know of it, in one line."""
    parts = [f"line {passage.line}"]
    if passage.nth is not None:
        parts.append(f"nth: {passage.nth}")
    if passage.signs:
        parts.append(f"as the text has it ({', '.join(passage.signs)})")
    if passage.silent:
        parts.append("in a zone that makes no claims: no quote may stand there")
    return "; ".join(parts)


def told_absent(found: FoundQuote) -> str:
    """That the words stand nowhere, with the passage most like them."""
    asked = on_one_line(found.words)
    short = asked if len(asked) <= SHOWN else f"{asked[:SHOWN]}…"
    reason = f"{short!r} does not stand in the text"
    if found.near is None:
        return f"{reason}, nor anything like it"
    told = "; ".join(found.near.differences)
    near = on_one_line(found.near.quote)
    return f"{reason}; most like it is, on line {found.near.line}: {near}: {told}"


def print_json(found: FoundQuote) -> None:
    """All that was found: `passages`, each with its `block`, and `near`."""
    places = [
        {
            "quote": one.quote,
            "line": one.line,
            "nth": one.nth,
            "start": one.start,
            "signs": one.signs,
            "silent": one.silent,
            "block": None if one.silent else quote_block(one),
        }
        for one in found.passages
    ]
    near = found.near and {
        "quote": found.near.quote,
        "line": found.near.line,
        "differences": found.near.differences,
    }
    row = {"article": found.article, "passages": places, "near": near}
    click.echo(visible_json(json.dumps(row, ensure_ascii=False, indent=2)))
