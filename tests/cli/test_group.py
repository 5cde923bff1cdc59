"""The group: help, version, laziness, exit codes, and its generated page."""

import os
import signal
import socket
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import click
import pytest

from claimgraph import cli, modules
from claimgraph.cli.reference import page
from claimgraph.cli.terminal.failures import STOPPED_WORDS, exit_code
from claimgraph.errors import StoreBusyError, StoreUnreachableError
from claimgraph.schema.types import VERSION
from cli_runs import Run

ROOT = Path(__file__).parents[2]
NAMES = [cli.command_name(name) for name in modules.names(cli)]


def test_the_page_is_current() -> None:
    held = (ROOT / "docs" / "cli.md").read_text("utf-8")
    assert held == page(), "run `python -m claimgraph.cli.reference > docs/cli.md`"


def test_these_commands_are_there() -> None:
    wanted = "ask check cypher demo forget init load search show status"
    assert set(wanted.split()) <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_help_has_an_example(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"Example: claimgraph {name}" in result.stdout


def test_version_and_help(run: Run) -> None:
    said = f"claimgraph, version {version('claimgraph')} (schema {VERSION})\n"
    assert run("--version").stdout == said
    assert run("-h").exit_code == 0
    result = run("chekc")
    assert result.exit_code == 2
    assert "No such command" in result.stderr


def test_imports_only_what_is_asked_for() -> None:
    code = (
        "import sys; from claimgraph.cli import group; "
        "group.get_command(None, 'init'); "
        "heavy = {'arcadedb', 'neo4j', 'networkx', 'rdflib', 'rich'}; "
        "sys.exit(str(heavy & set(sys.modules) or ''))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False
    )
    assert done.stderr.strip() == b""


def loaded_by(*words: str) -> set[str]:
    """The modules that a command has loaded when it ends, of ours and of others."""
    code = (
        "import sys; from claimgraph.cli import group; "
        f"group({list(words)}, prog_name='claimgraph', standalone_mode=False); "
        "print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    own = {name.partition(".")[0] for name in sys.stdlib_module_names}
    found = set(done.stderr.split())
    return {name for name in found if name.partition(".")[0] not in own}


def test_help_loads_no_more_than_version() -> None:
    version, listing = loaded_by("--version"), loaded_by("--help")
    # click formats help, and nothing else of it is new
    assert listing - version <= {"click._textwrap"}
    assert {name for name in listing if name.startswith("claimgraph")} == {
        *("claimgraph", "claimgraph.cli", "claimgraph.cli.terminal"),
        *("claimgraph.cli.terminal.failures", "claimgraph.cli.terminal.groups"),
        "claimgraph.cli.terminal.line_breaks",
        *("claimgraph.errors", "claimgraph.folding", "claimgraph.modules"),
        *("claimgraph.safe_text", "claimgraph.addresses"),
    }


@pytest.mark.parametrize("width", [50, 80, 200])
def test_the_list_is_the_one_that_click_would_make(width: int) -> None:
    context = click.Context(cli.group)
    ours, clicks = (click.HelpFormatter(width=width) for _ in range(2))
    cli.group.format_commands(context, ours)
    click.Group.format_commands(cli.group, context, clicks)
    assert ours.getvalue() == clicks.getvalue() != ""


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (StoreBusyError("busy"), 1),
        (StoreUnreachableError("gone"), 3),
        (KeyboardInterrupt(), 130),
    ],
)
def test_errors_become_exit_codes(
    error: BaseException, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught, exit_code():
        raise error
    assert caught.value.code == code
    assert capsys.readouterr().err.count("\n") == 1


def test_a_bug_keeps_its_traceback() -> None:
    with pytest.raises(ZeroDivisionError), exit_code():
        raise ZeroDivisionError


def test_ctrl_c_stops_with_one_line() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        address = f"bolt://127.0.0.1:{listener.getsockname()[1]}"
        with subprocess.Popen(
            [sys.executable, "-m", "claimgraph", "status", "--store", address],
            env=os.environ | {"NEO4J_PASSWORD": "x"},
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            listener.settimeout(60)
            connection, _ = listener.accept()
            with connection:
                connection.recv(1)
                process.send_signal(signal.SIGINT)
                _, told = process.communicate(timeout=60)
    assert told == f"claimgraph: {STOPPED_WORDS}\n"
    assert process.returncode == 130


def test_report_loads_templates_for_a_page_only(
    seeds_graph: Path, tmp_path: Path
) -> None:
    words = ("report", "source", "Amrullah Saleh", "--store", str(seeds_graph))
    assert "jinja2" not in loaded_by(*words, "--out", str(tmp_path / "report.json"))
    assert "jinja2" in loaded_by(*words, "--out", str(tmp_path / "report.html"))
