"""The lists of relation types in the questions that step from entity to entity."""

import re

from claimgraph.schema.types import Schema

QUESTIONS = ("queries/network/neighbours.cypher", "queries/network/paths.cypher")
WALKED = re.compile(r"(?<=\[r:)[A-Z_|\s]+(?=\]-)")
LEFT_OUT = re.compile(r"(?<=NOT r\.relation IN \[)[A-Z_', ]*(?=\])")
WIDTH = 88


def tie_names(schema: Schema) -> tuple[list[str], list[str]]:
    """The types that tie two entities, and those that do not since they lead to places.

    That two are the same leads nowhere: it ties, whatever it is said of.
    """
    with_object = [one for one in schema.relations.values() if one.target]
    ties = [
        one.name for one in with_object if one.same_type or "Place" not in one.target
    ]
    return sorted(ties), sorted({one.name for one in with_object} - set(ties))


def filled_steps(text: str, schema: Schema) -> str:
    """The text of such a question with the lists that the schema makes now."""
    ties, others = tie_names(schema)

    def walked_types(found: re.Match[str]) -> str:
        before = found.start() - text.rindex("\n", 0, found.start()) - 1
        lines = [ties[0]]
        for name in ties[1:]:
            used = len(lines[-1]) + (before if len(lines) == 1 else 0)
            if used + len(name) + 1 > WIDTH:
                lines.append("    ")
            lines[-1] += f"|{name}"
        return "\n".join(lines)

    left_out = ", ".join(f"'{name}'" for name in others)
    return LEFT_OUT.sub(left_out, WALKED.sub(walked_types, text))
