"""A question as a person types it: its parameters, and its statement."""

import json
import re
from collections.abc import Mapping

from claimgraph.library import Question

PARAMETER = re.compile(r"\$(\w+)")


def statement(question: Question, arguments: Mapping[str, object]) -> str:
    """The text without its header, with these arguments in place of parameters."""
    lines = question.text.splitlines()
    body = "\n".join(line for line in lines if not line.startswith("//"))

    def filled(found: re.Match[str]) -> str:
        name = found[1]
        return literal(arguments[name]) if name in arguments else found[0]

    return PARAMETER.sub(filled, body).strip()


def parameter_line(question: Question, given: Mapping[str, object]) -> str:
    """What sets all parameters in Browser: the examples, but for what is given."""
    held = {one.name: one.example for one in question.parameters} | dict(given)
    pairs = ", ".join(f"{name}: {literal(value)}" for name, value in held.items())
    return f":param {{{pairs}}}"


def literal(value: object) -> str:
    """A value as Cypher writes it.

    >>> [literal(value) for value in (None, True, 3, 'a "b"')]
    ['null', 'true', '3', '"a \\\\"b\\\\""']
    """
    return json.dumps(value, ensure_ascii=False)
