"""YAML is read safely with lines, and written without touching what was not edited."""

from itertools import pairwise
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimgraph.errors import CorpusError
from claimgraph.yaml_file import read_yaml, write_yaml

CLAIMS = """\
# a comment at the top
article:
  title:   "Quoted: with a colon"   # and one beside
  published: 2020-05-06
  year: 2020
  sha256: 0123456789
  zones: [{ kind: comments, from: 'Do you like it?' }]

claims:
  - relation: LED_BY
    value: {min: 25, max: 60.5, about: true, of: no}
    quote: a long plain quote that
      goes on in another line
    review:   proposed     # not yet

  - relation: PART_OF
    chain: []
    note: |
      first
      second
    review: proposed
"""
BAD = [
    (b"a: 1\nb: 2\na: 3\n", 3, "stands here a second time"),
    (b"a:\n  b: {c: 1, c: 2}\n", 2, "stands here a second time"),
    (b"a: &x [1]\nb: *x\n", 2, "has an alias"),
    (b"a: &x {k: 1}\nb:\n  <<: *x\n", 3, "has an empty key or a merge key"),
    (b"a: 1\nb: !!python/object/apply:os.system [ls]\n", 2, "has a tag"),
    (b"a: !!str 5\n", 1, "has a tag"),
    (b"? [a, b]\n: 1\n", 1, "has a key that is no plain text"),
    (b"a: 1\nb: x\x00y\n", 2, "U\\+0000"),
    (b'a: 1\nb: "x\\0y"\n', 2, "holds a NUL at 1: take it out"),
    (
        b'a: 1\n\nb: "x\\ud800"\n',
        3,
        "half a character .U.D800. at 1",
    ),
    (b"a: 1\nb: x\x07y\n", 2, "U\\+0007"),
    (b"a: 1\nb: caf\xe9\n", 2, "is not UTF-8 at byte 11"),
    (b"a: \xed\xa0\x80\n", 1, "is not UTF-8"),
    (b"a: 1\n---\nb: 2\n", 2, "second document"),
    (b"%YAML 1.1\n---\na: no\n", 2, "directive"),
    (b"a: [1, 2\nb: 3\n", 2, "is no YAML"),
    (b"a: b: c\n", 1, "is no YAML"),
    (b"a:\n\t- b\n", 2, "is no YAML"),
    (b"[" * 5000, 1, "nested deeper"),
]


def written(folder: Path, text: str) -> Path:
    """A file with this text, line ends as given."""
    path = folder / "file.yaml"
    path.write_bytes(text.encode("utf-8"))
    return path


def items(node: object) -> list[dict[str, object]]:
    """The claims of a tree."""
    return cast("dict[str, list[dict[str, object]]]", node)["claims"]


@pytest.mark.parametrize(("content", "line", "reason"), BAD)
def test_bad_yaml_names_its_line(
    tmp_path: Path, content: bytes, line: int, reason: str
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(content)
    with pytest.raises(CorpusError, match=reason) as caught:
        read_yaml(path, "claims/bad.yaml")
    assert (caught.value.file, caught.value.line) == ("claims/bad.yaml", line)


def test_bomb_of_aliases_is_refused_at_once(tmp_path: Path) -> None:
    names = "abcdefghi"
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for last, name in pairwise(names):
        lines.append(f"{name}: &{name} [{', '.join([f'*{last}'] * 9)}]")
    path = written(tmp_path, "\n".join(lines))
    with pytest.raises(CorpusError, match="alias"):
        read_yaml(path)


def test_too_large_or_missing_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"a: " + b"x" * (16 * 2**20))
    with pytest.raises(CorpusError, match="larger than 16 MiB"):
        read_yaml(path)
    with pytest.raises(CorpusError, match="cannot be read"):
        read_yaml(tmp_path / "none.yaml")
    with pytest.raises(CorpusError, match="cannot be read"):
        read_yaml(tmp_path)


def test_plain_values_keep_what_was_written(tmp_path: Path) -> None:
    plain = read_yaml(written(tmp_path, CLAIMS)).plain
    article = cast("dict[str, dict[str, object]]", plain)["article"]
    assert article["published"] == "2020-05-06"
    assert str(article["year"]) == "2020" and isinstance(article["year"], int)
    assert article["sha256"] == "0123456789"
    assert items(plain)[0]["value"] == {
        "min": 25,
        "max": 60.5,
        "about": True,
        "of": "no",
    }
    assert items(plain)[0]["quote"] == "a long plain quote that goes on in another line"
    assert items(plain)[1]["note"] == "first\nsecond\n"


