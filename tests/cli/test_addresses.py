"""Addresses and folders are told apart, and no secret of either is repeated."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.errors import ClaimgraphError, StoreError
from claimgraph.store import is_address, open_store
from cli_runs import Run

SECRET = "geheim-4711"
SCHEMES = (
    *("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "http", "HTTP", "https"),
    *("memgraph", "bolt+unix", "neo4j+s+ssc", "file", "BOLT", "x", "bolt ", "é"),
)
BETWEEN = ("://", ":", ":/", "//", ":\\\\", "%3A%2F%2F", "\uff1a//", ": //", ";//")
BEFORE = ("", " ", "\t", "\n", "\u00a0", "./", "/", "~", "'", "\ufeff", "-")
HOSTS = ("h", "127.0.0.1:7687", "[::1]:7687", "graph.example.org", "h/", "h?a=b#c", "")


@pytest.mark.parametrize(
    "target",
    [
        *(f"http://a:{SECRET}@127.0.0.1:7474", f" bolt://neo4j:{SECRET}@h"),
        *(f"bolt:neo4j:{SECRET}@h", f"bolt+unix://{SECRET}@x", "memgraph://h"),
        *("neo4j+s+ssc://h", "HTTP://h", f"neo4j:{SECRET}@h", f"{SECRET}@h:7687"),
        *("localhost:7687", "localhost", "127.0.0.1", "//h:7687", "bolt:/h"),
        *(f"bolt://neo4j%3A{SECRET}%40h", f"bolt://u:1/{SECRET}@h", " bolt://h"),
        *(f"./bolt://u:{SECRET}@h", f"http:/neo4j:{SECRET}@h", f"/x/u:{SECRET}@h"),
    ],
)
def test_what_looks_like_an_address_is_no_folder(
    target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match="address") as caught:
        open_store(target, user="neo4j", password="p")
    result = run("status", store=target)
    assert result.exit_code == 1
    for told in (f"{caught.value!r} {caught.value.target}", result.output):
        assert SECRET not in told
    assert list(tmp_path.iterdir()) == []


@given(
    st.sampled_from(BEFORE),
    st.sampled_from(SCHEMES),
    st.sampled_from(BETWEEN),
    st.text(max_size=8),
    st.text(max_size=8),
    st.sampled_from(HOSTS),
)
def test_no_form_of_an_address_with_a_password_is_taken_or_repeated(
    before: str, scheme: str, between: str, user: str, more: str, host: str
) -> None:
    target = f"{before}{scheme}{between}{user}:{SECRET}{more}@{host}"
    with pytest.raises(ClaimgraphError) as caught:
        is_address(target)
    error = caught.value
    assert SECRET not in f"{error!r} {error} {error.target} {error.__context__!r}"
    assert len(str(error)) < 300


@pytest.mark.parametrize(
    "words",
    [
        ("load", f"http://a:{SECRET}@h:7687"),
        ("init", f"bolt://neo4j:{SECRET}@h"),
        ("export", "csv", f"--out=http://{SECRET}@h/x"),
        ("status", f"bolt://neo4j:{SECRET}@h", "--nothing"),
        ("nothing", f" HTTP://u:{SECRET}/@h"),
        ("check", f"http:/neo4j:{SECRET}@h"),
    ],
)
def test_no_argument_with_a_password_is_repeated(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*words)
    assert result.exit_code == 1
    assert SECRET not in result.output
    assert "NEO4J_PASSWORD" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_password_that_cannot_be_sent_is_not_shown() -> None:
    with pytest.raises(StoreError, match="password holds half a character") as caught:
        open_store("bolt://127.0.0.1:1", user="neo4j", password=SECRET + "\udcff")
    assert caught.value.__cause__ is None
    assert SECRET not in repr(caught.value)
