"""`claimgraph judge`: are these two ids one?"""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from claimgraph.analysis.candidates import LEAST, Candidate
from claimgraph.api.judging import Workbench
from claimgraph.api.judging import judge as open_workbench
from claimgraph.cli.terminal.effects import (
    print_candidates,
    show_candidate,
    show_effect,
)
from claimgraph.cli.terminal.failures import say_aside
from claimgraph.cli.terminal.formats import all_option, format_option
from claimgraph.cli.terminal.tables import say
from claimgraph.errors import ClaimgraphError, CorpusError, number_of
from claimgraph.model import VERDICTS, Judgement, Verdict
from claimgraph.safe_text import on_one_line

ANSWERS: Mapping[str, Verdict] = {"y": "same", "n": "different", "u": "unsure"}
PATIENCE = 5
ASK_YES = (
    "nothing was written: nobody can be asked in a pipe; --yes writes it, --dry-run "
    "only shows what changes"
)
LATER = "the graph follows at the next `claimgraph load`"


@dataclass(frozen=True, slots=True)
class Way:
    """How a person wants it: who judges, and what to ask and to show."""

    who: str | None
    dry: bool
    sure: bool
    everything: bool


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--list", "listing", is_flag=True, help="List the candidates only.")
@click.option(
    "--least",
    type=click.FloatRange(50, 100),
    default=LEAST,
    show_default=True,
    help="How alike the names of a candidate are at least.",
)
@click.option("--left", metavar="ID|NAME", help="One of the two to judge.")
@click.option("--right", metavar="ID|NAME", help="The other one.")
@click.option(
    "--verdict",
    type=click.Choice(VERDICTS, case_sensitive=False),
    help="What they are.",
)
@click.option("--why", metavar="TEXT", help="The reason, for those who come after.")
@click.option(
    "--who", metavar="NAME", help="Who judges; else the user.name of git is taken."
)
@click.option(
    "--undo",
    is_flag=True,
    help="Take back the last judgement, or the last one on --left and --right.",
)
@click.option("--dry-run", "dry", is_flag=True, help="Show what changes, no more.")
@click.option("--yes", "sure", is_flag=True, help="Do not ask before writing.")
@format_option
@all_option
def command(
    folder: Path,
    listing: bool,
    least: float,
    left: str | None,
    right: str | None,
    verdict: Verdict | None,
    why: str | None,
    who: str | None,
    undo: bool,
    dry: bool,
    sure: bool,
    form: str,
    everything: bool,
) -> None:
    """Judge whether two ids are one, in the corpus at DIR.

    On a terminal, the pairs with names alike are asked one by one; in a pipe, or with
    --list, they are listed. Nothing is ever joined by itself: a judgement is a line
    of judgements.jsonl, its effect is shown first, and --undo takes it back. In a pipe
    nothing is written without --yes.

    Example: claimgraph judge seeds --left group/a --right "Band A" --verdict same
    --why "one charter, one leader"
    """
    way = Way(who, dry, sure, everything)
    check_usage(left, right, verdict, why, undo, listing)
    bench = open_workbench(folder)
    if undo:
        take_back(bench, left, right, way)
    elif verdict is not None and left is not None and right is not None:
        ids = bench.find(left, "--left"), bench.find(right, "--right")
        who = judge_name(bench, way.who)
        decide(bench, bench.judgement(*ids, verdict, who=who, why=why or ""), way)
    elif listing or not on_terminal():
        print_candidates(bench, bench.candidates(least), form, everything)
    else:
        ask_all(bench, least, way)


def check_usage(
    left: str | None,
    right: str | None,
    verdict: Verdict | None,
    why: str | None,
    undo: bool,
    listing: bool,
) -> None:
    """UsageError for options that do not go together."""
    missing = (left is None) + (right is None)
    if missing == 1 or (verdict is None and missing == 0 and not undo):
        raise click.UsageError("--left, --right and --verdict go together")
    if undo and (verdict is not None or listing):
        raise click.UsageError("--undo goes with --left and --right, or alone")
    if verdict is not None and (missing or not (why or "").strip()):
        raise click.UsageError("--verdict needs --left, --right and --why")