@pytest.mark.parametrize(
    "word", ["0800", "1_000", "0x1F", "1e5", ".inf", ".nan", "+5", "12:30", "-0", "no"]
)
def test_what_would_not_come_back_as_written_stays_text(
    tmp_path: Path, word: str
) -> None:
    assert read_yaml(written(tmp_path, f"a: {word}\n")).plain == {"a": word}


def test_quotes_make_text_and_empty_makes_none(tmp_path: Path) -> None:
    plain = read_yaml(written(tmp_path, "a: '5'\nb: \"true\"\nc:\nd: ~\n")).plain
    assert plain == {"a": "5", "b": "true", "c": None, "d": None}
    assert read_yaml(written(tmp_path, "# nothing\n")).plain is None


def test_lines_are_those_of_keys_or_their_nearest_parent(tmp_path: Path) -> None:
    file = read_yaml(written(tmp_path, CLAIMS))
    assert file.line_of(("article", "published")) == 4
    assert file.line_of(("article", "zones", 0, "from")) == 7
    assert file.line_of(("claims", 1)) == 16
    assert file.line_of(("claims", 1, "review")) == 21
    assert file.line_of(("claims", 1, "quote", "nothing")) == 16
    assert file.line_of(("nothing",)) == 2


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_writing_back_unedited_changes_no_byte(
    tmp_path: Path, end: str, mark: str
) -> None:
    path = written(tmp_path, mark + CLAIMS.replace("\n", end))
    before = path.read_bytes()
    write_yaml(read_yaml(path).tree, path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_one_edit_changes_one_line(tmp_path: Path, end: str) -> None:
    path = written(tmp_path, CLAIMS.replace("\n", end))
    before = path.read_bytes().decode("utf-8").splitlines(keepends=True)
    tree = read_yaml(path).tree
    items(tree)[0]["review"] = "accepted"
    write_yaml(tree, path)
    after = path.read_bytes().decode("utf-8").splitlines(keepends=True)
    differing = [
        n
        for n, pair in enumerate(zip(before, after, strict=True), 1)
        if pair[0] != pair[1]
    ]
    assert differing == [14]
    assert after[13].startswith("    review: accepted") and "# not yet" in after[13]


def test_mixed_line_ends_stay_where_they_are(tmp_path: Path) -> None:
    path = written(tmp_path, "a: 1\r\nb: 2\nc: |\r\n  x\n  y\r\nd: 4\n")
    tree = read_yaml(path).tree
    cast("dict[str, int]", tree)["b"] = 3
    write_yaml(tree, path)
    assert path.read_bytes() == b"a: 1\r\nb: 3\r\nc: |\r\n  x\n  y\r\nd: 4\n"


def test_added_and_removed_claims_leave_the_others(tmp_path: Path) -> None:
    path = written(tmp_path, CLAIMS)
    tree = read_yaml(path).tree
    items(tree).insert(0, {"relation": "KIN_OF", "quote": "new: with a colon"})
    write_yaml(tree, path)
    found = items(read_yaml(path).plain)
    assert [claim["relation"] for claim in found] == ["KIN_OF", "LED_BY", "PART_OF"]
    assert CLAIMS.partition("claims:\n")[2] in path.read_text("utf-8")
    tree = read_yaml(path).tree
    del items(tree)[0]
    write_yaml(tree, path)
    assert path.read_text("utf-8") == CLAIMS


def test_new_file_says_what_the_tree_says(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    tree = {"a": ["x: y", "2020-05-06", "5", "no", " ", "é\u00a0\n"], "b": {"c": 1}}
    write_yaml(tree, path)
    assert read_yaml(path).plain == tree
    assert [path.name for path in tmp_path.iterdir()] == ["new.yaml"]


def test_permissions_stay(tmp_path: Path) -> None:
    path = written(tmp_path, CLAIMS)
    path.chmod(0o640)
    tree = read_yaml(path).tree
    items(tree)[1]["review"] = "rejected"
    write_yaml(tree, path)
    assert path.stat().st_mode & 0o777 == 0o640


WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"),
    max_size=40,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=4), WORDS, WORDS)
def test_any_text_comes_back(
    tmp_path: Path, notes: list[str], note: str, other: str
) -> None:
    path = written(tmp_path, CLAIMS)
    tree = read_yaml(path).tree
    items(tree)[0]["note"] = note
    items(tree).append({"relation": "X", "notes": notes, "note": other})
    write_yaml(tree, path)
    found = items(read_yaml(path).plain)
    assert found[0]["note"] == note
    assert found[2] == {"relation": "X", "notes": notes, "note": other}
