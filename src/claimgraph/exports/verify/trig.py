"""What stands in a file of TriG."""

from functools import partial

from claimgraph.exports.verify.shared.rdf import findings_in

findings = partial(findings_in, ".trig")
