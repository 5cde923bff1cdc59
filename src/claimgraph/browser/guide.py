"""The guide: a page that Neo4j Browser plays, a slide for each step."""

from collections.abc import Iterable, Sequence
from html import escape

from claimgraph.browser.looks import legend
from claimgraph.browser.statements import parameter_line, statement
from claimgraph.browser.steps import STEPS, GuideStep
from claimgraph.library import Question
from claimgraph.schema.types import Schema

TITLE = "claimgraph: who says what of whom"
CONNECT_OFF = ":config {autoComplete: false, maxNeighbours: 30}"


def guide(schema: Schema, found: Sequence[Question], address: str) -> str:
    """The page as HTML that Browser takes; `address` is where the style stands."""
    known = {one.name: one for one in found}
    slides = [first_slide(schema, address)]
    slides += [
        step_slide(number, step, known[step.question])
        for number, step in enumerate(STEPS, 1)
    ]
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"/>\n'
        f"<title>{escape(TITLE)}</title></head><body>\n"
        '<article class="guide">\n<carousel class="deck container-fluid">\n'
        f"{''.join(slides)}</carousel>\n</article>\n</body></html>\n"
    )


def first_slide(schema: Schema, address: str) -> str:
    """How to begin: the style, and why Browser must not connect nodes by itself."""
    rows = "".join(
        f'<tr><td style="color: {look.colour}; font-weight: bold">&#9644;&#9644;</td>'
        f"<td>{escape(look.means)}</td></tr>\n"
        for look in legend()
    )
    return slide(
        TITLE,
        paragraph(
            f"{len(STEPS)} steps through the seeds: five articles about attacks in "
            "Afghanistan and who is said to be behind them. A click on a grey box "
            "puts it into the editor: run it there. Each step has two: what is "
            "asked about, and the question. First run these two."
        ),
        runnable(f":style {address}/style.grass"),
        runnable(CONNECT_OFF),
        paragraph(
            "The first one colours the graph. The second one switches off “connect "
            "result nodes”: otherwise Browser adds every edge between the nodes that "
            "it shows, also those that a question has left out, and a picture of "
            "what is left without a source has that source in it again. And a "
            "double-click on a node then adds thirty edges at most. (Both are also "
            "under Browser Settings.)"
        ),
        f"<table>\n{rows}</table>\n",
        paragraph(f"Version of the schema: {schema.version}."),
    )


def step_slide(number: int, step: GuideStep, question: Question) -> str:
    """One step: what is asked, the statement, what to notice."""
    return slide(
        f"{number}. {step.title}",
        paragraph(step.words),
        runnable(parameter_line(question, step.arguments)),
        runnable(statement(question, {})),
        "<ul>\n"
        + "".join(f"<li>{escape(one)}</li>\n" for one in step.notice)
        + "</ul>\n",
        paragraph(
            f"This is {question.name}; as a table: claimgraph ask {question.draws}"
        ),
    )


def slide(title: str, *parts: str) -> str:
    """One page of the guide."""
    return (
        '<slide class="row-fluid"><div class="col-sm-12">\n'
        f"<h3>{escape(title)}</h3>\n{joined_parts(parts)}</div></slide>\n"
    )


def joined_parts(parts: Iterable[str]) -> str:
    """The parts one after the other."""
    return "".join(parts)


def paragraph(text: str) -> str:
    """A paragraph of plain words."""
    return f"<p>{escape(text)}</p>\n"


def runnable(text: str) -> str:
    """What a click puts into the editor."""
    return f'<pre mode="cypher" class="highlight runnable">{escape(text)}</pre>\n'
