"""`claimgraph demo`: the seed articles, loaded and asked."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from importlib.resources import as_file

import click

from claimgraph.api.asking import ask
from claimgraph.api.sources import load
from claimgraph.api.stores import status
from claimgraph.cli.terminal.demo_cache import cached_graph
from claimgraph.cli.terminal.loading import Bar
from claimgraph.cli.terminal.tables import say
from claimgraph.cli.terminal.target import open_target
from claimgraph.errors import number_of
from claimgraph.resources import packaged_path
from claimgraph.safe_text import on_one_line
from claimgraph.store.base import Store

ATTACK = "attack/2020-03-25-kabul-gurdwara"
LINKED = ("group/haqqani-network", "group/islamic-state-khorasan")
TIE = "ALLEGED_LINK"
Line = Mapping[str, object]


@click.command()
@click.option(
    "--store",
    "target",
    metavar="DIR|ADDRESS",
    help="Load the seeds into this graph; without it, into one of the demo's own.",
)
def command(target: str | None) -> None:
    """Load the seed articles into a fresh graph and show what it answers.

    Example: claimgraph demo
    """
    kept = cached_graph(load_seeds) if target is None else filled_store(target)
    with kept as store:
        held = status(store)
        articles = number_of(len(held.articles), "article")
        loaded = f"{articles}, {number_of(held.claim_count, 'claim')}"
        say(f"{loaded}: nothing here is a finding, everything is somebody's claim.")
        show_attack(store)
        show_link(store)
    show_further(target)


@contextmanager
def filled_store(target: str) -> Generator[Store]:
    """The graph at a target, with the seeds in it."""
    with open_target(target, create=True) as store:
        load_seeds(store)
        yield store


def load_seeds(store: Store) -> None:
    """Load the seeds that ship with the package."""
    with as_file(packaged_path("seeds")) as seeds, Bar(None) as bar:
        load(store, seeds, progress=bar.advance)


def show_attack(store: Store) -> None:
    """Who blames whom for one attack, and who took responsibility for it."""
    claimed = ask(store, "attacks/claims-of-responsibility", attack=ATTACK)
    blamed = ask(store, "attacks/attributions", attack=ATTACK)
    heading(
        "Who took responsibility for the attack on the Kabul gurdwara, 25 March 2020?"
    )
    for line in claimed:
        show_line(line, f"{line['group']} claims it")
    heading("And whom do others blame?")
    for line in blamed:
        show_line(line, f"{verb(line)} {line['culprit'] or 'nobody by name'}")


def show_link(store: Store) -> None:
    """Who denies that the two groups work together."""
    one, other = LINKED
    pair = ask(store, "groups/pair", a=one, b=other)
    found = [line for line in pair if line["relation"] == TIE]
    counts = ask(store, "claims/by-origin", relation=TIE)
    origins = {
        line["polarity"]: number_of(int(str(line["origins"])), "origin")
        for line in counts
        if {line["left_id"], line["right_id"]} == {one, other}
    }
    heading("Do the Haqqani Network and Islamic State-Khorasan work together?")
    say(f"{origins['affirmed']} say so, {origins['denied']} deny it. The denials:")
    for line in found:
        if line["polarity"] == "denied":
            show_line(line, f"{line['origin']} denies it")


def heading(text: str) -> None:
    """A question above its answers."""
    say(f"\n{text}", style="bold")


def verb(line: Line) -> str:
    """What the origin does, in a word."""
    words = {"affirmed": "blames", "denied": "does not blame", "withheld": "withholds"}
    return f"{line['origin']} {words[str(line['polarity'])]}"


def show_line(line: Line, headline: str) -> None:
    """One claim: what is said, on whose word, in which words."""
    say(f"* {on_one_line(headline)}")
    parts = (line["chain"], said_days(line), f"claim {str(line['claim'])[:8]}")
    details = "; ".join(on_one_line(str(part)) for part in parts if part)
    say(f"  {details}", style="dim")
    say(f'  "{on_one_line(str(line["quote"]))}"')


def said_days(line: Line) -> str:
    """When it was said, as far as that is known."""
    first, last = line["said_from"], line["said_to"]
    if first is None:
        return f"said by {last}" if last else ""
    if last is None:
        return f"said {first} or later"
    return f"said {first}" if first == last else f"said {first} to {last}"


def show_further(target: str | None) -> None:
    """Where to go next, with commands that work as they stand."""
    heading("Next")
    first = (
        "" if target else "  claimgraph demo --store ./graph     # keeps this graph\n"
    )
    say(
        f"{first}"
        "  claimgraph ask                       # all questions, by topic\n"
        '  claimgraph ask groups/pair a="Haqqani Network" b=ISIS-K\n'
        "  claimgraph ask claims/withheld       # pointed silence\n"
        '  claimgraph search "Sikh temple"\n'
        "  claimgraph show CLAIM                # a claim in its paragraph\n"
        "  claimgraph init mycorpus             # your own articles"
    )
