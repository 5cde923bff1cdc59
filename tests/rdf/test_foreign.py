"""A file that somebody else wrote: what is told of it, what is refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimgraph.errors import GateError, LoaderError
from claimgraph.exports import ExportOptions, find_format
from claimgraph.exports.selection import selected_batches
from claimgraph.gate import Gate
from claimgraph.loaders import find_loader
from claimgraph.loading import load
from claimgraph.readback import read
from claimgraph.schema import load_schema
from claimgraph.store.base import Store
from export_cases import sample

OPTIONS = ExportOptions()
FIRST = '"had bombed the market"'


@pytest.fixture
def trig(tmp_path: Path) -> Path:
    """The sample as TriG."""
    target = tmp_path / "foreign.trig"
    find_format("trig").write(selected_batches(sample(), OPTIONS), target, OPTIONS)
    return target


def changed(path: Path, old: str, new: str, count: int = 1) -> Path:
    """The file with some text replaced, which must be there."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, count), "utf-8")
    return path


def problems(path: Path) -> Iterator[str]:
    """All that reader and gate say of a file."""
    for batch in find_loader("rdf").read(path):
        yield from map(str, Gate(load_schema()).problems(batch))


def test_sound_file_has_no_problem(trig: Path) -> None:
    assert list(problems(trig)) == []


def test_quote_that_is_not_in_the_text_is_refused(
    trig: Path, fresh_store: Store
) -> None:
    changed(trig, f"oa:exact {FIRST}", 'oa:exact "had spared the market"')
    found = list(problems(trig))
    assert any("the text says 'had bombed the market'" in one for one in found)
    with pytest.raises(GateError):
        load(find_loader("rdf").read(trig), fresh_store)
    assert list(read(fresh_store)) == []


def test_file_that_calls_a_false_quote_unchecked_is_refused_too(trig: Path) -> None:
    changed(trig, f"oa:exact {FIRST}", 'oa:exact "had spared the market"')
    changed(trig, 'cg:corpus "small" ;', 'cg:corpus "small" ; cg:quoteChecked false ;')
    assert any("the text says" in one for one in problems(trig))


@pytest.mark.parametrize("suffix", [".trig", ".nq", ".ttl", ".jsonld"])
def test_article_without_text_is_not_checked(tmp_path: Path, suffix: str) -> None:
    names = {".trig": "trig", ".nq": "nquads", ".ttl": "turtle", ".jsonld": "jsonld"}
    target, options = tmp_path / f"x{suffix}", ExportOptions(no_text=True)
    find_format(names[suffix]).write(
        selected_batches(sample(), options), target, options
    )
    [batch] = find_loader("rdf").read(target)
    assert batch.article.text is None
    assert not batch.article.quote_checked
    assert Gate(load_schema()).problems(batch) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("cg:polarity cg:denied", "cg:polarity cg:doubted", "polarity"),
        ("cg:polarity cg:denied", "cg:polarity schema:no", "is no term of ours"),
        ("cg:polarity cg:denied ;", "", "cg:polarity: is missing"),
        ("cg:polarity cg:denied", "cg:polarity cg:denied, cg:affirmed", "has 2 values"),
        ("cg:index 2 ;", "cg:index 3 ;", "have the indexes"),
        ("cg:index 2 ;", 'cg:index "two" ;', "is no whole number"),
        ("cg:hops 2 ;", "cg:hops 3 ;", "but there are 2"),
        ("cg:confidence 0.25", 'cg:confidence "NaN"', "is not 0..1"),
        ("cg:confidence 0.25", 'cg:confidence "much"', "is no number"),
        ("cg:origin <org/bureau>", "cg:origin <org/gazette>", "is not the last holder"),
        ('cg:by "rules 0.3 x"', 'cg:by "hand"', "worked out it is"),
        ("cg:by", "cg:note 'x' ; cg:by", "has 2 values"),
        ('"2020-05-02" ;', '"2020-05-32" ;', "worked out it is"),
        ('cg:valid "2020-05/.."', 'cg:valid "2020-13/.."', "no such month"),
        ("+00:00", "+04:30", "is no time in UTC"),
        ("<org/bureau> ", "<http://a/b> ", "does not begin with"),
        ("<org/gazette> a cg:Organization", "<org/gazette> a cg:State", "cg:Organizat"),
        ("cg:verdict cg:unsure", "cg:verdict cg:same", "worked out it is"),
        (f"oa:exact {FIRST}", f'oa:exact {FIRST}, "x"', "has 2 values"),
        (f"oa:exact {FIRST}", "oa:note 1", "has 0 quotes"),
        ("oa:start 31 ;", "", "has 0 places"),
        ("oa:start 31 ;", "oa:start 30 ;", "worked out it is"),
        ("cg:subject <group/hill-band>", "cg:subject <group/none>", "the claim is not"),
        ("cg:subject <person/ada>", "cg:subject <person/eve>", "not in entities"),
        ("cg:article <article/small> ;", "", "cg:article: leads to no article"),
        ("cg:article <article/small> ;", "cg:article 'x' ;", "leads to no article"),
        ("cg:article <article/small> ;", "cg:article <a> ;", "leads to no article"),
        ("cg:relation cg:LED_BY", "cg:relation cg:OWNED_BY", "is no relation type"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    trig: Path, old: str, new: str, told: str
) -> None:
    changed(trig, old, new)
    try:
        found = list(problems(trig))
    except LoaderError as error:
        found = [str(error)]
    assert any(told in one for one in found), found
    assert all(str(trig) in one for one in found)


