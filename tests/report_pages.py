"""Reports on the seeds with their drawings."""

from dataclasses import replace

from claimgraph.reports.document import Report
from claimgraph.reports.document.pictures import draw
from report_cases import seeds


def drawn(report: Report) -> Report:
    """A report on the seeds with what can be drawn of its claims."""
    material, around = seeds()
    ids = {line.id for line in report.claims}
    claims = [claim for claim in material.claims if claim.id in ids]
    return replace(report, pictures=draw(claims, around, report.subjects))
