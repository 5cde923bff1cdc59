"""An attack is found by its place, and by words of a headline or a quote."""

from pathlib import Path

import pytest

from claimgraph import find, open_store
from claimgraph.errors import QueryError
from cli_runs import Run


@pytest.mark.parametrize(
    ("words", "attack"),
    [
        ("Baron Hotel", "attack/2021-08-26-kabul-airport"),
        ("newborn", "attack/2020-05-12-kabul-maternity-ward"),
        # of a quote
        ("worshippers", "attack/2021-10-08-kunduz-shiite-mosque"),
    ],
)
def test_a_place_and_a_quote_find_an_attack(
    run: Run, seeds_graph: Path, words: str, attack: str
) -> None:
    with open_store(str(seeds_graph)) as store:
        assert find(store, words, "attack") == attack
    told = run("ask", "attacks/who-did-it", f"attack={words}", store=seeds_graph)
    assert told.exit_code == 0
    assert f"{words!r} is taken for {attack}" in told.output
    listed = run("find", words, "--type", "attack", store=seeds_graph)
    assert attack in listed.output


def test_a_word_of_the_headline_finds_an_attack(
    run: Run, corpus: Path, tmp_path: Path
) -> None:
    claims = corpus / "claims" / "small.yaml"
    text = claims.read_text("utf-8")
    claims.write_text(text.replace("The market", "Blast at the depot"), "utf-8")
    graph = tmp_path / "graph"
    assert run("load", str(corpus), store=graph).exit_code == 0
    with open_store(str(graph)) as store:
        assert find(store, "Depot", "attack") == "attack/2020-05-01-market"
        # a group is no attack, though quotes have its name
        with pytest.raises(QueryError, match="'River Cell' is a group"):
            find(store, "River Cell", "attack")
        with pytest.raises(QueryError, match="there are: market bombing, attack/"):
            find(store, "zeppelin", "attack")
