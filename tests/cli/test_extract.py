"""`claimgraph extract`, and a load of articles that nobody coded."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimgraph.checking import check_corpus
from claimgraph.model import Claim
from cli_runs import Run
from file_endpoint import MODEL, FileServer, file_endpoint
from invented_answers import CLAIMED, DENIED, KILLED, TEXT, answered

ANSWER = answered(CLAIMED, DENIED, KILLED)
PAGE = f"""<!doctype html><html lang="en"><head>
<title>Blast at Orvel mill kills six</title>
<meta property="og:site_name" content="Orvel Times">
<meta property="article:published_time" content="2031-06-08"></head><body><article>
<h1>Blast at Orvel mill kills six</h1>
{"".join(f"<p>{line}</p>" for line in TEXT.splitlines()[2:4])}
</article></body></html>
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder at hand, with an article that nobody coded."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "mill.txt").write_text(TEXT, "utf-8")
    (tmp_path / "answers.jsonl").write_text(
        json.dumps({"custom_id": "mill", "content": ANSWER, "model": "m"}) + "\n"
    )
    return tmp_path


@pytest.fixture
def endpoint(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FileServer]:
    """A model on this machine that answers from a file."""
    settings = folder / "llm"
    settings.mkdir()
    monkeypatch.setenv("LLM_USER_PATH", str(settings))
    with file_endpoint(settings) as server:
        server.file.write_text(ANSWER, "utf-8")
        yield server


def claims_of(folder: Path) -> list[Claim]:
    """The claims of a corpus, which passes the gate."""
    checked = check_corpus(folder)
    assert not checked.problems
    return [claim for batch in checked.batches for claim in batch.claims]


def test_answers_made_elsewhere_become_claims_of_a_corpus(
    run: Run, folder: Path
) -> None:
    result = run("extract", "mill.txt", "--answers", "answers.jsonl")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("corpus: 1 article read in ")
    assert "\n       3  claims proposed\n" in result.stdout
    assert "  claimgraph review corpus\n  claimgraph load corpus\n" in result.stdout
    assert "read by the answers in answers.jsonl: a language model" in result.stderr
    claims = claims_of(folder / "corpus")
    assert [one.review for one in claims] == ["proposed"] * 3
    assert all(one.by.startswith("llm m ") for one in claims)


REFUSED = {
    "custom_id": "mill",
    "response": {"body": {"choices": [{"message": {"refusal": "I cannot."}}]}},
}
CUT = {"custom_id": "mill", "content": ANSWER[:-30]}


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"custom_id": "mill", "result": {"type": "expired"}}, ": expired"),
        (REFUSED, ": I cannot."),
        (CUT, ": the answer stops before its end"),
        ({"custom_id": "fire", "content": "{}"}, ""),
    ],
)
def test_an_article_without_a_good_answer_is_told_and_read_later(
    run: Run, folder: Path, told: dict[str, object], why: str
) -> None:
    texts = folder / "texts"
    texts.mkdir()
    os.replace("mill.txt", texts / "mill.txt")
    (texts / "other.txt").write_text(TEXT.replace("Friday", "Monday"), "utf-8")
    other = {"custom_id": "other", "content": ANSWER}
    first = folder / "first.jsonl"
    first.write_text(f"{json.dumps(told)}\n{json.dumps(other)}\n", "utf-8")
    words = ("--model", "m")
    result = run("extract", "texts", "--answers", str(first), *words)
    assert result.exit_code == 1
    told_of = " ".join(result.stderr.split())
    assert "mill: has no answer in the file of answers" in told_of and why in told_of
    assert len(claims_of(folder / "corpus")) == 3
    again = run("extract", "texts", "--answers", "answers.jsonl", *words)
    assert again.exit_code == 0, again.stderr
    assert len(claims_of(folder / "corpus")) == 6


def test_an_article_of_which_a_part_has_no_answer_is_told_and_read_later(
    run: Run, folder: Path
) -> None:
    said = "paper {} said that six people were killed in Orvel. "
    long = "\n\n".join(said.format(at) + "x " * 400 for at in range(24))
    Path("mill.txt").write_text(long, "utf-8")
    result = run("extract", "mill.txt", "--answers", "answers.jsonl")
    assert result.exit_code == 1
    assert "mill: part 2 has no answer in the file of answers" in result.stderr
    assert not (folder / "corpus" / "extracted.jsonl").exists()


