"""What `check` found, as JSON for programs and as SARIF for editors and CI."""

import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import PurePath
from urllib.parse import quote

from claimgraph.errors import Problem
from claimgraph.safe_text import visible_json

SARIF = "2.1.0"
RULE = "claimgraph-check"


def findings_json(problems: Sequence[Problem], warnings: Sequence[Problem]) -> str:
    """A list of objects with `file`, `line` (or null), `key`, `reason` and `level`."""
    rows = [
        {
            "file": one.file,
            "line": one.line,
            "key": one.key,
            "reason": one.reason,
            "level": level,
        }
        for level, one in with_levels(problems, warnings)
    ]
    return visible_json(json.dumps(rows, ensure_ascii=False, indent=2))


def with_levels(
    problems: Sequence[Problem], warnings: Sequence[Problem]
) -> list[tuple[str, Problem]]:
    """All of them, each with its level as SARIF calls it, problems first."""
    return [("error", one) for one in problems] + [("warning", one) for one in warnings]


def findings_sarif(problems: Sequence[Problem], warnings: Sequence[Problem]) -> str:
    """A log of SARIF 2.1.0 with one run, a result for each problem and warning."""
    driver = {
        "name": "claimgraph",
        "version": version("claimgraph"),
        "rules": [
            {
                "id": RULE,
                "shortDescription": {"text": "A corpus must pass the gate."},
            }
        ],
    }
    results = [result_of(one, level) for level, one in with_levels(problems, warnings)]
    run = {"tool": {"driver": driver}, "results": results}
    log = {
        "version": SARIF,
        "runs": [run],
    }
    return visible_json(json.dumps(log, ensure_ascii=False, indent=2))


def result_of(problem: Problem, level: str) -> dict[str, object]:
    """One problem as SARIF has it; a file without a line is named as a whole."""
    place: dict[str, object] = {
        "artifactLocation": {"uri": quote(PurePath(problem.file).as_posix())}
    }
    if problem.line is not None:
        place["region"] = {"startLine": problem.line}
    text = f"{problem.key}: {problem.reason}" if problem.key else problem.reason
    return {
        "ruleId": RULE,
        "level": level,
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    }
