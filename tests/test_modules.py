"""Names and modules of packages."""

import pytest

from claimgraph import loaders, modules
from claimgraph.errors import ClaimgraphError
from claimgraph.loaders import find_loader, loader_names


def test_loaders_are_found_by_their_names() -> None:
    lists = ["incidents", "misp_galaxy", "ofac", "un"]
    assert loader_names() == sorted(
        ["attack_stix", "claims_jsonl", "corpus", "rdf", *lists]
    )
    assert modules.find(loaders, "corpus").__name__ == "claimgraph.loaders.corpus"


@pytest.mark.parametrize("name", ["", "Corpus", "../corpus", "os", "corpus.read"])
def test_unknown_loader_is_refused_with_those_that_there_are(name: str) -> None:
    with pytest.raises(ClaimgraphError, match="claims_jsonl, corpus"):
        find_loader(name)
