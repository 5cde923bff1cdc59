"""The loader of RDF: each ending that it declares is read; tests/rdf has the rest."""

from pathlib import Path

import pytest

from claimgraph.errors import LoaderError
from claimgraph.exports import ExportOptions, find_format
from claimgraph.exports.selection import selected_batches
from claimgraph.loaders import find_loader, loader_for
from export_cases import sample

OPTIONS = ExportOptions()
FORMATS = {".trig": "trig", ".nq": "nquads", ".ttl": "turtle", ".jsonld": "jsonld"}
# N-Triples are the triples of Turtle, each on a line
FORMATS[".nt"] = "nquads"


@pytest.mark.parametrize("ending", find_loader("rdf").ENDINGS)
def test_a_file_of_each_ending_gives_the_claims(tmp_path: Path, ending: str) -> None:
    batches = list(selected_batches(sample(), OPTIONS))
    path = tmp_path / f"sample{ending}"
    find_format(FORMATS[ending]).write(batches, path, OPTIONS)
    assert loader_for(path) == "rdf"
    if ending == ".nt":
        # no graphs there: the fourth term goes
        lines = path.read_text("utf-8").splitlines()
        path.write_text("".join(without_graph(line) for line in lines), "utf-8")
    found = {claim.id for one in find_loader("rdf").read(path) for claim in one.claims}
    assert found == {claim.id for one in batches for claim in one.claims}


def without_graph(line: str) -> str:
    """A line of N-Quads as one of N-Triples."""
    body = line.removesuffix(" .")
    if body.endswith(">") and body.count("> <") + body.count('" <') > 1:
        body = body.rpartition(" <")[0]
    return f"{body} .\n"


def test_a_file_that_is_no_rdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.trig"
    path.write_text("no rdf", "utf-8")
    with pytest.raises(LoaderError) as caught:
        list(find_loader("rdf").read(path))
    assert caught.value.file == str(path)
