"""`claimgraph status`: what is in the graph?"""

from collections import Counter
from pathlib import Path

import click

from claimgraph.cli.lookups import counts
from claimgraph.cli.terminal.loading import counted
from claimgraph.cli.terminal.tables import print_table, say
from claimgraph.cli.terminal.target import open_target, store_option
from claimgraph.corpus.reading import read_corpus, stems
from claimgraph.store.base import Row, Store

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
@store_option
def command(folder: Path | None, target: str) -> None:
    """Show what the graph holds: articles, claims, judgements.

    Example: claimgraph status --corpus seeds
    """
    corpus = read_corpus(folder) if folder is not None else None
    with open_target(target) as store:
        say(f"{store.target} ({store.engine}, schema {counts.schema_version(store)})")
        articles = counts.articles(store)
        if not articles:
            say(EMPTY)
            return
        show_articles(articles)
        show_claims(counts.claims(store))
        show_identity(store)
    if corpus is not None:
        held = [str(row["article"]) for row in articles if row["corpus"] == corpus.name]
        show_gone(sorted(set(held) - set(stems(corpus.folder))), corpus.name)


def show_articles(rows: list[Row]) -> None:
    """Each article on a line; quotes that nobody could check are pointed out."""
    claims = sum(counts.whole(row, "claims") for row in rows)
    say(f"\n{counted(len(rows), 'article')}, {counted(claims, 'claim')}", style="bold")
    shown = [
        (
            row["article"],
            row["corpus"],
            row["claims"],
            row["rejected"] or 0,
            "not checked" if row["quote_checked"] is False else "checked",
            row["title"],
        )
        for row in rows
    ]
    names = ("article", "corpus", "claims", "rejected", "quotes", "title")
    print_table(names, shown)


def show_claims(rows: list[Row]) -> None:
    """A line for each relation: how many claims of each polarity and review."""
    totals: Counter[tuple[str, str]] = Counter()
    for row in rows:
        number = counts.whole(row, "claims")
        totals[str(row["relation"]), str(row["polarity"])] += number
        totals[str(row["relation"]), str(row["review"])] += number
    relations = sorted({relation for relation, _ in totals})
    parts = ("affirmed", "denied", "withheld", "accepted", "proposed")
    say("\nclaims", style="bold")
    print_table(
        ("relation", *parts),
        [[name, *(totals[name, part] for part in parts)] for name in relations],
    )


def show_identity(store: Store) -> None:
    """Entities, judgements, and the claims that judgements left without an edge."""
    verdicts = counts.judgements(store)
    listed = ", ".join(f"{number} {verdict}" for verdict, number in verdicts.items())
    say(f"\n{counts.entities(store)} entities")
    say(f"{counted(sum(verdicts.values()), 'judgement')}{listed and f': {listed}'}")
    joined = counts.joined(store)
    if joined:
        number = counted(len(joined), "claim")
        say(f"{number} without an edge, since judgements make the two ends one:")
        for row in joined:
            ends = f"{row['subject_id']} = {row['object_id']}"
            say(f"  {row['claim']} {row['relation']} {ends}")


def show_gone(gone: list[str], corpus: str) -> None:
    """Articles of the corpus that only the graph still has."""
    if not gone:
        say(f"every article of {corpus} in the graph is in its folder")
        return
    say(f"in the graph, but no longer in the folder of {corpus}:", style="bold")
    for article in gone:
        say(f"  {article} (`claimgraph forget {article}` takes it out)")
