"""The lists of relation types in questions that mean all types of a kind."""

import re
from collections.abc import Mapping
from pathlib import Path

from claimgraph.schema.types import Schema

# those that step from entity to entity; others may name the types that they ask about
STEPPING = (
    "queries/graphs/paths.cypher",
    "queries/network/neighbours.cypher",
    "queries/network/paths.cypher",
)
WALKED = re.compile(r"(?<=[\[r]:)[A-Z_|\s]+(?=\]-)")
# types that read both ways: their ends are sorted
BOTH_WAYS = re.compile(r"(?<=[cr]\.relation IN \[)[A-Z_', ]*(?=\] AND b\.id < a\.id)")
WIDTH = 88


def filled_questions(root: Path, schema: Schema) -> Mapping[str, str]:
    """By path from the root the questions that have such lists, filled anew."""
    found: dict[str, str] = {}
    for path in sorted(root.glob("queries/*/*.cypher")):
        name, text = path.relative_to(root).as_posix(), path.read_text("utf-8")
        stepping, both_ways = name in STEPPING, BOTH_WAYS.search(text)
        if both_ways:
            both = [one.name for one in schema.relations.values() if one.symmetric]
            text = BOTH_WAYS.sub(quoted_names(both), text)
        if stepping:
            text = filled_steps(text, schema)
        if stepping or both_ways:
            found[name] = text
    return found


def quoted_names(names: list[str]) -> str:
    """The names as the items of a list."""
    return ", ".join(f"'{name}'" for name in sorted(names))


def tie_names(schema: Schema) -> list[str]:
    """The types that tie two entities, which those that lead to places do not.

    That two are the same leads nowhere: it ties, whatever it is said of. A ban ties
    nobody to whom else the same authority bans.
    """
    return sorted(
        one.name
        for one in schema.relations.values()
        if one.target
        and (one.same_type or "Place" not in one.target)
        and not (one.ftm is not None and one.ftm.schema == "Sanction")
    )


def filled_steps(text: str, schema: Schema) -> str:
    """The text of a stepping question with the lists that the schema makes now."""
    ties = tie_names(schema)

    def walked_types(found: re.Match[str]) -> str:
        before = found.start() - text.rindex("\n", 0, found.start()) - 1
        lines = [ties[0]]
        for name in ties[1:]:
            used = len(lines[-1]) + (before if len(lines) == 1 else 0)
            if used + len(name) + 1 > WIDTH:
                lines.append("    ")
            lines[-1] += f"|{name}"
        return "\n".join(lines)

    return WALKED.sub(walked_types, text)
