"""Errors say where, and offer the nearest name."""

from claimgraph.errors import CorpusError, Problem, nearest
from claimgraph.model import Where


def test_error_has_its_place_in_front_and_in_fields() -> None:
    error = CorpusError("is missing", file="claims/a.yaml", line=3, key="claims[0]")
    assert str(error) == "claims/a.yaml:3: claims[0]: is missing"
    assert (error.file, error.line, error.key) == ("claims/a.yaml", 3, "claims[0]")


def test_problem_finds_the_line_of_the_nearest_key_above() -> None:
    lines = {"chain": 7, "chain[0]": 7, "chain[0].cue": 9, "quote": 11}
    where = Where("claims/a.yaml", "claims[4]", 5, lines)
    assert where.problem("chain[0].cue", "x") == Problem(
        "claims/a.yaml", 9, "claims[4].chain[0].cue", "x"
    )
    assert where.problem("chain[0].holder", "x").line == 7
    assert where.problem("chain[1].holder", "x").line == 7
    assert where.problem("note", "x").line == 5
    assert where.problem("", "x").key == "claims[4]"


def test_nearest_offers_nothing_far() -> None:
    assert nearest("org/nsd", ["org/nds", "person/x"]) == " (nearest: org/nds)"
    assert nearest("zzz", ["org/nds"]) == ""
