"""The claims of a report as data inside the page, for other tools."""

import json
from dataclasses import asdict

from claimgraph.reports.document import Report
from claimgraph.reports.forms.html.markup import Markup, element, printable, verbatim

# what would end the script element, or be an entity, in the text of JSON
KEPT_OUT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def inline_data(report: Report) -> Markup:
    """Name, subjects, corpus hash and all claim lines, with sorted keys."""
    held = {
        "schema_version": report.schema_version,
        "name": report.name,
        "subjects": report.subjects,
        "corpus_sha256": report.head.corpus_sha256,
        "claims": [asdict(line) for line in report.claims],
    }
    text = json.dumps(held, sort_keys=True, separators=(",", ":"))
    for letter, spelt in KEPT_OUT.items():
        text = text.replace(letter, spelt)
    return element(
        "script", verbatim(printable(text)), type="application/json", id="data"
    )