def test_unlabelled_claim_of_others_gets_what_is_derived(trig: Path) -> None:
    text = trig.read_text("utf-8")
    derived = ("cg:digest", "cg:hops", "cg:origin", "prov:generatedAtTime", "cg:label")
    kept = [
        line for line in text.splitlines() if not line.strip().startswith(derived[:3])
    ]
    trig.write_text("\n".join(kept), "utf-8")
    [batch] = find_loader("rdf").read(trig)
    assert Gate(load_schema()).problems(batch) == []
    assert [one.digest for one in sorted(batch.claims, key=lambda one: one.id)] == [
        one.digest for one in sorted(sample()[0].claims, key=lambda one: one.id)
    ]


def test_blank_nodes_and_bare_edges_are_no_claims(trig: Path) -> None:
    with trig.open("a", encoding="utf-8") as file:
        file.write("_:a a cg:Claim ; cg:article <article/small> .\n")
        edge = "<attack/2020-05-01-market> cg:ATTRIBUTED_TO <group/hill-band> ."
        file.write(f"<claim/x/edge> {{ {edge} }}\n")
    [batch] = find_loader("rdf").read(trig)
    assert len(batch.claims) == len(sample()[0].claims)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no article of ours"),
        ("<http://a> <http://b> .", "cannot be read"),
        ("<a> <b> <c> .", "cannot be read"),
        ("<http://a/x> a <https://w3id.org/claimgraph/ns#Article> .", "article/<stem>"),
    ],
)
def test_file_that_is_none_is_refused(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "x.ttl"
    path.write_text(text, "utf-8")
    with pytest.raises(LoaderError, match=told):
        list(find_loader("rdf").read(path))


def test_context_that_is_not_in_the_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonld"
    path.write_text('{"@context": "https://example.org/c", "a": 1}', "utf-8")
    with pytest.raises(LoaderError):
        list(find_loader("rdf").read(path))


def test_text_that_the_parser_cannot_hold_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.nq"
    path.write_text(f'<http://a> <http://b> "{"x" * 2**24}" .\n', "utf-8")
    with pytest.raises(LoaderError, match="longer than 16 MiB"):
        list(find_loader("rdf").read(path))


def test_other_endings_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LoaderError, match="is none of"):
        list(find_loader("rdf").read(tmp_path / "x.rdf"))
    with pytest.raises(LoaderError, match="does not exist"):
        list(find_loader("rdf").read(tmp_path / "x.trig"))