def test_what_a_model_said_and_nobody_can_read_is_told_and_asked_again(
    run: Run, folder: Path, endpoint: FileServer
) -> None:
    endpoint.file.write_text(ANSWER[:-30], "utf-8")
    result = run("extract", "mill.txt", "--model", MODEL)
    assert result.exit_code == 1
    told = "local-files gave no answer that can be read: the answer stops before"
    assert told in result.stderr
    endpoint.file.write_text(ANSWER, "utf-8")
    assert run("extract", "mill.txt", "--model", MODEL).exit_code == 0
    assert len(claims_of(folder / "corpus")) == 3


def test_requests_are_written_and_nobody_is_asked(run: Run, folder: Path) -> None:
    result = run("extract", "mill.txt", "--requests", "asked.jsonl")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("asked.jsonl: 1 requests; nobody was asked\n")
    [line] = Path("asked.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["custom_id"] == "mill"
    again = run("extract", "corpus", "--answers", "answers.jsonl")
    assert "\n       3  claims proposed\n" in again.stdout
    assert len(claims_of(folder / "corpus")) == 3


def test_a_model_is_asked_once_and_its_cost_is_told_before(
    run: Run, folder: Path, endpoint: FileServer
) -> None:
    result = run("extract", "mill.txt", "--model", MODEL)
    assert result.exit_code == 0, result.stderr
    place = f"http://localhost:{endpoint.server_port}/v1"
    assert f"the texts of the articles go to {place}\n" in result.stderr
    assert "1 article: 1 call of about " in result.stderr
    assert len(claims_of(folder / "corpus")) == 3
    assert len(endpoint.asked) == 1
    # what it said is kept
    again = run("extract", "mill", "--model", MODEL)
    assert "1 article: 0 calls of about 0 tokens; 1 answer of earlier" in again.stderr
    assert "stand there as they were proposed before" in again.stdout
    assert len(endpoint.asked) == 1


def test_a_budget_stops_before_it_is_passed(
    run: Run, folder: Path, endpoint: FileServer
) -> None:
    result = run("extract", "mill.txt", "--model", MODEL, "--budget", "10")
    assert result.exit_code == 1
    assert "the budget of 10 tokens is spent: 0 in 0 calls" in result.stderr
    assert not endpoint.asked
    assert claims_of(folder / "corpus") == []
    more = run("extract", "mill.txt", "--model", MODEL, "--budget", "100000")
    assert more.exit_code == 0, more.stderr
    assert len(claims_of(folder / "corpus")) == 3


def test_an_endpoint_that_is_not_there_is_told(
    run: Run, folder: Path, endpoint: FileServer
) -> None:
    endpoint.server_close()
    endpoint.shutdown()
    result = run("extract", "mill.txt", "--model", MODEL)
    assert result.exit_code == 1
    assert "local-files gave no answer" in result.stderr
    assert claims_of(folder / "corpus") == []
    # it is not done: the next run asks again
    assert not (folder / "corpus" / "extracted.jsonl").exists()


@pytest.mark.parametrize("name", ["mill.txt", "mill.html"])
def test_load_reads_an_article_that_nobody_coded(
    run: Run, folder: Path, endpoint: FileServer, name: str
) -> None:
    (folder / "mill.html").write_text(PAGE, "utf-8")
    result = run("load", name, store=folder / "g", CLAIMGRAPH_MODEL=MODEL)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("1 article: 3 claims new, ")
    told = " ".join(result.stdout.split())
    assert "read by local-files: a language model: " in told
    assert "nobody has looked at these claims: they decide no status" in told
    assert result.stdout.endswith("\n  claimgraph review corpus\n")
    asked = "MATCH (c:Claim {review: 'proposed'}) RETURN count(c) AS n"
    assert run("cypher", asked, store=folder / "g").stdout.split()[-1] == "3"
    assert "mill: `claimgraph forget mill` takes it out of the graph again" in told
    lacks = "mill: no publisher found: write `publisher:` with its id (`claimgraph"
    assert (lacks in told) == (name == "mill.txt")
    # again: nothing is asked, and nothing changes
    again = run("load", name, store=folder / "g", CLAIMGRAPH_MODEL=MODEL)
    assert again.stdout.startswith("1 article: 0 claims new, 0 changed, 3 unchanged")
    assert len(endpoint.asked) == 1
    left = run("load", name, "--accepted-only", store=folder / "g")
    assert left.stdout.startswith("1 article: 0 claims new, 0 changed, 0 unchanged")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nowhere.txt",), "nowhere.txt: is no file, folder, address or article of"),
        ((), "say what to read"),
        (("mill.txt", "--format", "parquet"), "go with --out"),
        (("--probe",), "--probe goes with --model"),
        (("mill.txt", "--model", "no-such-model"), "no-such-model is no model that"),
        (("mill.txt", "--answers", "none.jsonl"), "none.jsonl: cannot be read"),
        (("empty", "--requests", "r.jsonl"), "holds no article: no file in it ends"),
        (("odd.txt", "--requests", "r.jsonl"), "odd.txt: is no text, page, PDF"),
        (("void.txt", "--requests", "r.jsonl"), "void.txt: is empty"),
        (("long.txt", "--requests", "r.jsonl"), "no article has more than 1,000,000"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_begun(
    run: Run, folder: Path, words: tuple[str, ...], told: str
) -> None:
    (folder / "empty").mkdir()
    (folder / "odd.txt").write_bytes(b"\x00\x01\x02" * 100)
    (folder / "void.txt").write_bytes(b" \n")
    (folder / "long.txt").write_text("A line of it.\n" * 100_000)
    result = run("extract", *words)
    assert result.exit_code in (1, 2)
    assert told in result.stderr
    assert "Traceback" not in result.output
    assert not (folder / "corpus").exists()


def test_a_broken_file_is_told_and_the_others_are_read(run: Run, folder: Path) -> None:
    (folder / "texts").mkdir()
    (folder / "texts" / "odd.pdf").write_bytes(b"no PDF at all")
    os.replace("mill.txt", folder / "texts" / "mill.txt")
    result = run("extract", "texts", "--answers", "answers.jsonl")
    assert result.exit_code == 1
    assert "odd.pdf: " in result.stderr
    assert "       1  could not be read: see above\n" in result.stdout
    assert len(claims_of(folder / "corpus")) == 3


def test_a_file_of_claims_is_loaded_as_it_is(run: Run, folder: Path) -> None:
    words = ("--answers", "answers.jsonl", "--out", "many.claims.jsonl")
    result = run("extract", "mill.txt", *words)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("many.claims.jsonl: 1 article read in ")
    assert not (folder / "corpus").exists()
    loaded = run("load", "many.claims.jsonl", store=folder / "g")
    assert loaded.stdout.startswith("1 article: 3 claims new, "), loaded.stderr
    again = run("extract", "mill.txt", *words)
    assert "       1  articles passed over: read before\n" in again.stdout


def test_a_saved_page_goes_into_each_engine_by_rules(
    run: Run, folder: Path, market: str
) -> None:
    pytest.importorskip("trafilatura")
    page = Path(__file__).parents[1] / "cases" / "pages" / "news.html"
    result = run("load", str(page), "--corpus", "new", store=market)
    assert result.exit_code == 0, result.stderr
    claims = claims_of(folder / "new")
    assert claims
    assert {one.review for one in claims} == {"proposed"}
    assert result.stdout.startswith(f"1 article: {len(claims)} claims new, ")
    assert "read by rules (" in result.stdout
    asked = "MATCH (c:Claim {review: 'proposed'}) RETURN count(c) AS n"
    assert run("cypher", asked, store=market).stdout.split()[-1] == str(len(claims))
    only = ("load", str(page), "--corpus", "new", "--accepted-only")
    left = run(*only, store=market)
    assert f"{len(claims)} taken out" in left.stdout
    assert run("cypher", asked, store=market).stdout.split()[-1] == "0"


def test_a_claims_file_that_cannot_be_read_is_told_at_the_next_load(
    run: Run, folder: Path
) -> None:
    assert run("load", "mill.txt", store=folder / "g").exit_code == 0
    claims = folder / "corpus" / "claims" / "mill.yaml"
    claims.write_text(claims.read_text("utf-8") + "  - {oops\n", "utf-8")
    again = run("load", "mill.txt", store=folder / "g")
    assert again.exit_code == 1
    assert "mill.yaml" in again.stderr
