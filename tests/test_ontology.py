"""Ontology, shapes, constraints and reference say what the schema declares."""

import re
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import cast, get_args

import pyshacl
import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, Namespace, URIRef

from claimgraph import model
from claimgraph.errors import SchemaError
from claimgraph.ontology import SHAPES, generated_texts, write
from claimgraph.ontology.properties import property_terms
from claimgraph.ontology.steps import filled_questions
from claimgraph.ontology.terms import CLASSES
from claimgraph.schema import load_schema
from claimgraph.schema.reading import read_schema
from claimgraph.schema.types import PREFIXES, Schema
from claimgraph.yaml_file import read_yaml

ROOT = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases" / "shapes"
CG = Namespace(PREFIXES["cg"])
CGS = Namespace(PREFIXES["cgs"])
BASE = "https://w3id.org/claimgraph/data/"
BROKEN = sorted(path.stem for path in CASES.glob("*.yaml"))
NEW_RELATION = """\
label: praised by
description: Who spoke well of the group.
from: [Group]
to: [Person]
kinds:
  sermon: in a place of worship
sentence: "{object} praised {subject}{kind}"
actor: object
ties: none
compared: none
stix: related-to
ftm: {schema: UnknownLink, subject: subject, object: object}
example: The preacher praised the group.
"""


@cache
def ontology() -> Graph:
    """ontology.ttl of the schema, read by rdflib."""
    return Graph().parse(data=generated_texts(load_schema(), ROOT)["ontology.ttl"])


@cache
def shapes() -> Graph:
    """shapes.ttl of the schema, read by rdflib."""
    return Graph().parse(data=generated_texts(load_schema(), ROOT)[SHAPES])


def examples() -> dict[str, str]:
    """The passing example and each broken one, all under an IRI of their own."""
    passing = (CASES / "passing.ttl").read_text("utf-8")
    found = {"passing": passing}
    for name in BROKEN:
        case = case_of(name)
        was, becomes = str(case["was"]), str(case["becomes"])
        assert passing.count(was) == 1, name
        found[name] = passing.replace(was, becomes)
    return {
        name: text.replace(f"@base <{BASE}>", f"@base <{BASE}{name}/>")
        for name, text in found.items()
    }


@cache
def refusals() -> dict[str, set[str]]:
    """The shapes that refuse each example; one run, since each run takes a second."""
    data = Graph()
    texts = examples()
    for text in texts.values():
        data.parse(data=text, format="turtle")
    # pyshacl's own signature says too little for the type checkers
    validate = cast("Callable[..., tuple[bool, Graph, str]]", vars(pyshacl)["validate"])
    report = validate(data, shacl_graph=shapes())[1]
    found: dict[str, set[str]] = {name: set() for name in texts}
    for result in report.subjects(RDF.type, SH.ValidationResult):
        place = report.value(result, SH.focusNode)
        if place == CG["Claim"]:
            place = report.value(result, SH.value)
        name = str(place).removeprefix(BASE).partition("/")[0]
        source = report.value(result, SH.sourceShape)
        if not isinstance(source, URIRef):
            source = next(iter(shapes().subjects(SH.property, source)))
        found[name].add(str(source).removeprefix(CGS))
    return found


@pytest.mark.parametrize(
    "kind", [OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept]
)
def test_every_term_has_a_label_and_a_comment(kind: URIRef) -> None:
    terms = ours(kind)
    assert terms
    for term in terms:
        assert ontology().value(term, RDFS.label, any=True), term
        assert ontology().value(term, RDFS.comment, any=True), term


def ours(kind: URIRef) -> set[URIRef]:
    """The terms of a kind that are not of another vocabulary."""
    found = ontology().subjects(RDF.type, kind)
    return {URIRef(str(term)) for term in found if str(term).startswith(CG)}


