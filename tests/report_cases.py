"""Reports on the seeds: the cases of tests/cases/reports and what they must give.

A case is a file <report>/<case>.yaml with `subjects`, `options` and `filters`; beside
it stand the report in Markdown, short and whole, in JSON, and of some as a page. After
a change that is meant, run `.venv/bin/python tests/report_cases.py [report ...]` and
read what git shows.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import cast

from claimgraph import modules, reports
from claimgraph.analysis.claim_set import ClaimSet, gather
from claimgraph.analysis.context import Context, context_of
from claimgraph.analysis.selection import Filters
from claimgraph.loaders import find_loader
from claimgraph.reports.document import Report, Section
from claimgraph.reports.document.asking import Reporter
from claimgraph.reports.forms.html import html, packaged_text
from claimgraph.reports.forms.json import json
from claimgraph.reports.forms.markdown import markdown
from claimgraph.schema import load_schema
from claimgraph.yaml_file import read_yaml

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tests" / "cases" / "reports"
FORMS: dict[str, Callable[[Report], str]] = {
    ".md": partial(markdown, full=True),
    ".brief.md": markdown,
    ".json": json,
}
AGAIN = "run `.venv/bin/python tests/report_cases.py` and read the difference"
KEYS = {"subjects", "options", "filters", "why"}
# one day for all claims, so that reports on what was loaded when have something to say
LOADED = "2026-11-01T00:00:00Z"
CLOCKS = ("valid", "said", "loaded")
Given = dict[str, str | bool | None]


@dataclass(frozen=True, eq=False)
class Case:
    """One report to make from the seeds."""

    report: str
    path: Path
    asked: Given
    filters: Filters

    def __str__(self) -> str:
        return f"{self.report}/{self.path.stem}"

    def form(self, ending: str) -> Path:
        """Where the report stands in one form."""
        return self.path.with_suffix(ending)


@cache
def read_cases() -> tuple[Case, ...]:
    """The cases of all reports, in the order of their names."""
    return tuple(read_case(path) for path in sorted(FOLDER.glob("*/*.yaml")))


def read_case(path: Path) -> Case:
    """One case; keys that are not known fail."""
    held = cast("dict[str, Given]", read_yaml(path).plain)
    assert set(held) <= KEYS, f"{path}: {sorted(set(held) - KEYS)}"
    options = {key: plain(value) for key, value in held.get("options", {}).items()}
    filters = {key: plain(value) for key, value in held.get("filters", {}).items()}
    asked = held.get("subjects", {}) | options
    assert set(filters) <= set(Filters.__slots__), path
    days = {key: cast("str | None", filters.get(key)) for key in CLOCKS}
    chosen = Filters(
        valid=days["valid"],
        said=days["said"],
        loaded=days["loaded"],
        mode="certain" if filters.get("mode") == "certain" else "possible",
        accepted_only=filters.get("accepted_only") is True,
        min_modality=cast("str | None", filters.get("min_modality")),
    )
    return Case(path.parent.name, path, asked, chosen)


def plain(value: str | int | bool | None) -> str | bool | None:
    """A bare year of YAML as text."""
    return value if isinstance(value, str | bool) or value is None else str(value)


@cache
def seeds() -> tuple[ClaimSet, Context]:
    """The seeds as they come out of a graph, all loaded on one day."""
    claim_set = gather(find_loader("corpus").read(ROOT / "seeds"))
    claims = tuple(replace(claim, loaded=LOADED) for claim in claim_set.claims)
    claim_set = replace(claim_set, claims=claims)
    return claim_set, around(claim_set)


def around(claim_set: ClaimSet) -> Context:
    """The context of a claim_set."""
    return context_of(claim_set, load_schema())


def section(report: Report, key: str) -> Section:
    """The section of that key."""
    return next(one for one in report.sections if one.key == key)


def reporter(name: str) -> Reporter:
    """The module of a report."""
    return cast("Reporter", modules.find(reports, name))


@cache
def made(case: Case) -> Report:
    """The report of a case, made once."""
    claim_set, context = seeds()
    return reporter(case.report).report(claim_set, context, case.filters, **case.asked)


def pages() -> list[Case]:
    """The cases whose page is stored: with cards, tables, drawings, and without."""
    return [case for case in read_cases() if case.form(".html").is_file()]


def own_page(case: Case) -> str:
    """The page of a case without style and script, which each page holds once."""
    page = html(made(case))
    for name in ("style.css", "script.js"):
        shared = packaged_text(name)
        assert page.count(shared) == 1, name
        page = page.replace(shared, "")
    return page


def write(names: list[str]) -> None:
    """Writes what the reports of those names, or all, give now."""
    for case in read_cases():
        if not names or case.report in names:
            report = made(case)
            for ending, form in FORMS.items():
                case.form(ending).write_text(form(report), encoding="utf-8")
            if case in pages():
                case.form(".html").write_text(own_page(case), encoding="utf-8")


if __name__ == "__main__":
    write(sys.argv[1:])
