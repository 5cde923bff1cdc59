"""Each part imports only what it may, and each package has one owner."""

import pytest

from module_imports import SOURCES, imported

ANYWHERE = {
    *("addresses", "errors", "dates", "atomic", "safe_text", "modules", "resources"),
    *("yaml_file", "regular_file", "folding", "made_names", "characters"),
    *("likely_words", "type_guards", "extras"),
}
# what lies below even these
LOWEST: dict[str, set[str]] = {
    **{"folding": set(), "made_names": set(), "likely_words": set()},
    **{
        "errors": {"folding", "likely_words"},
        "characters": set(),
        "type_guards": set(),
    },
}
# Left may import right, itself, and those above.
MAY_IMPORT: dict[str, set[str]] = {
    **{part: set() for part in ANYWHERE},
    "schema": set(),
    "model": set(),
    "flat": {"schema", "model"},
    "headlines": {"model", "passages"},
    "ids": {"model", "headlines"},
    "value_words": {"model", "date_words"},
    "strength_words": {"model"},
    "nouns": set(),
    "captions": {"schema", "model", "value_words", "strength_words"},
    "passages": {"model"},
    "definitions": {"model", "flat", "ids"},
    "entity_closure": {"model", "flat"},
    "batches": {"model", "entity_closure"},
    "packed_file": set(),
    "recoded_file": set(),
    "tables": {"model", "schema", "packed_file", "recoded_file"},
    "date_words": set(),
    "name_sounds": set(),
    "entity_names": {"name_sounds"},
    "corpus": {
        *("model", "flat", "ids", "schema", "passages", "entity_closure"),
        "definitions",
    },
    "pages": {"model", "passages", "name_sounds"},
    "loaders": {
        *("model", "flat", "ids", "corpus", "schema", "batches", "rdf"),
        # how our STIX bundles call the fields of a claim
        *("packed_file", "recoded_file", "exports", "definitions", "name_sounds"),
        *("tables", "entity_closure"),
    },
    "gate": {"schema", "model", "flat", "ids", "passages", "identity", "value_words"},
    "coding": {
        "flat",
        *("model", "schema", "corpus", "gate", "passages", "definitions"),
        *("ids", "entity_names", "name_sounds", "entity_closure"),
    },
    "extraction": {
        *("model", "schema", "ids", "gate", "passages", "entity_closure", "coding"),
        *("corpus", "pages", "nouns", "date_words", "name_sounds", "entity_names"),
        *("flat", "scoring"),
    },
    "assistants": {"schema"},
    "reviewing": {
        *("model", "flat", "schema", "corpus", "gate", "coding", "ids", "loaders"),
        "passages",
    },
    "identity": {"model"},
    "graph": {
        *("schema", "model", "flat", "ids", "identity", "strength_words", "captions"),
        "definitions",
    },
    "checking": {
        *("schema", "model", "flat", "corpus", "gate", "identity", "entity_closure"),
    },
    "cypher": {"schema", "model", "graph"},
    "store": {"schema", "cypher"},
    "loading": {
        *("schema", "model", "gate", "identity", "graph", "cypher", "store"),
        *("readback", "entity_closure", "batches", "flat", "captions"),
        "definitions",
    },
    "library": {"schema", "store"},
    "readback": {
        *("model", "flat", "store", "batches", "entity_closure", "cypher"),
        "definitions",
    },
    "analysis": {
        *("schema", "model", "ids", "identity", "passages", "value_words"),
        "name_sounds",
    },
    "scoring": {"schema", "model", "identity", "ids", "entity_names"},
    "ontology": {"schema"},
    # graph for the ids of outside works
    "rdf": {
        *("schema", "model", "flat", "ids", "ontology", "graph", "batches"),
        "definitions",
    },
    "exports": {
        *("schema", "model", "flat", "rdf", "identity", "graph", "cypher", "analysis"),
        *("ids", "entity_closure", "value_words", "packed_file", "captions"),
        "definitions",
    },
    "reports": {
        *("schema", "model", "ids", "analysis", "passages", "value_words", "console"),
        *("date_words", "captions", "nouns"),
    },
    "browser": {"schema", "library"},
    "console": set(),
    "claimgraph": {"api"},
}
# what can be done at all: cli imports it, and it all that is below
MAY_IMPORT["api"] = {*MAY_IMPORT} - {"claimgraph"}
# nothing imports cli, and it may import everything
MAY_IMPORT["cli"] = {*MAY_IMPORT}
MAY_IMPORT["__main__"] = {"cli"}
OWNERS = {
    "neo4j": {"store/bolt.py", "store/bolt_values.py"},
    "arcadedb": {"store/arcade.py", "store/arcade_bulk.py"},
    "rdflib": {"rdf/", "ontology/", "exports/"},
    "pyoxigraph": {"rdf/", "exports/"},
    "networkx": {"analysis/", "exports/", "reports/"},
    "ruamel": {"yaml_file/"},
    "click": {"cli/"},
    "mcp": {"api/assistant_server.py"},
    "rich": {"cli/", "console.py", "reports/forms/terminal.py"},
    "textual": {"cli/screen/"},
    "textual_serve": {"cli/screen/web.py", "cli/screen/page_process.py"},
    "aiohttp": {"cli/screen/web.py"},
    "openpyxl": {"exports/", "tables/workbook.py"},
    "pyarrow": {"tables/parquet.py", "api/extracting/parquet.py"},
    "distributed": {"api/extracting/running.py"},
    "jinja2": {"reports/forms/html/"},
    "markupsafe": {"reports/forms/html/"},
    "anyascii": {"name_sounds.py"},
    "confusable_homoglyphs": {"name_sounds.py"},
    **{one: {"pages/"} for one in ("lxml", "trafilatura", "htmldate", "pypdf")},
    **{one: {"pages/"} for one in ("charset_normalizer", "feedparser", "warcio")},
    "defusedxml": {"loaders/elements.py"},
    "rapidfuzz": {
        *(
            "errors.py",
            "entity_names.py",
            "analysis/",
            "coding/",
            "extraction/known.py",
            "gate/near_passages.py",
            "scoring/entities.py",
        ),
    },
    "zstandard": {
        "packed_file.py",
        "exports/formats/claims.py",
    },
}
PURE = {"gate", "identity", "graph", "cypher", "analysis", "scoring"}
INPUT_OUTPUT = {"io", "os", "pathlib", "shutil", "socket", "subprocess", "tempfile"}


