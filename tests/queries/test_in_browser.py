"""Every question, pasted into the real Neo4j Browser as its file stands.

Only there can be seen what Browser makes of a `:param` map: numbers are floats, which
LIMIT refuses. Rows are those of the embedded engine, and nothing is notified.
"""

import os
import subprocess
from collections.abc import Iterator
from typing import cast

import pytest

from claimgraph.browser import GUIDE
from claimgraph.library import Question, ask, check_arguments, questions
from claimgraph.loaders import find_loader
from claimgraph.loading import load
from claimgraph.schema import load_schema
from claimgraph.store import open_store
from claimgraph.store.base import Store
from neo4j_browser import (
    Task,
    Typed,
    as_it_stands,
    compose_settings,
    composed,
    shown_files,
    type_all,
)
from neo4j_jars import LTS, NEWEST, Release, ServerError, install, missing
from neo4j_server import Server, start, stop
from outside_tools import NEO4J_NEEDED
from places import SEEDS

pytestmark = [pytest.mark.slow, pytest.mark.neo4j]

MOST_NODES = 40
ASKED = "CLAIMGRAPH_IN_BROWSER"
LISTED = questions()
# one of each topic, and all that draw: what every run of .ci/run pastes, on one release
SOME = [
    *{one.name.partition("/")[0]: one for one in reversed(LISTED)}.values(),
    *(one for one in LISTED if one.draws is not None),
]
FAULTY = Task("faulty", (":param {limit: 5}", "MATCH (n:Group) RETURN n LIMIT $limit"))
UNKNOWN = Task("unknown", ("MATCH (n:Grup) RETURN n.nam",))


@pytest.fixture(scope="module", params=[LTS, NEWEST], ids=lambda one: one.version)
def typed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Typed]]:
    """What Browser made of each question, in one session on a server of its own."""
    release = cast(Release, request.param)
    wanted = os.environ.get(ASKED)
    if wanted != "all" and not (wanted in ("some", "1") and release is LTS):
        asked = "some, 1 or all" if release is LTS else "all"
        pytest.skip(f"{ASKED}={asked} pastes questions into this Neo4j Browser")
    if lacking := missing(release):
        NEO4J_NEEDED.leave_out(f"{release.version}: missing {' and '.join(lacking)}")
    try:
        install(release)
    except ServerError as error:
        NEO4J_NEEDED.leave_out(str(error))
    data = tmp_path_factory.mktemp("browser")
    with shown_files() as address:
        settings = compose_settings(address)
        server = start(data, release, browser=True, settings=settings)
        try:
            check_health(server)
            with open_store(
                server.uri, user=server.user, password=server.password
            ) as store:
                load(find_loader("corpus").read(SEEDS), store)
            pasted = SOME if wanted == "some" else LISTED
            tasks = [FAULTY, UNKNOWN, *map(as_it_stands, pasted)]
            yield type_all(server, tasks, settings["browser.post_connect_cmd"])
        finally:
            stop(data)


def check_health(server: Server) -> None:
    """Asks as docker-compose.yml does whether the server is well."""
    held = cast("dict[str, list[str]]", composed("neo4j")["healthcheck"])
    kind, *command = held["test"]
    assert kind == "CMD"
    *head, address = command
    assert address == "http://localhost:7474"
    subprocess.run([*head, server.http], check=True)


@pytest.mark.parametrize("question", LISTED, ids=lambda one: one.name)
def test_rows_are_those_of_the_embedded_engine(
    question: Question, typed: dict[str, Typed], seeds_folder: Store
) -> None:
    if os.environ.get(ASKED) == "some" and question not in SOME:
        pytest.skip(f"{ASKED}=1 or all pastes all questions into Neo4j Browser")
    found = typed[question.name]
    assert (found.error, found.notifications) == (None, [])
    given = {one.name: one.example for one in question.parameters}
    if question.draws is None:
        answer = ask(seeds_folder, question.name, given)
        assert found.rows == [list(row) for row in answer.rows]
        return
    rows = seeds_folder.read(question.text, check_arguments(question, given))
    names = [one.name for one in question.columns]
    assert found.rows == [[drawn(row[name]) for name in names] for row in rows]
    assert 1 < found.nodes <= MOST_NODES and found.edges > 0
    assert f"{found.nodes} nodes, {found.edges} relationships" in found.shown


def drawn(value: object) -> object:
    """A node or an edge as the script of Browser tells of it."""
    held = cast("dict[str, object]", value)
    if "claim" in held or "id" not in held:
        return {"edge": held.get("claim")}
    return {"node": held["id"]}


def test_the_guide_opens_by_itself(typed: dict[str, Typed]) -> None:
    found = typed["opened"]
    assert found.error is None
    assert f"Version of the schema: {load_schema().version}" in found.shown


def test_compose_sets_what_a_server_knows() -> None:
    """A name that it does not know keeps the server of the fixture from starting."""
    settings = compose_settings("http://localhost:1")
    assert settings["browser.post_connect_cmd"] == f"play http://localhost:1/{GUIDE}"
    assert set(settings) == {
        "browser.post_connect_cmd",
        "client.allow_telemetry",
        "dbms.usage_report.enabled",
    }


def test_faults_are_seen(typed: dict[str, Typed]) -> None:
    assert "5.0" in (typed["faulty"].error or "")
    assert typed["unknown"].notifications
