"""`claimgraph new claim`: one question after the other, then the claim."""

from pathlib import Path

import click

from claimgraph.api.claim_drafts import article_stems, open_claim, write_claim
from claimgraph.cli.terminal.answers import ask, ask_yes, say_found, say_wrong
from claimgraph.cli.terminal.failures import nothing_written
from claimgraph.cli.terminal.folders import corpus_option
from claimgraph.cli.terminal.interview import ask_claim
from claimgraph.console import STDOUT
from claimgraph.safe_text import shell_word

WRITE = "y writes the lines above at the end of the claims file, n writes nothing"


@click.command("claim")
@corpus_option
@click.option("--yes", "sure", is_flag=True, help="Do not ask before writing.")
@click.argument("stem", required=False)
def command(folder: Path, sure: bool, stem: str | None) -> None:
    """Ask what one claim of the article STEM says, and write it.

    The quote comes first; then what kind of claim it is, of whom, and who says it. Each
    answer is checked at once, and asked again where it cannot be; an empty one takes
    what stands in brackets, ? explains, < goes back to the question before. Whoever
    has no entry yet gets one. Ctrl-C at any time leaves all as it was. In a pipe each
    line is an answer.

    Example: claimgraph new claim 000 --corpus seeds
    """
    with nothing_written():
        draft = ask_claim(open_claim(folder, stem or asked_article(folder)))
        STDOUT.say(f"\n{draft.shown()}\n")
        if not sure and not ask_yes("write it?", WRITE, True):
            click.echo("nothing was written")
            return
    path, line = write_claim(draft)
    click.echo(
        f"{path}:{line}: wrote it; next: claimgraph check {shell_word(str(folder))}"
    )


def asked_article(folder: Path) -> str:
    """The stem of the article: the only one, or the one that is asked for."""
    known = article_stems(folder)
    if len(known) == 1:
        say_found(known[0])
        return known[0]
    while True:
        explained = f"the article whose claim it is; there are: {', '.join(known)}"
        typed = ask("article (the first letters of its stem do)", explained)
        found = [one for one in known if typed and one.startswith(typed)]
        if typed in known or len(found) == 1:
            return typed if typed in known else found[0]
        say_wrong(f"there are: {', '.join(found or known)}")
