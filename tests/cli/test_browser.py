"""`claimgraph browser`: files for Neo4j Browser, in a folder or shown by a server."""

import csv
import io
import json
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from html.parser import HTMLParser
from http.client import HTTPConnection
from pathlib import Path

import pytest

from claimgraph.browser import GUIDE, PORT, STYLE, address_of, browser_files
from claimgraph.browser.guide import CONNECT_OFF
from claimgraph.browser.looks import NODES, legend
from claimgraph.browser.saved import HEAD
from claimgraph.browser.serving import LOOPBACK, Files, read_folder
from claimgraph.browser.statements import parameter_line, statement
from claimgraph.browser.steps import STEPS
from claimgraph.library import check_arguments, questions
from claimgraph.schema import load_schema
from claimgraph.schema.types import FIXED_EDGES
from claimgraph.store.base import Store
from cli_runs import Run

ROOT = Path(__file__).parents[2]
SCHEMA = load_schema()
# of a socket, in the tables of Linux
LISTENS = "0A"
FILES = browser_files(SCHEMA, address_of(PORT))
TYPES = [one.name for one in SCHEMA.relations.values() if one.value is None]


def test_writes_a_folder_and_writes_it_again(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert run("browser", "--out", str(folder)).exit_code == 0
    assert read_folder(folder) == FILES
    (folder / STYLE).write_text("old", "utf-8")
    (folder / "favorites" / "graphs" / "gone.cypher").write_text("RETURN 1", "utf-8")
    (folder / "mine.txt").write_text("kept", "utf-8")
    result = run("browser", "--out", str(folder))
    assert CONNECT_OFF in result.stdout
    assert read_folder(folder) == FILES | {"mine.txt": "kept"}


@pytest.mark.parametrize("held", ["file", "folder"])
def test_what_is_not_ours_stays(run: Run, tmp_path: Path, held: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "mine.txt").write_text("kept", "utf-8")
    (tmp_path / "file").write_text("kept", "utf-8")
    result = run("browser", "--out", str(tmp_path / held))
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert str(tmp_path / held) in result.stderr
    assert sorted(path.name for path in tmp_path.rglob("*.txt")) == ["mine.txt"]


def test_one_of_the_two_is_asked_for(run: Run) -> None:
    result = run("browser")
    assert (result.exit_code, "--serve" in result.stderr) == (2, True)


def test_a_port_that_is_taken_is_told(run: Run) -> None:
    with socket.socket() as held:
        held.bind((LOOPBACK, 0))
        held.listen()
        port = str(held.getsockname()[1])
        result = run("browser", "--serve", "--port", port)
    assert result.exit_code == 1
    assert port in result.stderr and "--port" in result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux who listens where")
def test_serves_until_it_is_interrupted() -> None:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-u", "-m", "claimgraph", "browser", "--serve"]
    with subprocess.Popen(
        [*command, "--port", str(port)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert f"http://localhost:{port} shows" in process.stdout.readline()
        status, _, text = fetched(port, f"/{GUIDE}")
        assert (status, f"http://localhost:{port}/{STYLE}" in text) == (200, True)
        status, headers, _ = fetched(port, f"/{GUIDE}", "OPTIONS")
        assert (status, headers["Access-Control-Allow-Origin"]) == (204, "*")
        assert addresses_of(port) == {LOOPBACK}
        process.send_signal(signal.SIGINT)
        assert process.stdout.read().endswith("ended\n")
    assert process.returncode == 0


def addresses_of(port: int) -> set[str]:
    """Where the kernel says that somebody takes connections at a port."""
    found: set[str] = set()
    for table in ("tcp", "tcp6"):
        for line in Path("/proc/net", table).read_text("ascii").splitlines()[1:]:
            address, _, number = line.split()[1].rpartition(":")
            if int(number, 16) == port and line.split()[3] == LISTENS:
                held = bytes.fromhex(address)[::-1]
                found.add(".".join(map(str, held)) if table == "tcp" else address)
    return found


def fetched(
    port: int, path: str, method: str = "GET"
) -> tuple[int, dict[str, str], str]:
    """Status, headers and text of an answer."""
    connection = HTTPConnection(LOOPBACK, port, timeout=20)
    connection.request(method, path, headers={"Origin": "http://localhost:7474"})
    answer = connection.getresponse()
    held = answer.status, dict(answer.getheaders()), answer.read().decode("utf-8")
    connection.close()
    return held


@pytest.fixture
def served() -> Iterator[int]:
    """The port of a server of the files."""
    with Files(FILES, 0, LOOPBACK) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield int(server.server_address[1])
        server.shutdown()
        thread.join()


def test_browser_may_ask_from_its_own_address(served: int) -> None:
    for method, status in (("GET", 200), ("HEAD", 200), ("OPTIONS", 204)):
        found, headers, text = fetched(served, f"/{STYLE}", method)
        assert found == status
        assert headers["Access-Control-Allow-Origin"] == "*"
        assert "OPTIONS" in headers["Access-Control-Allow-Methods"]
        assert text == (FILES[STYLE] if method == "GET" else "")
    found, headers, _ = fetched(served, f"/{GUIDE}?x=1#y")
    assert (found, headers["Content-Type"]) == (200, "text/html; charset=utf-8")


@pytest.mark.parametrize(
    "path", ["/", "/../pyproject.toml", "/%2e%2e/pyproject.toml", "/x", "//etc/passwd"]
)
def test_nothing_else_is_given_out(served: int, path: str) -> None:
    status, _, text = fetched(served, path)
    assert status == 404
    assert GUIDE in text and "[project]" not in text and "root:" not in text


def test_the_style_has_a_rule_for_every_label_and_type() -> None:
    selectors = re.findall(r"^(\S+) \{$", FILES[STYLE], re.MULTILINE)
    assert len(selectors) == len(set(selectors))
    wanted = {f"node.{label}" for label in SCHEMA.nodes} | {"node", "relationship"}
    wanted |= {f"relationship.{name}" for name in (*TYPES, *FIXED_EDGES)}
    assert set(selectors) == wanted
    # Browser takes the first label that has a rule, and what stands below wins
    assert selectors.index("node.Entity") < min(
        selectors.index(f"node.{label}") for label in NODES if label != "Entity"
    )


def test_denied_and_withheld_are_like_nothing_else() -> None:
    looks = legend()
    assert len({look.colour for look in looks}) == len(looks)
    widths = [look.width for look in looks]
    assert min(widths[:2]) > max(widths[2:])
    for name in ("DENIED", "WITHHELD"):
        rule = FILES[STYLE].partition(f"relationship.{name} {{")[2].partition("}")[0]
        assert FILES[STYLE].count(re.findall(r"  color: .*;", rule)[0]) == 1


class Boxes(HTMLParser):
    """The texts of the boxes that Browser puts into its editor."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A box begins."""
        if tag == "pre":
            assert dict(attrs)["class"] == "highlight runnable"
            self.found.append("")
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        """A box ends."""
        self.inside = self.inside and tag != "pre"

    def handle_data(self, data: str) -> None:
        """Its text."""
        if self.inside:
            self.found[-1] += data


def test_the_guide_asks_what_its_steps_say_and_the_seeds_answer(
    seeds_folder: Store,
) -> None:
    known = {one.name: one for one in questions()}
    boxes = Boxes()
    boxes.feed(FILES[GUIDE])
    wanted = [f":style {address_of(PORT)}/{STYLE}", CONNECT_OFF]
    assert len(STEPS) == 8
    for step in STEPS:
        question = known[step.question]
        wanted += [
            parameter_line(question, step.arguments),
            statement(question, {}),
        ]
        given = {one.name: one.example for one in question.parameters}
        values = check_arguments(question, given | dict(step.arguments))
        assert seeds_folder.read(statement(question, {}), values), step.title
    assert boxes.found == wanted


def test_what_the_steps_point_out_is_there(seeds_folder: Store) -> None:
    known = {one.name: one for one in questions()}
    types: dict[str, set[str]] = {}
    for step in STEPS:
        question = known[step.question]
        given = {one.name: one.example for one in question.parameters}
        values = check_arguments(question, given | dict(step.arguments))
        rows = seeds_folder.read(question.text, values)
        held = [str(one) for row in rows for one in row.values()]
        types[step.title] = {
            name
            for name in (*TYPES, *FIXED_EDGES)
            for one in held
            if f"'{name}'" in one
        }
        texts = " ".join(held)
        assert ("org/nds" in texts) is (step.title not in NDS_LESS), step.title
    assert {"CLAIMED_BY", "ATTRIBUTED_TO"} <= types[STEPS[0].title]
    assert "DENIED" in types[STEPS[1].title]
    assert "SAID_BY" in types[STEPS[2].title]
    assert "WITHHELD" in types[STEPS[3].title]
    assert "IN_ARTICLE" in types[STEPS[6].title]


# the steps whose pictures know nothing of the NDS
NDS_LESS = {STEPS[at].title for at in (2, 3, 4, 5)}


def test_saved_queries_have_every_question_in_its_folder() -> None:
    rows = list(csv.DictReader(io.StringIO(FILES["saved-queries.csv"])))
    assert tuple(rows[0]) == HEAD
    folders = {row["id"]: row["name"] for row in rows if row["isFolder"] == "true"}
    assert next(iter(folders.values())) == "graphs"
    saved = {
        (folders[row["parentId"]], row["query"])
        for row in rows
        if row["isFolder"] == "false"
    }
    assert saved == {(one.name.partition("/")[0], one.text) for one in questions()}
    assert len({row["id"] for row in rows}) == len(rows)


def test_the_perspective_has_every_label_type_and_picture() -> None:
    held = json.loads(FILES["bloom-perspective.json"])
    assert [one["name"] for one in held["categories"]] == list(NODES)
    assert {one["name"] for one in held["relationshipTypes"]} == {
        *TYPES,
        *FIXED_EDGES,
    }
    assert all(one["size"] >= 1 for one in held["relationshipTypes"])
    drawing = [one for one in questions() if one.draws is not None]
    assert len(held["templates"]) == len(drawing)
    for phrase, question in zip(held["templates"], drawing, strict=True):
        required = {one.name for one in question.parameters if one.required}
        assert set(re.findall(r"\$(\w+)", phrase["cypher"])) == required
        assert {one["name"] for one in phrase["params"]} == {f"${x}" for x in required}


def test_the_stored_files_are_current() -> None:
    for name in (STYLE, GUIDE):
        held = (ROOT / "docs" / "browser" / name).read_text("utf-8")
        assert held == FILES[name], "run `make schema`"
