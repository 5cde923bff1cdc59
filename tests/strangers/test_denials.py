"""No denial and no silence is a tie to any program of others, whatever is claimed.

The verifiers compare all that a file says, claim by claim, and are ours; here others
read files of made-up corpora, and every claim is counted. That the Cypher script makes
the graph of a load is tested on a server (tests/exports/test_rebuilding.py).
"""

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from rdflib import Dataset, URIRef
from rdflib.namespace import RDF
from rdflib.term import Node

from claimgraph.exports import ExportOptions, find_format
from claimgraph.exports.selection import selected_batches
from claimgraph.identity import resolve
from claimgraph.model import Batch, Claim
from claimgraph.schema import load_schema
from documented_sparql import TERMS
from examples import examples
from export_cases import sample
from outside_tools import output, script
from quad_sets import parsed
from strategies import corpora

pytestmark = pytest.mark.slow

# polarity and modality of each claim; the claims that are shown as a tie
Found = tuple[dict[str, list[str]], list[str]]
READ = """
import json
import sys
from pathlib import Path

FOLDER = Path(sys.argv[1])
MARKS = ("DENIED ", "WITHHELD ")


def stix():
    import stix2

    text = (FOLDER / "out.stix.json").read_text("utf-8")
    told, ties = {}, []
    for one in stix2.parse(text, allow_custom=False).objects:
        for source in one.get("external_references", []):
            kind, _, claim = source.get("external_id", "").partition("/")
            if kind == "claim":
                polarity, _, modality, *_ = one.labels
                told[claim] = [polarity, modality]
                ties += [claim] if one.type == "relationship" else []
    return told, ties


def of_tables(claims, edges):
    told = {one["id"]: [one["polarity"], one["modality"]] for one in claims}
    plain = [one for one in edges if not one["link_type"].startswith(MARKS)]
    return told, [one["claim_id"] for one in plain]


def csv():
    import duckdb

    def rows(name):
        path = FOLDER / "csv" / f"{name}.csv"
        asked = "FROM read_csv(?, all_varchar=true, header=true, quote='\\"')"
        found = duckdb.execute(asked, [str(path)])
        names = [column[0] for column in found.description]
        return [dict(zip(names, row)) for row in found.fetchall()]

    return of_tables(rows("claims"), rows("edges"))


def xlsx():
    import pandas

    sheets = pandas.read_excel(FOLDER / "out.xlsx", ["claims", "edges"], dtype=str)
    return of_tables(*(one.to_dict("records") for one in sheets.values()))


def graphml():
    import igraph

    found = igraph.Graph.Read_GraphML(str(FOLDER / "out.graphml"))
    nodes, edges = ([one.attributes() for one in held] for held in (found.vs, found.es))
    return of_drawing(nodes, edges)


def gexf():
    # as graphology has printed it
    found = json.loads((FOLDER / "gexf.json").read_text("utf-8"))
    return of_drawing(found["nodes"], found["edges"])


def of_drawing(nodes, edges):
    held = [one for one in (*nodes, *edges) if one.get("claim")]
    told = {one["claim"]: [one["polarity"], one["modality"]] for one in held}
    drawn = [one for one in edges if one.get("claim")]
    return told, [one["claim"] for one in drawn if not one["label"].startswith(MARKS)]


def ftm():
    from followthemoney import model

    told, ties = {}, []
    for line in (FOLDER / "out.ftm.json").read_text("utf-8").splitlines():
        one = model.get_proxy(json.loads(line))
        kind, _, claim = one.id.partition("-")
        if kind != "claim":
            continue
        lines = dict(
            line.partition(": ")[::2] for line in one.first("summary").splitlines()[1:]
        )
        name = one.first("name", quiet=True) or "claimed:"
        said = {"claimed": "affirmed", "denied": "denied"}.get(name.partition(":")[0])
        modality = one.first("status", quiet=True) or lines.get("modality")
        told[claim] = [said or "withheld", modality]
        ties += [claim] if one.schema.edge else []
    return told, ties


asked = {one.__name__: one for one in (stix, csv, xlsx, graphml, gexf, ftm)}
print(json.dumps({name: asked[name]() for name in sys.argv[2:]}))
"""
# the readers run in these environments
IN_PYTHON, IN_FTM = ("stix", "csv", "xlsx", "graphml", "gexf"), ("ftm",)
RDF_FORMATS = ("trig", "nquads", "turtle", "jsonld")
PHASES, SLOW = (Phase.generate,), [HealthCheck.too_slow]
PLAIN, WITH_EDGES = ExportOptions(), ExportOptions(with_edges=True)


def write(name: str, batches: Sequence[Batch], target: Path, edges: bool) -> Path:
    """What a format writes, with bare edges where it can and they are asked for."""
    asked = WITH_EDGES if edges else PLAIN
    find_format(name).write(selected_batches(batches, asked), target, asked)
    return target


