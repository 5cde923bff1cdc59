"""A corpus folder is read as it is written; what is wrong is told with its place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from claimgraph.corpus.reading import read_batches, read_corpus, stems
from claimgraph.corpus.text import read_text
from claimgraph.errors import CorpusError, GateError
from claimgraph.gate import Gate
from claimgraph.loaders import find_loader
from claimgraph.loading import load
from claimgraph.model import Hop, TextSpan
from claimgraph.schema import load_schema
from claimgraph.store.base import Store
from graph_snapshot import assert_equal, snapshot
from market import copy_market, edit_claim, load_folder, rewrite_text


def problems_of(folder: Path) -> list[str]:
    """All problems of a corpus, files without their folder."""
    schema = load_schema()
    batches = list(read_batches(read_corpus(folder)))
    found = [str(one) for batch in batches for one in Gate(schema).problems(batch)]
    return [one.replace(f"{folder}/", "") for one in found]


def append(path: Path, raw: bytes) -> None:
    """Add bytes to a file."""
    path.write_bytes(path.read_bytes() + raw)


def test_the_whole_folder_is_read(tmp_path: Path) -> None:
    folder = copy_market(tmp_path / "market")
    corpus = read_corpus(folder)
    assert (corpus.name, corpus.language, corpus.marking) == (
        "market",
        "en",
        "TLP:GREEN",
    )
    assert (len(corpus.entities), len(corpus.judgements)) == (17, 3)
    assert stems(folder) == ["alpha", "beta", "gamma"]
    batches = {batch.article.id: batch for batch in read_batches(corpus)}
    alpha = batches["alpha"]
    assert alpha.article.marking == "TLP:GREEN"
    assert (len(alpha.claims), alpha.article.rejected) == (10, 1)
    blame = alpha.claims[0]
    assert alpha.article.text is not None
    span = blame.selector
    assert isinstance(span, TextSpan)
    assert alpha.article.text[span.start : span.end] == blame.quote
    assert blame.chain[0] == Hop("org/gazette", "reports")
    assert alpha.claims[6].origin == "person/unspecified-alpha"
    assert batches["beta"].claims[1].origin == "org/publisher-beta"
    assert "group/unused" not in {one.id for one in alpha.entities}


JUDGED = (
    b'{"left": "group/a", "right": "group/b", "verdict": "same", "who": "ann", '
    b'"when": "2020", "why": "why"}\n'
)
# what is done to a copy of the corpus, and the problem that it must make
WRONG: dict[str, tuple[Callable[[Path], object], str]] = {
    "not UTF-8": (
        lambda f: append(f / "articles/alpha.txt", b"caf\xe9"),
        "articles/alpha.txt:13: is not UTF-8 at byte",
    ),
    "UTF-16": (
        lambda f: (f / "articles/alpha.txt").write_bytes("abc".encode("utf-16")),
        "articles/alpha.txt:1: is not UTF-8 at byte 0; it may be UTF-16",
    ),
    "NUL": (
        lambda f: append(f / "articles/alpha.txt", b"a\x00"),
        "articles/alpha.txt:13: has a NUL at offset",
    ),
    "surrogate": (
        lambda f: append(f / "articles/alpha.txt", b"\xed\xa0\x80"),
        "articles/alpha.txt:13: is not UTF-8 at byte",
    ),
    "another text": (
        lambda f: append(f / "articles/alpha.txt", b"more"),
        "claims/alpha.yaml:8: article.sha256: is not the digest of the text",
    ),
    "no text": (
        lambda f: (f / "articles/alpha.txt").unlink(),
        "articles/alpha.txt: is missing: the article's text",
    ),
    "no claims file": (
        lambda f: (f / "claims/alpha.yaml").unlink(),
        "claims/alpha.yaml: is missing: write the article's header",
    ),
    "a bomb": (
        lambda f: (f / "claims/alpha.yaml").write_text("a: &a [1]\nb: [*a, *a]"),
        "claims/alpha.yaml:",
    ),
    "a tag": (
        lambda f: (f / "claims/alpha.yaml").write_text("!!python/object:os.system {}"),
        "claims/alpha.yaml:1: has a tag",
    ),
    "deep": (
        lambda f: (f / "claims/alpha.yaml").write_text("[" * 5000),
        "claims/alpha.yaml:1: is nested deeper than 20",
    ),
    "a key twice": (
        lambda f: append(f / "claims/alpha.yaml", b"article: {}\n"),
        "article: stands here a second time",
    ),
    "another key": (
        lambda f: append(f / "claims/alpha.yaml", b"clams: []\n"),
        "clams: is no key here (there are: article, claims)",
    ),
    "numbers as keys": (
        lambda f: append(f / "claims/gamma.yaml", b"1: 2\n"),
        "1: is no key here",
    ),
    "a huge number": (
        lambda f: edit_claim(f, "alpha", 2, value={"min": 2**70, "of": "people"}),
        "claims[2].value.min: must be a whole number",
    ),
    "an entity twice": (
        lambda f: append(
            f / "entities/groups.yaml", b"- {id: group/unused, name: Again}\n"
        ),
        "entities/groups.yaml:6: [5].id: group/unused has an entry already (",
    ),
    "an entity's key": (
        lambda f: append(f / "entities/groups.yaml", b"- {id: group/z, nmae: Z}\n"),
        "entities/groups.yaml:6: [5].nmae: is no key here (nearest: name)",
    ),
    "another entity file": (
        lambda f: (f / "entities/gruops.yaml").write_text("[]"),
        "entities/gruops.yaml: is none of groups.yaml",
    ),
    "no JSON": (
        lambda f: append(f / "judgements.jsonl", b"{\n"),
        "judgements.jsonl:4: is not one JSON object",
    ),
    "a list as judgement": (
        lambda f: append(f / "judgements.jsonl", b"[]\n"),
        "judgements.jsonl:4: is not one JSON object",
    ),
    "surrogate in JSON": (
        lambda f: append(f / "judgements.jsonl", b'{"why": "\\ud800"}\n'),
        "judgements.jsonl:4: why: holds half a character (U+D800) at 0",
    ),
    "deep JSON": (
        lambda f: append(f / "judgements.jsonl", b"[" * 99999 + b"\n"),
        "judgements.jsonl:4: is nested too deep",
    ),
    "a verdict": (
        lambda f: append(f / "judgements.jsonl", JUDGED.replace(b"same", b"sam")),
        "judgements.jsonl:4: verdict: sam is unknown (nearest: same)",
    ),
    "a judgement twice": (
        lambda f: append(f / "judgements.jsonl", JUDGED * 2),
        "judgements.jsonl:5: says again what an earlier line says",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told(name: str, tmp_path: Path) -> None:
    change, told = WRONG[name]
    folder = copy_market(tmp_path / "market")
    change(folder)
    found = problems_of(folder)
    assert any(told in one for one in found), found


@pytest.mark.parametrize("fresh_store", ["arcadedb"], indirect=True)
@pytest.mark.parametrize("name", ["an entity's key", "no JSON"])
def test_nothing_is_loaded_beside_what_is_wrong(
    name: str, fresh_store: Store, tmp_path: Path
) -> None:
    folder = copy_market(tmp_path / "market")
    before = snapshot(fresh_store)
    WRONG[name][0](folder)
    with pytest.raises(GateError):
        load_folder(folder, fresh_store)
    with pytest.raises(GateError):
        one = folder / "claims" / "gamma.yaml"
        load(find_loader("corpus").read(one), fresh_store)
    assert_equal(fresh_store, before)


def test_all_problems_of_a_file_are_told(tmp_path: Path) -> None:
    folder = copy_market(tmp_path / "market")
    edit_claim(folder, "alpha", 0, relation="ATRIBUTED_TO", modality="sure")
    edit_claim(folder, "alpha", 1, quote="nowhere")
    edit_claim(folder, "alpha", 9, valid="2020-13")
    keys = [one.split(": ")[1] for one in problems_of(folder)]
    assert keys == [
        "claims[0].relation",
        "claims[0].modality",
        "claims[1].quote",
        "claims[9].valid",
    ]


def test_a_byte_order_mark_and_line_ends_count(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffOne\r\ntwo\rthree\n".encode())
    assert read_text(path) == ("\ufeffOne\r\ntwo\rthree\n", [])
    folder = copy_market(tmp_path / "market")
    rewrite_text(folder, "gamma", "Notes\n", "\ufeffNotes\r\n")
    assert problems_of(folder) == []


def test_what_is_no_corpus_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="is no corpus"):
        read_corpus(tmp_path)
    with pytest.raises(CorpusError, match="is no folder"):
        read_corpus(tmp_path / "none")
    with pytest.raises(CorpusError, match="does not exist"):
        list(find_loader("corpus").read(tmp_path / "none"))
    (tmp_path / "x.txt").write_text("x")
    with pytest.raises(CorpusError, match="is no article of a corpus"):
        list(find_loader("corpus").read(tmp_path / "x.txt"))
