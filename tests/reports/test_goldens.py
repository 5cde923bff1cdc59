"""Every report on the seeds is what the stored one says, in Markdown and JSON."""

import json
from dataclasses import replace
from typing import cast

import pytest
from jsonschema import Draft202012Validator

from claimgraph import modules, reports
from claimgraph.reports.document import Report, Section
from claimgraph.reports.forms.json import report_schema
from report_cases import AGAIN, FORMS, ROOT, Case, made, read_cases, reporter, seeds

CASES = read_cases()
SCHEMA = ROOT / "src" / "claimgraph" / "reports" / "forms" / "report.schema.json"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_report_is_the_stored_one(case: Case) -> None:
    report = made(case)
    for ending, form in FORMS.items():
        assert form(report) == case.form(ending).read_text("utf-8"), AGAIN


@pytest.mark.parametrize("name", modules.names(reports))
def test_every_report_has_a_case_and_says_what_it_asks_for(name: str) -> None:
    assert name in {case.report for case in CASES}
    module = reporter(name)
    assert f"claimgraph report {name}" in module.EXAMPLE
    assert (modules.find(reports, name).__doc__ or "").strip()
    asked = {one.name for one in module.ARGUMENTS}
    asked |= {one.name for one in module.OPTIONS}
    for case in CASES:
        assert case.report != name or set(case.asked) <= asked


@pytest.mark.parametrize("case", CASES, ids=str)
def test_order_of_the_claims_changes_nothing(case: Case) -> None:
    claim_set, around = seeds()
    backwards = replace(claim_set, claims=tuple(reversed(claim_set.claims)))
    module = reporter(case.report)
    assert module.report(backwards, around, case.filters, **case.asked) == made(case)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_number_opens_to_its_claims(case: Case) -> None:
    report = made(case)
    assert [line.number for line in report.claims] == list(
        range(1, len(report.claims) + 1)
    )
    numbered = {line.id for line in report.claims}
    assert named_in(report) <= numbered
    assert {one.claim for one in report.passages} == numbered
    assert sum(len(one.claims) for one in report.sources) == len(numbered)
    texts = seeds()[0].articles
    for line, passage in zip(report.claims, report.passages, strict=True):
        text = texts[line.article].text
        assert text is not None and text[line.start : line.end] == line.quote
        around = passage.before.lstrip("…"), passage.quote, passage.after.rstrip("…")
        assert "".join(around) in text


def named_in(report: Report) -> set[str]:
    """The claims that the parts of a report name."""
    found = {one for sentence in report.summary for one in sentence.claims}
    for section in report.sections:
        found |= set(section.claims)
        found |= {one for part in section.sentences for one in part.claims}
        found |= {
            one for table in section.tables for row in table.rows for one in row.claims
        }
    return found


def test_schema_of_the_json_is_current() -> None:
    again = "run `python -m claimgraph.reports.forms.json > .../report.schema.json`"
    assert SCHEMA.read_text("utf-8") == json.dumps(report_schema(), indent=1) + "\n", (
        again
    )


@pytest.mark.parametrize("case", CASES, ids=str)
def test_json_fits_its_schema(case: Case) -> None:
    schema = Draft202012Validator(report_schema())
    held = cast("dict[str, object]", json.loads(FORMS[".json"](made(case))))
    assert [one.message for one in schema.iter_errors(held)] == []
    cast("list[object]", held["claims"]).append({"id": 3})
    held["more"] = None
    places = {one.json_path for one in schema.iter_errors(held)}
    assert {"$", f"$.claims[{len(made(case).claims)}].id"} <= places


def test_set_has_no_order_and_so_no_place_in_a_report() -> None:
    report = made(CASES[0])
    section = Section("odd", "Odd", data={"ids": {"group/a", "group/b"}})
    with pytest.raises(TypeError):
        FORMS[".json"](replace(report, sections=(section,)))