def by_others(
    batches: Sequence[Batch],
    folder: Path,
    python: Path,
    followthemoney: Path,
    node: Path,
) -> Iterator[tuple[str, Found]]:
    """What each reader finds in the file of its format."""
    for name in (*IN_PYTHON, *IN_FTM):
        target = folder / (f"out{find_format(name).suffix}" if name != "csv" else "csv")
        if name == "csv":
            target.mkdir()
        write(name, batches, target, edges=False)
    printed = script(node, "graphs.mjs", str(folder / "out.gexf"))
    (folder / "gexf.json").write_text(printed, "utf-8")
    for place, names in ((python, IN_PYTHON), (followthemoney, IN_FTM)):
        command = [str(place / "python"), "-c", READ, str(folder), *names]
        yield from json.loads(output(command)).items()


def in_rdf(path: Path) -> Found:
    """What rdflib finds: bare edges are the ties."""
    found = parsed(path)
    claims = {one for one, *_ in found.quads((None, RDF.type, URIRef(f"{TERMS}Claim")))}
    told = {
        own_id(claim): [word(found, claim, name) for name in ("polarity", "modality")]
        for claim in claims
    }
    relations = {URIRef(f"{TERMS}{name}") for name in load_schema().relations}
    graphs = [str(graph) for _, verb, _, graph in found.quads() if verb in relations]
    return told, [own_id(one.removesuffix("/edge")) for one in graphs]


def own_id(address: object) -> str:
    """The id at the end of an address."""
    return str(address).rpartition("/")[2]


def word(found: Dataset, claim: Node, name: str) -> str:
    """The word of a closed list that a claim has there."""
    verb = URIRef(f"{TERMS}{name}")
    [value] = {target for *_, target, _ in found.quads((claim, verb, None))}
    return str(value).removeprefix(TERMS)


def in_claims(path: Path) -> Found:
    """What is in lines of JSON, which show no ties."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    claims = [line["claim"] for line in lines if "claim" in line]
    return {one["id"]: [one["polarity"], one["modality"]] for one in claims}, []


def in_admin_tables(folder: Path) -> list[str]:
    """The claims that are edges of their own relation where Neo4j imports a folder."""
    with (folder / "edges.csv").open(encoding="utf-8", newline="") as file:
        [head, *lines] = list(csv.reader(file))
    kind = head.index(":TYPE")
    [own] = [at for at, name in enumerate(head) if name.partition(":")[0] == "claim"]
    return [line[own] for line in lines if line[kind] in load_schema().relations]


def checked(found: Found, claims: Sequence[Claim], ties: Sequence[Claim]) -> None:
    """All claims are told as they are, and those alone are ties."""
    told, shown = found
    assert told == {one.id: [one.polarity, one.modality] for one in claims}
    assert sorted(shown) == sorted(one.id for one in ties)


def numbers_in(batches: Sequence[Batch]) -> list[float]:
    """All numbers with a point that claims and places have."""
    places = [one for batch in batches for one in batch.entities]
    held = [number for one in places for number in (one.lat, one.lon)]
    held += [claim.confidence for batch in batches for claim in batch.claims]
    return [number for number in held if number is not None]


Make = Callable[[str], Path]


# to make one smaller, all readers would be started again and again
@settings(max_examples=examples(4), phases=PHASES, suppress_health_check=SLOW)
@given(batches=corpora((4, 12)))
def test_every_reader_counts_the_same_denials(
    batches: list[Batch],
    python: Path,
    followthemoney: Path,
    node: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    # igraph cannot read numbers so near to 0 that they lose digits
    assume(all(one == 0 or abs(one) > 1e-300 for one in numbers_in(batches)))
    for some in (batches, sample()):
        folder = tmp_path_factory.mktemp("files")
        given = list(selected_batches(some, PLAIN))
        claims = [claim for batch in given for claim in batch.claims]
        ties = [one for one in claims if one.polarity == "affirmed" and one.object]
        for _, found in by_others(some, folder, python, followthemoney, node):
            checked(found, claims, ties)
        for name in RDF_FORMATS:
            target = folder / f"out{find_format(name).suffix}"
            checked(in_rdf(write(name, some, target, edges=False)), claims, [])
            if name != "turtle":
                edged = write(name, some, target, edges=True)
                checked(in_rdf(edged), claims, ties)
        target = folder / "out.claims.jsonl"
        checked(in_claims(write("claims", some, target, edges=False)), claims, [])
        (folder / "admin").mkdir()
        admin = write("neo4j_admin", some, folder / "admin", edges=False)
        # a claim whose ends a judgement made one has no edge in a graph
        judged = [one for batch in given for one in batch.judgements or ()]
        same, _ = resolve(dict.fromkeys(judged))
        apart = [
            one.id
            for one in ties
            if same.canonical(one.subject) != same.canonical(str(one.object))
        ]
        assert sorted(in_admin_tables(admin)) == sorted(apart)
