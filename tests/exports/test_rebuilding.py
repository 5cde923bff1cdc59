"""The Cypher script on a real Neo4j makes the graph that a load makes."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import LiteralString, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from neo4j import Driver

from claimgraph.api.verifying import verify
from claimgraph.exports import ExportOptions
from claimgraph.exports.formats.cypher import write
from claimgraph.exports.graph_dump.statements import literal
from claimgraph.exports.run import write_export
from claimgraph.exports.selection import selected_batches
from claimgraph.exports.verify.cypher import statements as made_by
from claimgraph.ids import judgement_id
from claimgraph.loading import load
from claimgraph.model import Batch
from claimgraph.readback import read
from claimgraph.store.schema import kept_counts, statements
from examples import examples
from export_cases import finished, sample, seeds
from graph_snapshot import Snapshot, loaded_times, snapshot
from own_graphs import own_store
from places import ServerPlace, connected
from small_batch import BAND, CELL
from strategies import corpora

PLAIN = ExportOptions()
HOSTILE = (
    *("\\u0027 + 'x'", "\\\\u0027}) DETACH DELETE n //", "it's `{$rows}` \\", "\\"),
    *(
        "a\n;\n:commit\r\n\t\x00"[:-1],
        "\x01\x7f\x85\u2028\u202e",
        "\U0001f600é",
        "u\\u",
    ),
    *("\\\\", "\\'", '"', "// no", "/* no", "\\N{x}", "\\U0001F600", " AS p_rows "),
    "\\\x07\\u",
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
SIGNS = st.lists(st.sampled_from(["\\", "u", "\x07", "'", "0027", "\n", '"', "`", "$"]))
WILD = TEXTS | SIGNS.map("".join)


def run(script: Path, driver: Driver) -> None:
    """What cypher-shell does with a script: each statement by itself."""
    for statement in statements(script.read_text("utf-8")):
        driver.execute_query(cast(LiteralString, cast(object, statement)))


def script_of(batches: Sequence[Batch], folder: Path) -> Path:
    """The script of some batches."""
    target = folder / "graph.cypher"
    write(selected_batches(batches, PLAIN), target, PLAIN)
    return target


def rebuilt(
    script: Path, server: ServerPlace, bare: bool, times: int
) -> tuple[Snapshot, dict[str, str]]:
    """The graph that a script makes on an empty server, and its times of loading."""
    server.wipe(bare=bare)
    with connected(server) as driver:
        for _ in range(times):
            run(script, driver)
    with server.open() as store:
        assert verify(store).differences == ()
        return snapshot(store), loaded_times(store)


def same_graph(
    batches: Sequence[Batch],
    server: ServerPlace,
    folder: Path,
    bare: bool = False,
    times: int = 1,
) -> None:
    """Loads batches, exports what is read back, runs it: the two graphs are equal."""
    server.wipe(bare=False)
    with server.open() as store:
        load(batches, store)
        wanted, loaded = snapshot(store), loaded_times(store)
        target = folder / "graph.cypher"
        account = write_export("cypher", read(store), target, PLAIN, strict=True)
    assert not account.lost
    found, found_loaded = rebuilt(target, server, bare, times)
    difference = found.unlike(wanted)
    assert not difference, "\n".join(difference)
    assert found_loaded == loaded


@pytest.mark.longer
@pytest.mark.neo4j
@pytest.mark.slow
def test_seeds_make_the_same_graph(neo4j_server: ServerPlace, tmp_path: Path) -> None:
    same_graph(seeds(), neo4j_server, tmp_path, bare=True)


@pytest.mark.neo4j
def test_judged_and_hostile_graph_is_the_same_even_run_twice(
    neo4j_server: ServerPlace, tmp_path: Path
) -> None:
    [batch] = sample()
    assert batch.judgements
    unsure = batch.judgements[0]
    own = judgement_id(BAND, CELL, "same", unsure.who, unsure.when)
    same = replace(unsure, id=own, left=BAND, right=CELL, verdict="same")
    named = tuple(
        replace(one, name=f"x {' '.join(text.split())}", description=text)
        for one, text in zip(batch.entities, HOSTILE, strict=False)
    )
    named += batch.entities[len(named) :]
    claims = tuple(
        finished(replace(one, note=text, valid_words=text), batch)
        for one, text in zip(batch.claims, cycle(HOSTILE[::-1]), strict=False)
    )
    batches = [replace(batch, entities=named, claims=claims, judgements=(same, unsure))]
    same_graph(batches, neo4j_server, tmp_path, times=2)


@pytest.mark.neo4j
@settings(max_examples=examples(5))
@given(batches=corpora((0, 4)))
def test_any_corpus_makes_the_same_graph(
    neo4j_server: ServerPlace,
    tmp_path_factory: pytest.TempPathFactory,
    batches: list[Batch],
) -> None:
    same_graph(batches, neo4j_server, tmp_path_factory.mktemp("any"))


@pytest.mark.neo4j
@settings(max_examples=examples(30))
@given(texts=st.lists(WILD, min_size=1, max_size=20))
def test_every_text_comes_through_neo4j(
    neo4j_server: ServerPlace, texts: list[str]
) -> None:
    held = [*texts, *HOSTILE]
    query = f"UNWIND [\n{literal([1, held])}\n] AS row RETURN row[1] AS held"
    with connected(neo4j_server) as driver:
        text = cast(LiteralString, cast(object, query))
        [row] = driver.execute_query(text).records
    assert row["held"] == held


def test_script_counts_what_a_load_of_the_same_counts(tmp_path: Path) -> None:
    batches = [*sample(), *seeds()]
    script = script_of(sorted(batches, key=lambda one: one.article.id), tmp_path)
    with own_store() as store:
        load(batches, store)
        wanted = kept_counts(store)
    [graph] = [made.rows for made in made_by(script) if made.label == "Graph"]
    [(_, _, row)] = graph
    assert min(wanted.values()) > 0
    assert {name: row[name] for name in wanted} == wanted


def test_one_command_a_line_whatever_a_text_holds(tmp_path: Path) -> None:
    [batch] = sample()
    claims = tuple(
        replace(one, note=text)
        for one, text in zip(batch.claims, cycle(HOSTILE), strict=False)
    )
    plain = script_of([batch], tmp_path).read_text("utf-8")
    wild = script_of([replace(batch, claims=claims)], tmp_path).read_text("utf-8")
    assert [line[:20] for line in wild.splitlines()] == [
        line[:20] for line in plain.splitlines()
    ]


def test_no_denied_or_withheld_claim_has_a_plain_edge(tmp_path: Path) -> None:
    """By the types of the edges that the script makes."""
    claims = [claim for batch in seeds() for claim in batch.claims]
    text = script_of(seeds(), tmp_path).read_text("utf-8")
    for edge in ("ALLEGED_LINK", "ATTRIBUTED_TO", "DENIED", "WITHHELD"):
        made = [part for part in text.split(";\n") if f"[r:{edge} {{claim" in part]
        found = {claim.id for claim in claims for part in made if claim.id in part}
        assert found == {
            claim.id
            for claim in claims
            if claim.object is not None
            and (
                (claim.polarity == "affirmed" and claim.relation == edge)
                or claim.polarity.upper() == edge
            )
        }
