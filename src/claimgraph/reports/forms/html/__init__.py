"""One page that opens from a memory stick: style, drawings and data inside it."""

from claimgraph.reports.document import Report
from claimgraph.reports.forms.html.page import page


def html(report: Report) -> str:
    """The report as HTML without any outside address; read without a script too."""
    return page(report)
