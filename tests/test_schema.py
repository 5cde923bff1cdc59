"""The schema says what the model says, and a bad declaration names its place."""

import re
import shutil
from pathlib import Path

import pytest

from claimgraph.errors import SchemaError
from claimgraph.schema import load_schema
from claimgraph.schema.reading import read_schema
from claimgraph.schema.types import properties

ROOT = Path(__file__).parent.parent
ENTITIES = {
    "Group": "group",
    "Person": "person",
    "Attack": "attack",
    "Organization": "org",
    "State": "state",
    "Community": "community",
    "Place": "place",
}
RELATION = "relations/LED_BY.yaml"
NODE = "nodes/Group.yaml"
VALUED = "relations/STRENGTH.yaml"
WORDED, TOTAL = "relations/METHOD.yaml", "relations/CASUALTIES.yaml"
CLAIM = "claim.yaml"
# what a relation's claims mean: no relation may leave one of these unsaid
MEANING = ("sentence", "actor", "ties", "compared", "stix", "ftm")
# file, text that is there, text instead of it, key, line, part of the reason
BROKEN = [
    (RELATION, "label: led by", "labl: led by", "labl", 1, "(nearest: label)"),
    (RELATION, "former:", "fromer:", "fromer", 7, "no key here (nearest: former)"),
    (RELATION, "label: led by", "name: x\nlabel: led by", "name", 1, "no key here"),
    (RELATION, "[Person]", "[Persn]", "to[0]", 5, "no entity type (nearest: Person)"),
    (RELATION, "[Person]", "[Article]", "to[0]", 5, "no entity type"),
    (RELATION, "[Person]", "[Person, Person]", "to", 5, "stands there twice"),
    (RELATION, "[Person]", "Person", "to", 5, "must be a list"),
    (RELATION, "to: [Person]", "to:", "to", 5, "is empty"),
    (RELATION, "to: [Person]", "value: weight", "value", 5, "date or word"),
    (RELATION, "to: [Person]", "", None, 1, "either to or value"),
    (RELATION, "to: [Person]", "to: [Person]\nvalue: date", None, 1, "and not both"),
    (RELATION, "from: [Group, Organization]", "", "from", 1, "is missing"),
    (RELATION, "former: true", "former: yes", "former", 7, "true or false"),
    (RELATION, "former: true", "symmetric: true", "symmetric", 7, "same labels"),
    (RELATION, "former: true", "same_type: true", "same_type", 7, "from and to share"),
    (RELATION, "leader,", "Leader,", "roles[0]", 6, "Leader is not written"),
    (RELATION, "sem:Role", "foaf:Role", "close_match[0]", 16, "is not written"),
    (RELATION, "former: true", "former: true\nformer: true", "former", 8, "second"),
    (RELATION, "label: led by", "label: [led", None, 2, "no YAML"),
    (RELATION, "label: led by", "label: !!str led", "label", 1, "tag"),
    (RELATION, "label: led by", "label: 5", "label", 1, "must be text"),
    (RELATION, "leads {subject}{", "leads {", "sentence", 8, "name {subject} once"),
    (RELATION, "{subject}", "{subjct}", "sentence", 8, "(nearest: subject)"),
    (RELATION, "{object}", "{value}", "sentence", 8, "nothing that its claims have"),
    (RELATION, "{object}", "{object", "sentence", 8, "brace"),
    (RELATION, "actor: none", "actor: nobody", "actor", 9, "subject, object or none"),
    (RELATION, "actor: none", "actor:", "actor", 9, "is empty"),
    (RELATION, "n: object}", "n: both}", "ties.affiliation", 10, "subject or object"),
    (RELATION, "affiliation:", "afiliation:", "ties.afiliation", 10, "affiliation)"),
    (RELATION, "object}\ncom", "object, parts: object}\ncom", "ties", 10, "one {"),
    (RELATION, "{affiliation: object}", "affiliation", "ties", 10, "a block of keys"),
    (RELATION, "leader\n", "place\n", "compared", 11, "is for Place alone"),
    (RELATION, "related-to", "relatedto", "stix", 12, "(nearest: related-to)"),
    (RELATION, "related-to", "none", "stix", 12, "must say what two ends become"),
    (RELATION, "UnknownLink", "Unknown", "ftm.schema", 13, "(nearest: UnknownLink)"),
    (RELATION, "object: object}", "object: subject}", "ftm", 13, "subject and object"),
    (RELATION, "subject: subject", "subject: member", "ftm", 13, "subject and object"),
    (RELATION, "schema: Un", "schem: Un", "ftm.schem", 13, "(nearest: schema)"),
    (RELATION, "schema: Un", "form: x, schema: Un", "ftm.form", 13, "no key here"),
    (VALUED, "actor: none", "actor: object", "actor", 7, "has no object"),
    (VALUED, "ties: none", "ties: {parts: subject}", "ties", 8, "must be none"),
    (VALUED, "stix: none", "stix: related-to", "stix", 10, "must be none"),
    (VALUED, "compared: count", "compared: day", "compared", 9, "for date alone"),
    (VALUED, "actor: none", "actor: none\nundated: true", "undated", 8, "value: date"),
    (VALUED, "actor: none", "actor: none\nplace: true", "place", 8, "two entities"),
    (WORDED, "value: word", "value: date", "words", 7, "goes with value: word"),
    (TOTAL, "WOUNDED]", "WONDED]", "total_of[1]", 7, "(nearest: WOUNDED)"),
    (TOTAL, "WOUNDED]", "LED_BY]", "total_of[1]", 7, "no other relation that counts"),
    (NODE, "prefix: group", "prefix: attack", "prefix", 5, "Attack has it"),
    (NODE, "prefix: group", "prefix: Group", "prefix", 5, "is not written"),
    (NODE, "extends: Entity", "extends: Entty", "extends", 4, "(nearest: Entity)"),
    (NODE, "extends: Entity", "extends: Person", "extends", 4, "no label"),
    (NODE, "key: id", "key: idd", "key", 6, "no property (nearest: id)"),
    (NODE, "  cell: a", "  Cell: a", "kinds.Cell", 9, "is not written"),
    (
        NODE,
        "key: id",
        "properties:\n  id: {string: x}\nkey: id",
        "properties.id",
        7,
        "",
    ),
]
# text that is there, text instead of it, key, how its line begins, part of the reason
BROKEN_CLAIM = [
    (
        "mer: {boolean",
        "mer: {bolean",
        "node_and_edge.former.bolean",
        "  former:",
        "(nearest",
    ),
    (
        "{boolean: true where it is over}",
        "5",
        "node_and_edge.former",
        "  former:",
        "keys",
    ),
    ("  former: {", "  Former: {", "node_and_edge.Former", "  Former:", "not written"),
    ("  kind: {", "  valid_to: {", "node_and_edge.valid", "  valid:", "there already"),
    ("  label: {", "  quote: {", "node_only.quote", "  quote: {s", "there already"),
    (": reason}", ": raeson}", "node_and_edge.reason.list", "  reason: ", "(nearest"),
    (
        ", day: day of saying",
        "",
        "node_and_edge.said",
        "  said: {edtf: when ",
        "says day",
    ),
    (
        "path: subject",
        "path: S",
        "node_and_edge.subject_id.path",
        "  subject_id:",
        "S is not",
    ),
    (
        "entity: true",
        "entity: x",
        "node_and_edge.subject_id.entity",
        "    entity: x",
        "or f",
    ),
    ("key: start", "kye: start", "node_and_edge.start.kye", "    path: s", "key)"),
    ('"oa:exact"', '"foaf:x"', "node_and_edge.quote.rdf", '    rdf: "f', "not written"),
    ("hop:\n", "hops:\n", "hops", "hops:", "no key here (nearest: hop)"),
    ("\n  verdict:", "\n  verdicts:", "lists", "lists:", "lacks the list verdict"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the schema that a test may break."""
    for part in ("nodes", "relations"):
        shutil.copytree(ROOT / "schema" / part, tmp_path / part)
    shutil.copy(ROOT / "schema" / CLAIM, tmp_path / CLAIM)
    return tmp_path


@pytest.mark.parametrize(("file", "was", "becomes", "key", "line", "reason"), BROKEN)
def test_broken_declaration_names_file_line_and_key(
    folder: Path,
    file: str,
    was: str,
    becomes: str,
    key: str | None,
    line: int,
    reason: str,
) -> None:
    error, _ = refusal(folder, file, was, becomes)
    assert (error.file, error.key) == (f"schema/{file}", key)
    assert error.line == line
    assert reason in error.message


@pytest.mark.parametrize(("was", "becomes", "key", "begins", "reason"), BROKEN_CLAIM)
def test_broken_field_names_its_line_and_key(
    folder: Path, was: str, becomes: str, key: str, begins: str, reason: str
) -> None:
    error, lines = refusal(folder, CLAIM, was, becomes)
    assert (error.file, error.key) == (f"schema/{CLAIM}", key)
    places = [at for at, line in enumerate(lines, 1) if line.startswith(begins)]
    assert [error.line] == places
    assert reason in error.message


def refusal(
    folder: Path, file: str, was: str, becomes: str
) -> tuple[SchemaError, list[str]]:
    """What is said of a file with other text in one place, and its lines."""
    text = (folder / file).read_text("utf-8")
    found = next(iter(re.finditer(re.escape(was), text)), None)
    assert found is not None
    changed = text[: found.start()] + becomes + text[found.end() :]
    (folder / file).write_text(changed, "utf-8")
    with pytest.raises(SchemaError) as caught:
        read_schema(folder)
    return caught.value, changed.split("\n")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("relations/DENIED.yaml", "take another name"),
        ("relations/SAID_BY.yaml", "take another name"),
        ("relations/led_by.yaml", "no type's name"),
        ("relations/LED-BY.yaml", "no type's name"),
        ("relations/TAUGHT_BY.yml", "no type's name"),
        ("nodes/camp.yaml", "no type's name"),
    ],
)
def test_file_name_is_the_name_of_the_type(
    folder: Path, name: str, reason: str
) -> None:
    shutil.copy(folder / RELATION, folder / name)
    with pytest.raises(SchemaError, match=reason) as caught:
        read_schema(folder)
    assert caught.value.file == f"schema/{name}"


@pytest.mark.parametrize("label", ["Entity", "Claim", "Graph"])
def test_needed_node_must_be_there(folder: Path, label: str) -> None:
    (folder / "nodes" / f"{label}.yaml").unlink()
    with pytest.raises(SchemaError, match=rf"lacks {label}\.yaml"):
        read_schema(folder)


def test_file_that_an_editor_hides_is_no_declaration(folder: Path) -> None:
    before = read_schema(folder)
    (folder / "relations" / ".LED_BY.yaml.swp").write_text("x", "utf-8")
    assert read_schema(folder) == before


def test_hash_follows_every_file_and_no_line_end(folder: Path) -> None:
    before = read_schema(folder).sha256
    assert before == load_schema().sha256
    for file in (RELATION, NODE, CLAIM):
        path = folder / file
        text = path.read_bytes()
        path.write_bytes(text.replace(b"\n", b"\r\n"))
        assert read_schema(folder).sha256 == before
        path.write_bytes(text + b"# seen\n")
        assert read_schema(folder).sha256 != before
        path.write_bytes(text)


@pytest.mark.parametrize("key", MEANING)
def test_relation_that_does_not_say_what_it_means_is_refused(
    folder: Path, key: str
) -> None:
    path = folder / RELATION
    lines = path.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(f"{key}:")]
    assert len(kept) == len(lines) - 1
    path.write_text("".join(kept), "utf-8")
    with pytest.raises(SchemaError, match="is missing") as caught:
        read_schema(folder)
    assert (caught.value.file, caught.value.key) == (f"schema/{RELATION}", key)


def test_entities_are_known_by_their_prefix() -> None:
    schema = load_schema()
    nodes = schema.nodes.values()
    assert {node.label: node.prefix for node in nodes if node.is_entity} == ENTITIES
    assert schema.label_of("state/x") == "State"
    assert schema.label_of("claim/x") is None


def test_claim_carries_provenance_without_naming_itself() -> None:
    schema = load_schema()
    held = {field.name for field in schema.nodes["Claim"].properties}
    assert "claim" not in held
    assert {"id", "digest", "quote", "value_min", "on_to", "reply_how"} <= held
    names = [field.name for field in properties(schema.claim.edge)]
    assert names[0] == "claim" and len(names) == len(set(names))


def test_field_says_where_it_stands_and_how_it_is_written() -> None:
    claim = load_schema().claim
    fields = {field.name: field for field in (*claim.node, *claim.hop)}
    value, reply, cue = fields["value_min"], fields["reply_how"], fields["cue_start"]
    assert (value.path, value.key, value.rdf) == ("value.min", "value.min", "cg:min")
    assert (reply.path, reply.key, reply.list) == (
        "reply.how",
        "replies_to.how",
        "reply",
    )
    assert (cue.path, cue.rdf, cue.derived) == ("cue_start", "cg:cueStart", True)
    assert fields["chain"].path is None and fields["chain"].rdf is None


def test_place_has_what_every_entity_has_and_more() -> None:
    nodes = load_schema().nodes
    inherited = nodes["Entity"].properties
    assert nodes["Place"].properties[: len(inherited)] == inherited
    more = [field.name for field in nodes["Place"].properties[len(inherited) :]]
    assert more == ["within", "lat", "lon"]


def test_schema_is_read_once() -> None:
    assert load_schema() is load_schema()
    assert load_schema().version == "4"
