"""Every report on the seeds is what the stored one says, in Markdown and JSON."""

import json
from dataclasses import replace
from typing import cast

import pytest

from claimgraph import modules, reports
from claimgraph.reports.document import Report
from claimgraph.reports.forms.schema import report_schema, written
from report_cases import FORMS, ROOT, Case, made, read_cases, reporter, seeds

CASES = read_cases()
Object = dict[str, object]
AGAIN = "run `.venv/bin/python tests/report_cases.py` and read the difference"
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
        assert passage.before + passage.quote + passage.after in text


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
    again = "run `python -m claimgraph.reports.forms.schema > .../report.schema.json`"
    assert SCHEMA.read_text("utf-8") == written(), again


@pytest.mark.parametrize("case", CASES, ids=str)
def test_json_fits_its_schema(case: Case) -> None:
    schema = cast("Object", json.loads(json.dumps(report_schema())))
    held = cast("Object", json.loads(FORMS[".json"](made(case))))
    known = cast("dict[str, Object]", schema["$defs"])
    assert misfits(held, schema, known) == []
    cast("list[object]", held["claims"]).append({"id": 3})
    held["more"] = None
    found = misfits(held, schema, known)
    assert any("more" in one for one in found) and any("id" in one for one in found)


def misfits(value: object, schema: Object, known: dict[str, Object]) -> list[str]:
    """Where a value does not fit, for the words that the schema uses."""
    if "$ref" in schema:
        return misfits(value, known[str(schema["$ref"]).rpartition("/")[2]], known)
    if "anyOf" in schema:
        choices = cast("list[Object]", schema["anyOf"])
        found = [misfits(value, one, known) for one in choices]
        return [] if any(not one for one in found) else found[0]
    if "const" in schema:
        return [] if value == schema["const"] else [f"{value} is not the constant"]
    wanted = str(schema["type"])
    odd = isinstance(value, bool) and wanted != "boolean"
    if odd or not isinstance(value, TYPES[wanted]):
        return [f"{value!r} is no {wanted}"]
    if wanted == "array":
        inner, items = cast("list[object]", value), cast("Object", schema["items"])
        return [text for one in inner for text in misfits(one, items, known)]
    if wanted == "object" and "properties" in schema:
        return misfits_of_object(cast("Object", value), schema, known)
    return []


TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}


def misfits_of_object(
    value: Object, schema: Object, known: dict[str, Object]
) -> list[str]:
    """The same for the keys of an object."""
    properties = cast("dict[str, Object]", schema["properties"])
    required = cast("list[str]", schema["required"])
    found = [f"{key} is missing" for key in required if key not in value]
    for key, inner in value.items():
        if key not in properties:
            found.append(f"{key} is unknown")
        else:
            found += [f"{key}: {one}" for one in misfits(inner, properties[key], known)]
    return found
