"""`claimgraph show`: a claim in its paragraph, its chain spelled out."""

import sys

import click
from rich.text import Text

from claimgraph.api.showing import (
    ShownClaim,
    line_number,
    show,
)
from claimgraph.cli.terminal.tables import console, put, say
from claimgraph.cli.terminal.target import open_target, store_option
from claimgraph.date_words import day_words, period_words
from claimgraph.dates import span
from claimgraph.model import Cell, Claim, Hop, Pointer, TextSpan, XPath
from claimgraph.passages import QUOTED, cut_end, excerpt
from claimgraph.safe_text import on_one_line, shown_title
from claimgraph.store.base import Row
from claimgraph.strength_words import says
from claimgraph.value_words import given_words

FURTHER = ("kind", "role", "valid_words", "confidence", "grade", "note")


@click.command()
@click.argument("claim")
@store_option
def command(claim: str, target: str) -> None:
    """Show a claim in its paragraph, the quote marked, the chain spelled out.

    CLAIM is an id or its beginning, four digits at least.

    Example: claimgraph show ec706bd3
    """
    with open_target(target) as store:
        found = show(store, claim)
    show_head(found)
    show_chain(found)
    show_passage(found)
    show_rest(found)


def show_head(found: ShownClaim) -> None:
    """What is said of whom, and how."""
    claim = found.claim
    parts = [found.names[claim.subject], claim.relation, target_of(claim, found.names)]
    say(" ".join(part for part in parts if part), style="bold")
    how = [claim.polarity, claim.reason, claim.modality, claim.former and "former"]
    words = ", ".join(str(part) for part in how if part)
    say(f"{says(claim)} ({words}); {claim.review}, by {claim.by}")
    say(f"claim {claim.id}")
    if claim.object:
        say(f"{claim.subject} - {claim.object}", style="dim")
    else:
        say(claim.subject, style="dim")
    for one, others in found.same.items():
        named = ", ".join(f"{found.names[other]} ({other})" for other in others)
        say(f"{found.names[one]} is judged one with {named}")


def target_of(claim: Claim, names: dict[str, str]) -> str:
    """The name of the object, or the value; empty where a claim withholds it."""
    if claim.object is not None:
        return names[claim.object]
    return given_words(claim) or ""


def show_chain(found: ShownClaim) -> None:
    """Who says that who says it, a line for each hop."""
    say("\nwho says so, from the outside in")
    last = len(found.claim.chain)
    for index, hop in enumerate(found.claim.chain, 1):
        origin = " (origin)" if index == last else ""
        say(f"  {index}. {hop_words(hop, found.names)}{origin}")


def hop_words(hop: Hop, names: dict[str, str]) -> str:
    """One hop: who, what towards what is inside, when, how, in which words."""
    when = f", said {day_words(hop.said)}" if hop.said else ""
    medium = f" ({hop.medium})" if hop.medium else ""
    words = f': "{on_one_line(hop.cue)}"' if hop.cue else ""
    if hop.implicit:
        words = ": clear from the passage"
    return f"{names[hop.holder]} {hop.stance}{when}{medium}{words}"


def show_passage(found: ShownClaim) -> None:
    """The line with the quote marked; the quote alone where no text is kept."""
    claim, article = found.claim, found.article
    out = console()
    selector = claim.selector
    mark = ("[", "]") if not out.is_terminal else ("", "")
    style = "bold reverse" if sys.stdout.isatty() else ""
    match selector:
        case TextSpan(start, end) as span if article.text is not None:
            line = line_number(article.text, start)
            say(f"\n{article.id}, line {line}, offsets {start} to {end}")
            before, quote, after = excerpt(article.text, span)
            text = Text(flat(before))
            text.append(f"{mark[0]}{flat(quote)}{mark[1]}", style=style)
            text.append(flat(after))
        case Cell(row, column):
            say(f"\n{article.id}, row {row}, column {column}")
            text = Text(shown_quote(claim.quote), style=style)
        case XPath(place) | Pointer(place):
            say(f"\n{article.id}, {place}")
            text = Text(shown_quote(claim.quote), style=style)
        case _:
            say(f"\n{article.id} (its text is not kept, the quote was not checked)")
            text = Text(shown_quote(claim.quote), style=style)
    put(text, 2)


def shown_quote(quote: str) -> str:
    """A quote on one line, as much of it as is shown."""
    return on_one_line(cut_end(quote, QUOTED))


def flat(text: str) -> str:
    """A part of a paragraph without line ends, its outer spaces kept."""
    inner = on_one_line(f"|{text}|")
    return inner[1:-1]


def show_rest(found: ShownClaim) -> None:
    """The article, what else the claim says, and which claims bear on it."""
    claim, article = found.claim, found.article
    day = article.published
    published = f", published {day_words(day)}" if day else ""
    title, address = shown_title(article.title), article.url
    say(f"\n{title}{published}{f', {address}' if address else ''}")
    if claim.place is not None:
        say(f"place: {found.names[claim.place]} ({claim.place})")
    if claim.valid is not None:
        days = span(claim.valid)
        words = period_words(claim.valid, days.earliest, days.latest)
        say(f"valid: {claim.valid} ({words})")
        say(f"valid_earliest: {days.earliest or 'open'}")
        say(f"valid_latest: {days.latest or 'open'}")
    for name in FURTHER:
        value = getattr(claim, name)
        if value is not None:
            say(f"{name.replace('_', ' ')}: {on_one_line(str(value))}")
    for row in found.answers:
        say(f"{row['how']} {answer_line(row)}")
    for row in found.answered:
        say(f"{row['how']} this: {answer_line(row)}")
    if found.alike:
        counts = ", ".join(f"{row['number']} {row['polarity']}" for row in found.alike)
        say(f"other claims of the same: {counts}")


def answer_line(row: Row) -> str:
    """A claim on one line."""
    quote = shown_quote(str(row["quote"]))
    return f'{str(row["id"])[:8]} of {row["origin"]}: "{quote}"'