def test_every_declared_type_is_in_the_ontology() -> None:
    schema = load_schema()
    classes = {CG[label] for label in schema.nodes} - {CG["Graph"]}
    classes |= {CG[term.name] for term in CLASSES}
    assert ours(OWL.Class) == classes
    inside = set(ontology().subjects(SKOS.inScheme, CG["Relation"]))
    assert inside == {CG[name] for name in schema.relations}
    for relation in inside:
        assert ontology().value(relation, SKOS.example)


def test_terms_are_declared_once_and_related_to_declared_terms() -> None:
    terms = property_terms(load_schema().claim)
    names = [term.name for term in (*CLASSES, *terms)]
    assert len(names) == len(set(names))
    known = set(ontology().subjects())
    for verb in (RDFS.domain, RDFS.range, RDFS.subClassOf, RDFS.subPropertyOf):
        for target in ontology().objects(None, verb):
            if str(target).startswith(CG):
                assert target in known, target


@pytest.mark.parametrize(
    ("scheme", "words"),
    [
        ("Polarity", model.POLARITIES),
        ("Reason", model.REASONS),
        ("Modality", model.MODALITIES),
        ("Stance", get_args(model.Stance)),
        ("Medium", get_args(model.Medium)),
        ("Review", model.REVIEWS),
        ("Verdict", model.VERDICTS),
    ],
)
def test_concept_schemes_hold_the_words_of_the_model(
    scheme: str, words: tuple[str, ...]
) -> None:
    assert load_schema().lists[scheme.lower()].keys() == set(words)
    inside = set(ontology().subjects(SKOS.inScheme, CG[scheme]))
    assert inside == {CG[word] for word in words}


def test_kinds_are_those_of_types_articles_and_zones() -> None:
    schema = load_schema()
    kinds = {kind for node in schema.nodes.values() for kind in node.kinds}
    kinds |= {kind for held in schema.relations.values() for kind in held.kinds}
    kinds |= {*model.ARTICLE_KINDS, *model.ZONE_KINDS}
    inside = set(ontology().subjects(SKOS.inScheme, CG["Kind"]))
    assert inside == {CG[kind] for kind in kinds}
    assert set(schema.nodes["Article"].kinds) == set(model.ARTICLE_KINDS)
    assert schema.lists["zone"].keys() == set(model.ZONE_KINDS)
    assert schema.lists["reply"].keys() == set(get_args(model.ReplyKind))


def test_ontology_never_says_same_as() -> None:
    assert not list(ontology().triples((None, OWL.sameAs, None)))


def test_passing_example_passes_every_shape() -> None:
    assert refusals()["passing"] == set()


@pytest.mark.parametrize("name", BROKEN)
def test_broken_example_is_refused_by_its_shape(name: str) -> None:
    assert refusals()[name] == refused_by(case_of(name))


def test_every_shape_has_a_broken_example() -> None:
    refused = {shape for name in BROKEN for shape in refused_by(case_of(name))}
    declared = {
        str(shape).removeprefix(CGS)
        for shape in shapes().subjects(RDF.type, SH.NodeShape)
    }
    assert declared - refused == set()


def case_of(name: str) -> dict[str, object]:
    """A broken example: what of the passing one was changed, and who refuses it."""
    return cast("dict[str, object]", read_yaml(CASES / f"{name}.yaml").plain)


def refused_by(case: dict[str, object]) -> set[str]:
    """The shapes that refuse a broken example."""
    return set(cast("list[str]", case["refused_by"]))


def test_constraints_hold_every_relation_with_an_object() -> None:
    schema = load_schema()
    text = generated_texts(schema, ROOT)["schema/generated/constraints.cypher"]
    types = re.findall(r"\[r:([A-Z_]+)\]-\(\) REQUIRE r\.claim IS UNIQUE;", text)
    with_object = [name for name, held in schema.relations.items() if held.target]
    assert sorted(types) == sorted([*with_object, "DENIED", "WITHHELD"])
    labels = re.findall(r"\(n:(\w+)\) REQUIRE n\.id IS UNIQUE;", text)
    assert labels == ["Article", "Claim", "Entity", "Judgement"]