def part_of(name: str) -> str:
    """The part that a path in the package, or the name of a module, belongs to.

    >>> part_of("store/bolt.py"), part_of("graph.py"), part_of("claimgraph.cypher.x")
    ('store', 'graph', 'cypher')
    """
    if name in ("__init__.py", "claimgraph"):
        return "claimgraph"
    dotted = name.removesuffix(".py").replace("/", ".").removeprefix("claimgraph.")
    return dotted.partition(".")[0]


def breaches(name: str, source: str) -> list[str]:
    """What a module imports and may not."""
    found: list[str] = []
    part = part_of(name)
    for module in imported(source):
        top = module.partition(".")[0]
        if top == "claimgraph" and module != "claimgraph":
            target = part_of(module)
            allowed = LOWEST.get(part, MAY_IMPORT[part] | ANYWHERE)
            if target != part and target not in allowed:
                found.append(f"{name}: {part} may not import {target}")
        elif top in OWNERS and not name.startswith(tuple(OWNERS[top])):
            found.append(f"{name}: {top} belongs to {', '.join(sorted(OWNERS[top]))}")
        elif part in PURE and top in INPUT_OUTPUT:
            found.append(f"{name}: {part} does no input or output, and imports {top}")
    return found


@pytest.mark.parametrize("name", SOURCES)
def test_module_imports_only_what_it_may(name: str) -> None:
    assert breaches(name, SOURCES[name].read_text("utf-8")) == []


def test_every_part_of_the_package_is_in_the_table() -> None:
    parts = {part_of(name) for name in SOURCES}
    assert parts - MAY_IMPORT.keys() == set()


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("graph.py", "from claimgraph.store import open_store"),
        ("graph.py", "def build():\n    from claimgraph import cli"),
        ("errors.py", "import claimgraph.model"),
        ("loading/plan.py", "import neo4j.exceptions"),
        ("gate/words.py", "from pathlib import Path"),
        ("loaders/corpus.py", "from claimgraph.loading import load"),
    ],
)
def test_a_forbidden_import_is_found(name: str, source: str) -> None:
    assert len(breaches(name, source)) == 1


def test_a_late_import_of_an_owner_passes() -> None:
    source = "def run():\n    import networkx\n    from claimgraph.model import Claim"
    assert breaches("analysis/network.py", source) == []
