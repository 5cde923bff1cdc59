"""A command loads the packages of others that it needs, and no more."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from market import copy_market, load_folder
from places import prepared_place

LISTING = """
import atexit, sys

def tell():
    for name, module in list(sys.modules.items()):
        if "site-packages" in (getattr(module, "__file__", None) or ""):
            print("loaded", name.partition(".")[0], file=sys.stderr)

atexit.register(tell)
from claimgraph.cli import main
main()
"""
# what the interpreter or its environment loads by itself
OWN = {"_distutils_hack", "_virtualenv", "coverage"}
TYPED = {"click"}
# forms of people's files and of the schema, and the ids of claims
FORMS = {
    *("annotated_types", "pydantic", "pydantic_core", "typing_extensions"),
    *("typing_inspection", "ruamel", "msgspec"),
}
GRAPH = TYPED | FORMS | {"arcadedb"}
SHOWN = GRAPH | {"rich"}
RDF = SHOWN | {"pyoxigraph"}
PANDAS = {"pandas", "dateutil", "pytz", "_cyutility"}
DRAWN = SHOWN | {"networkx"}
# networkx counts what near-copies and networks have in common
COUNTED = GRAPH | {"networkx"}
COMMANDS: dict[str, set[str]] = {
    "--version": TYPED,
    "--help": TYPED,
    "check {corpus}": TYPED | FORMS,
    "score {corpus} {corpus}": TYPED | FORMS,
    "init {new}": TYPED | FORMS,
    "review {corpus}": TYPED | FORMS | {"rich", "textual", "platformdirs"},
    "load {corpus} --store {graph}": SHOWN,
    # what is not there is told before anything that reads articles is imported
    "extract {new}": TYPED | FORMS | {"rich"},
    "load {table} --mapping gtd --store {graph}": SHOWN,
    "map {table}": TYPED | FORMS,
    "forget alpha --store {graph}": GRAPH,
    "status --store {graph}": SHOWN,
    "status --verify --store {graph}": SHOWN,
    "ask attacks/by-group --store {graph}": SHOWN,
    "search river --store {graph}": SHOWN,
    "cypher RETURN+1+AS+n --store {graph}": SHOWN,
    "export csv --store {graph} --out {new}": SHOWN,
    # openpyxl takes lxml and Pillow along wherever they are installed
    "export xlsx --store {graph} --out {new}": SHOWN
    | {"openpyxl", "lxml", "defusedxml", *(["PIL"] if find_spec("PIL") else [])},
    "export claims --store {graph} --out {new}": SHOWN,
    "export cypher --store {graph} --out {new}": SHOWN,
    "export neo4j-admin --store {graph} --out {new}": SHOWN,
    "export ftm --store {graph} --out {new}": SHOWN,
    "export stix --store {graph} --out {new}": RDF,
    "export trig --store {graph} --out {new}": RDF,
    "export turtle --store {graph} --out {new}": RDF,
    "export nquads --store {graph} --out {new}": RDF,
    "export jsonld --store {graph} --out {new}": RDF | {"rdflib", "html5rdf"},
    "export gexf --store {graph} --out {new}": DRAWN,
    "export graphml --store {graph} --out {new}": DRAWN,
    "report overview --store {graph} --format terminal": DRAWN,
    "report overview --store {graph} --format json": COUNTED,
    "report overview --store {graph} --format html": COUNTED | {"jinja2", "markupsafe"},
    # the driver takes pyarrow and pandas along wherever they are installed
    "status --store bolt://127.0.0.1:1": TYPED
    | FORMS
    | {"rich", "neo4j", "pyarrow", *(PANDAS if find_spec("pandas") else [])},
}
TABLE = Path(__file__).parents[1] / "cases" / "loaders" / "incidents" / "gtd.csv"
QUICK = ("--version", "status --store {graph}", "ask attacks/by-group --store {graph}")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the market in a graph, `graph`, and as a corpus, `corpus`."""
    folder = tmp_path_factory.mktemp("loaded")
    with prepared_place(folder / "graph").open() as store:
        load_folder(copy_market(folder / "corpus"), store)
    return folder


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(words, marks=() if words in QUICK else pytest.mark.slow)
        for words in COMMANDS
    ],
)
def test_a_command_loads_what_it_needs(graph: Path, tmp_path: Path, words: str) -> None:
    places = {"graph": graph / "graph", "corpus": graph / "corpus", "table": TABLE}
    new = tmp_path / "new"
    typed = [
        one.format(new=new, **places).replace("+", " ") for one in words.split(" ")
    ]
    ran = subprocess.run(
        [sys.executable, "-c", LISTING, *typed],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "NEO4J_PASSWORD": "none"},
        check=False,
    )
    lines = [line.split(" ") for line in ran.stderr.splitlines()]
    found = {line[1] for line in lines if line[0] == "loaded"}
    if found & {"arcadedb", "pyarrow"}:
        # which they take along wherever these are installed
        found -= {"numpy", "cloudpickle"}
    assert found - OWN == COMMANDS[words]