def decide(bench: Workbench, judgement: Judgement, way: Way) -> Workbench:
    """Shows what a judgement changes, then writes it; the corpus as it is then."""
    show_effect(judgement, bench.effect(judgement), False, way.everything)
    if not is_agreed("write it?", way):
        return bench
    bench = bench.decide(judgement)
    said = on_one_line(f"{judgement.verdict}: {judgement.left}, {judgement.right}")
    say(f"wrote {said}; {LATER}")
    return bench


def take_back(bench: Workbench, left: str | None, right: str | None, way: Way) -> None:
    """Shows what taking a judgement back changes, then takes its line out."""
    if left is not None and right is not None:
        left, right = bench.find(left, "--left"), bench.find(right, "--right")
    judgement = bench.last(left, right)
    say(
        f"{judgement.verdict}: {judgement.left}, {judgement.right}, by "
        f"{judgement.who} on {judgement.when}: {on_one_line(judgement.why)}"
    )
    show_effect(judgement, bench.effect(judgement), True, way.everything)
    if is_agreed("take it back?", way):
        bench.take_back(judgement)
        say(f"took it back; {LATER}")


def is_agreed(question: str, way: Way) -> bool:
    """Whether to go on: a person at a terminal is asked, unless sure.

    CorpusError where nobody can be asked.
    """
    if way.dry or way.sure:
        return way.sure and not way.dry
    if not on_terminal():
        raise CorpusError(ASK_YES, key="--yes")
    return click.confirm(question)


def on_terminal() -> bool:
    """Whether a person can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def judge_name(bench: Workbench, given: str | None) -> str:
    """Who judges: as given, else git's user.name, else asked for on a terminal."""
    name = given if given is not None else git_name(bench.folder)
    if not name.strip() and on_terminal():
        name = click.prompt("who judges")
    if not name.strip():
        raise CorpusError("who judges? give --who NAME", key="--who")
    return name.strip()


def git_name(folder: Path) -> str:
    """The user.name of git in a folder; empty where there is none."""
    words = ("git", "-C", str(folder), "config", "user.name")
    try:
        done = subprocess.run(words, capture_output=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace").strip()


def ask_all(bench: Workbench, least: float, way: Way) -> None:
    """Asks about each candidate that may be one, until the person has enough."""
    found = bench.candidates(least)
    open_ones = [one for one in found if one.forbidden is None]
    closed = len(found) - len(open_ones)
    say(f"{number_of(len(open_ones), 'pair')} to judge, {closed} more may not be one")
    if not open_ones:
        return
    way = Way(judge_name(bench, way.who), way.dry, way.sure, way.everything)
    for number, one in enumerate(open_ones, 1):
        say("")
        say(f"[{number} of {len(open_ones)}]", "dim")
        show_candidate(bench, one)
        words = "are they one? y(es), n(o), u(nsure), s(kip), q(uit)"
        kinds = click.Choice((*ANSWERS, "s", "q"), case_sensitive=False)
        answer = click.prompt(words, type=kinds, show_choices=False)
        if answer == "q":
            return
        if answer != "s":
            bench = decide_on(bench, one, ANSWERS[answer], way)


def decide_on(
    bench: Workbench, one: Candidate, verdict: Verdict, way: Way
) -> Workbench:
    """Asks why, shows what changes and writes; what may not be written is told."""
    why = click.prompt("why")
    who = way.who or ""
    try:
        judgement = bench.judgement(one.left, one.right, verdict, who=who, why=why)
        return decide(bench, judgement, way)
    except ClaimgraphError as error:
        # an earlier answer of this session may forbid this one
        say_aside(str(error))
        return bench
