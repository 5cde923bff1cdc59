"""The tables for neo4j-admin: imported, they are the graph that a load makes."""

import csv
import os
import subprocess
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from claimgraph.api.verifying import verify
from claimgraph.cypher import Step
from claimgraph.errors import ExportError
from claimgraph.exports import ExportOptions
from claimgraph.exports.formats.neo4j_admin import write
from claimgraph.exports.run import write_export
from claimgraph.exports.selection import selected_batches
from claimgraph.ids import judgement_id
from claimgraph.loading import load
from claimgraph.model import Alias, Batch, Retelling, Work
from claimgraph.readback import read
from claimgraph.store import open_store
from claimgraph.store.base import Store
from claimgraph.store.schema import statements
from export_cases import finished, sample, seeds
from graph_snapshot import loaded_times, snapshot
from neo4j_jars import LTS, java_command
from neo4j_server import (
    ADMIN,
    HOST,
    SETTINGS,
    STATE,
    free_port,
    set_password,
    spawn,
    stop,
    wait_for,
)
from places import ServerPlace
from small_batch import BAND, CELL

PLAIN = ExportOptions()
PASSWORD = "only-for-this-test"
WILD = (
    *("a \"b\", 'c'\\", "line\nline\r\nend", "\t \x01\x7f\u2028", "=1;x", "[a]"),
    *("\U0001f600\u202e", "é", " spaces ", "\\n\\u0027", "true", "7", "a,b\\"),
)


def hostile() -> list[Batch]:
    """The sample with names and words that a table could misread, and a judgement."""
    [batch] = sample()
    assert batch.judgements
    unsure = batch.judgements[0]
    own = judgement_id(BAND, CELL, "same", unsure.who, unsure.when)
    same = replace(unsure, id=own, left=BAND, right=CELL, verdict="same", why='"')
    named = tuple(
        replace(one, name=f"x{line}", description=text, aliases=(Alias(f"y{line}"),))
        for one, text in zip(batch.entities, WILD, strict=False)
        for line in [" ".join(text.split())]
    )
    named += batch.entities[len(named) :]
    claims = tuple(
        finished(replace(one, note=text, valid_words=text), batch)
        for one, text in zip(batch.claims, WILD[::-1], strict=False)
    )
    # lists whose only item is empty
    article = replace(batch.article, note=WILD[1], retells=(Retelling(Work(WILD[0])),))
    return [
        replace(
            batch,
            article=article,
            entities=named,
            claims=claims,
            judgements=(same, unsure),
        )
    ]


@contextmanager
def imported(folder: Path, home: Path) -> Generator[Store]:
    """A server of its own on the database that the command of a folder makes."""
    port = free_port()
    for name in ("conf", "logs"):
        (home / name).mkdir(parents=True)
    settings = {**SETTINGS, "server.bolt.listen_address": f"{HOST}:{port}"}
    lines = [f"{key}={value}\n" for key, value in settings.items()]
    (home / "conf" / "neo4j.conf").write_text("".join(lines), "utf-8")
    set_password(home, PASSWORD)
    words = (folder / "import.txt").read_text("utf-8").replace("\\\n", " ").split("\n")
    first = words[0].split()
    assert first[0] == "neo4j-admin"
    run = subprocess.run(
        [*java_command("-Xmx512m"), ADMIN, *first[1:]],
        cwd=folder,
        env={
            **os.environ,
            "NEO4J_HOME": str(home),
            "NEO4J_CONF": str(home / "conf"),
        },
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert run.returncode == 0, (run.stdout + run.stderr)[-3000:]
    command = java_command("-Xms256m", "-Xmx512m", "-XX:+UseSerialGC")
    places = [f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    pid = spawn([*command, LTS.entry, *places], home / "logs" / "console.log")
    (home / STATE).write_text(f'{{"pid": {pid}}}', "utf-8")
    try:
        wait_for(port, pid, home)
        target = f"bolt://{HOST}:{port}"
        with open_store(target, user="neo4j", password=PASSWORD) as store:
            yield store
    finally:
        stop(home)


@pytest.mark.longer
@pytest.mark.neo4j
@pytest.mark.slow
def test_import_makes_the_same_graph(neo4j_server: ServerPlace, tmp_path: Path) -> None:
    neo4j_server.wipe(bare=False)
    target = tmp_path / "tables"
    with neo4j_server.open() as store:
        load([*seeds(), *hostile()], store)
        wanted, times = snapshot(store), loaded_times(store)
        account = write_export("neo4j_admin", read(store), target, PLAIN, strict=True)
    neo4j_server.wipe(bare=False)
    assert not account.lost
    with imported(target, tmp_path / "server") as made:
        after = (target / "after.cypher").read_text("utf-8")
        for command in statements(after):
            made.write([Step(command, {})])
        difference = snapshot(made).unlike(wanted)
        assert not difference, "\n".join(difference)
        assert loaded_times(made) == times
        assert verify(made).differences == ()
        # the constraints among them held: no id stands twice
        assert "REQUIRE n.id IS UNIQUE;" in after


def written(batches: Iterable[Batch], target: Path) -> None:
    target.mkdir()
    write(selected_batches(batches, PLAIN), target, PLAIN)


def test_no_denied_or_withheld_claim_has_a_plain_edge(tmp_path: Path) -> None:
    source = seeds()
    written(source, tmp_path / "out")
    claims = {claim.id: claim for batch in source for claim in batch.claims}
    with (tmp_path / "out" / "edges.csv").open(encoding="utf-8", newline="") as file:
        kinds = {row["claim:string"]: row[":TYPE"] for row in csv.DictReader(file)}
    assert kinds == {
        own: claim.relation if claim.polarity == "affirmed" else claim.polarity.upper()
        for own, claim in claims.items()
        if claim.object is not None
    }


def test_what_parts_lists_is_refused(tmp_path: Path) -> None:
    [batch] = sample()
    named = tuple(replace(one, aliases=(Alias("a\x1fb"),)) for one in batch.entities)
    with pytest.raises(ExportError, match=r"U\+001F"):
        written([replace(batch, entities=named)], tmp_path / "out")