def test_full_text_is_the_same_on_both_engines() -> None:
    texts = generated_texts(load_schema(), ROOT)
    neo4j = re.findall(
        r"INDEX (\w+) IF NOT EXISTS FOR \(n:(\w+)\) ON EACH \[(.*)\];",
        texts["schema/generated/fulltext.neo4j.cypher"].replace("n.", ""),
    )
    arcadedb = re.findall(
        r"INDEX (\w+) IF NOT EXISTS ON (\w+) \((.*)\) FULL_TEXT;",
        texts["schema/generated/fulltext.arcadedb.sql"],
    )
    assert neo4j == arcadedb
    assert [name for name, _, _ in neo4j] == [
        "article_text",
        "claim_quote",
        "entity_names",
    ]


def with_new_relation(folder: Path, text: str = NEW_RELATION) -> Schema:
    """The schema of a copy that has one more relation file."""
    for part in ("nodes", "relations", "claim.yaml"):
        source = ROOT / "schema" / part
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, folder / part)
    (folder / "relations" / "PRAISED_BY.yaml").write_text(text, "utf-8")
    return read_schema(folder)


def test_new_relation_is_one_file(tmp_path: Path) -> None:
    schema = with_new_relation(tmp_path)
    assert schema.relations["PRAISED_BY"].target == ("Person",)
    assert schema.sha256 != load_schema().sha256
    before, after = (generated_texts(one, ROOT) for one in (load_schema(), schema))
    assert "PRAISED_BY" not in "".join(before.values())
    for name in (
        "ontology.ttl",
        SHAPES,
        "schema/generated/constraints.cypher",
        "docs/schema.md",
    ):
        assert "PRAISED_BY" in after[name], name
    assert (CG["PRAISED_BY"], RDF.type, SKOS.Concept) in Graph().parse(
        data=after["ontology.ttl"]
    )


def test_questions_sort_the_ends_of_every_relation_that_reads_both_ways(
    tmp_path: Path,
) -> None:
    text = NEW_RELATION.replace("to: [Person]", "to: [Group]\nsymmetric: true")
    after = generated_texts(with_new_relation(tmp_path, text), ROOT)
    sorting = [name for name, held in after.items() if "AND b.id < a.id" in held]
    meant = [
        path.relative_to(ROOT).as_posix()
        for path in ROOT.glob("queries/*/*.cypher")
        if "b.id < a.id" in path.read_text("utf-8")
    ]
    assert sorted(sorting) == sorted(meant)
    for name in sorting:
        assert "['ALLEGED_LINK', 'PRAISED_BY', 'RIVAL_OF'] AND" in after[name]


def test_write_gives_back_what_changed(tmp_path: Path) -> None:
    schema = load_schema()
    (tmp_path / SHAPES).parent.mkdir()
    for name in filled_questions(ROOT, schema):
        text = (ROOT / name).read_text("utf-8")
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        # names of types have an underscore, those of edges from claims have none
        listed = r"\|[A-Z]+_[A-Z_]+|(?<=\.relation IN \[)'[A-Z_]+'"
        short = re.sub(listed, "", text, count=1)
        assert short != text, name
        (tmp_path / name).write_text(short, "utf-8")
    (tmp_path / SHAPES).write_text("# generated: ends\n# end\n", "utf-8")
    with pytest.raises(SchemaError, match="one block each for lists, ends, kinds"):
        write(schema, tmp_path)
    empty = re.sub(
        "(# generated: .*\n)[^#]+(# end)", r"\1\2", (ROOT / SHAPES).read_text()
    )
    (tmp_path / SHAPES).write_text(empty, "utf-8")
    assert write(schema, tmp_path) == list(generated_texts(schema, ROOT))
    assert (tmp_path / SHAPES).read_bytes() == (ROOT / SHAPES).read_bytes()
    assert write(schema, tmp_path) == []
    (tmp_path / "ontology.ttl").write_text("old", "utf-8")
    assert write(schema, tmp_path) == ["ontology.ttl"]
