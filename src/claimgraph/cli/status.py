"""`claimgraph status`: what is in the graph?"""

from collections import Counter
from pathlib import Path

import click

from claimgraph.api.corpora import corpus_articles
from claimgraph.api.stores import GraphStatus, count, status
from claimgraph.api.verifying import GraphCheck
from claimgraph.api.verifying.differences import SHOWN
from claimgraph.cli.terminal.tables import print_table, say
from claimgraph.cli.terminal.target import open_target, store_option
from claimgraph.errors import StoreError, number_of

EMPTY = (
    "The graph is empty: `claimgraph load DIR` loads a corpus, `claimgraph demo` ours."
)


@click.command()
@click.option(
    "--corpus",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="A corpus folder: list articles of it that the graph has and it no longer.",
)
@click.option(
    "--verify",
    is_flag=True,
    help="Read everything back and name what is missing or changed; exit code 1 then.",
)
@store_option
def command(folder: Path | None, verify: bool, target: str) -> None:
    """Show what the graph holds: articles, claims, judgements.

    Example: claimgraph status --corpus seeds
    """
    corpus = corpus_articles(folder) if folder is not None else None
    with open_target(target) as store:
        found = status(store, verify=verify)
    say(f"{found.target} ({found.engine}, schema {found.schema_version})")
    if found.articles:
        show_corpora(found)
        show_articles(found)
        show_claims(found)
        show_identity(found)
    else:
        say(EMPTY)
    show_foreign(found)
    if corpus is not None and found.articles:
        show_gone(corpus.name, found.articles_of(corpus.name) - corpus.stems)
    if found.verification is not None:
        show_verification(found.verification)


def show_verification(found: GraphCheck) -> None:
    """What is missing or changed, a line each; StoreError where anything is."""
    say("")
    for difference in found.differences:
        say(difference)
    if found.differences:
        number = number_of(len(found.differences), "difference")
        raise StoreError(f"{number} between the graph and what was loaded into it")
    say("everything was read back: nothing is missing or changed")


def show_corpora(found: GraphStatus) -> None:
    """Each corpus on a line, and what they say differently; one alone needs no line."""
    if len(found.corpora) < 2:
        return
    say(f"\n{len(found.corpora)} corpora", style="bold")
    names = ("corpus", "articles", "claims", "uses")
    rows = [
        [row["corpus"], row["articles"] or "only used", row["claims"], row["uses"]]
        for row in found.corpora
    ]
    print_table(names, rows)
    if not found.differing:
        say("they say the same of all that several of them define")
        return
    number = number_of(len(found.differing), "difference")
    say(f"\n{number} in what they say of one id", style="bold")
    columns = ("entity", "what", "stands", "others")
    shown = found.differing[:SHOWN]
    rows = [[row[name] for name in columns] for row in shown]
    print_table(columns, rows, answers=columns)
    if len(found.differing) > SHOWN:
        say(f"and {len(found.differing) - SHOWN} more")


def show_articles(found: GraphStatus) -> None:
    """Each article on a line; quotes that nobody could check are pointed out."""
    articles = number_of(len(found.articles), "article")
    say(f"\n{articles}, {number_of(found.claim_count, 'claim')}", style="bold")
    shown = [
        (
            row["article"],
            row["corpus"],
            row["claims"],
            row["rejected"] or 0,
            "not checked" if row["quote_checked"] is False else "checked",
            row["title"],
        )
        for row in found.articles
    ]
    names = ("article", "corpus", "claims", "rejected", "quotes", "title")
    print_table(names, shown)


def show_claims(found: GraphStatus) -> None:
    """A line for each relation: how many claims of each polarity and review."""
    totals: Counter[tuple[str, str]] = Counter()
    for row in found.claims:
        number = count(row, "claims")
        totals[str(row["relation"]), str(row["polarity"])] += number
        totals[str(row["relation"]), str(row["review"])] += number
    relations = sorted({relation for relation, _ in totals})
    parts = ("affirmed", "denied", "withheld", "accepted", "proposed")
    say("\nclaims", style="bold")
    print_table(
        ("relation", *parts),
        [[name, *(totals[name, part] for part in parts)] for name in relations],
    )


def show_identity(found: GraphStatus) -> None:
    """Entities, judgements, and the claims that judgements left without an edge."""
    verdicts = found.judgements
    parts = ", ".join(f"{number} {verdict}" for verdict, number in verdicts.items())
    say(f"\n{found.entities} entities")
    say(f"{number_of(sum(verdicts.values()), 'judgement')}{parts and f': {parts}'}")
    if found.joined:
        number = number_of(len(found.joined), "claim")
        say(f"{number} without an edge, since judgements make the two ends one:")
        for row in found.joined:
            ends = f"{row['subject_id']} = {row['object_id']}"
            say(f"  {row['claim']} {row['relation']} {ends}")


def show_foreign(found: GraphStatus) -> None:
    """Nodes with our labels that were written by others."""
    if found.foreign:
        parts = ", ".join(
            f"{number} {label}" for label, number in found.foreign.items()
        )
        say(f"not written by claimgraph, and left alone: {parts}", style="bold")


def show_gone(corpus: str, gone: set[str]) -> None:
    """Articles of the corpus that only the graph still has."""
    if not gone:
        say(f"every article of {corpus} in the graph is in its folder")
        return
    say(f"in the graph, but no longer in the folder of {corpus}:", style="bold")
    for article in sorted(gone):
        say(f"  {article} (`claimgraph forget {article}` takes it out)")
