"""Any number of articles into a file of claims: it goes on where it stopped."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimgraph.api.extracting.folders import Unopened
from claimgraph.api.extracting.into_corpus import Done
from claimgraph.api.extracting.into_file import FileRun, open_output
from claimgraph.api.extracting.tally import RunCount
from claimgraph.errors import ExportError, Problem, StoreUnreachableError
from claimgraph.loaders import find_loader
from claimgraph.model import Claim
from stand_in import StandIn

TEXT = (
    "Market bombed in Northtown on day {number}\n6 May 2024\n\n"
    "The Interior Ministry said the River Front was behind the bombing of the market.\n"
    "Band{number} is led by Omar Dara.\n"
)
SLOW = """
import sys
from claimgraph.api.extracting.into_file import FileRun, open_output
from stand_in import StandIn
run = FileRun(__import__("pathlib").Path(sys.argv[2]), StandIn())
with open_output(run.out, "jsonl") as output:
    for one in run.run([sys.argv[1]], output):
        print(one.stem, flush=True)
"""


def write_texts(folder: Path, number: int) -> Path:
    """A folder of folders of small articles."""
    for index in range(number):
        place = folder / str(index % 7)
        place.mkdir(parents=True, exist_ok=True)
        (place / f"day{index}.txt").write_text(TEXT.format(number=index), "utf-8")
    return folder


def extracted(
    out: Path, *sources: Path | str, jobs: int = 1, dask: str | None = None
) -> tuple[RunCount, list[Done | Problem | Unopened]]:
    """What a run into a file comes to."""
    run = FileRun(out, StandIn())
    with open_output(out, "parquet" if out.suffix == "" else "jsonl") as output:
        found = run.run([*map(str, sources)], output, jobs=jobs, dask=dask)
        return run.tally, list(found)


def claims_in(out: Path) -> dict[str, list[Claim]]:
    """The claims of a file by their article; all of it passes the gate."""
    found: dict[str, list[Claim]] = {}
    for batch in find_loader("claims_jsonl").read(out):
        assert batch.problems == ()
        found.setdefault(batch.article.id, []).extend(batch.claims)
    return found


def test_a_folder_becomes_one_file_that_load_takes(tmp_path: Path) -> None:
    texts = write_texts(tmp_path / "texts", 20)
    (texts / "notes.xyz").write_text("no article")
    (texts / "page_files").mkdir()
    (texts / "page_files" / "advert.html").write_text("<html><body>x</body></html>")
    out = tmp_path / "many.claims.jsonl"
    tally, _ = extracted(out, texts)
    assert (tally.articles, tally.proposed, tally.failed) == (20, 40, 0)
    claims = claims_in(out)
    assert len(claims) == 20
    assert {len(one) for one in claims.values()} == {2}
    assert {one.review for held in claims.values() for one in held} == {"proposed"}


def test_a_killed_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    texts = write_texts(tmp_path / "texts", 300)
    out = tmp_path / "many.claims.jsonl"
    words = [sys.executable, "-c", SLOW, str(texts), str(out)]
    tests = str(Path(__file__).parents[1])
    for killed in (20, 110):
        with subprocess.Popen(
            words, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": tests}
        ) as ran:
            assert ran.stdout is not None
            for number, _ in enumerate(ran.stdout):
                if number == killed:
                    ran.send_signal(signal.SIGKILL)
                    break
        # a load takes no file that is not whole
        held = list(find_loader("claims_jsonl").read(out))
        assert "it was cut" in held[-1].problems[-1].reason
    assert out.read_bytes().count(b'{"article"') >= 130
    with out.open("ab") as file:
        file.write(b'{"article": {"id": "half of a li')
    tally, _ = extracted(out, texts)
    assert 100 < tally.passed_over < 300
    assert tally.passed_over + tally.articles == 300
    assert len(claims_in(out)) == 300
    whole = out.read_bytes()
    tally, found = extracted(out, texts)
    assert (tally.passed_over, tally.articles, found) == (300, 0, [])
    assert out.read_bytes() == whole


def test_new_articles_join_a_whole_file(tmp_path: Path) -> None:
    out = tmp_path / "many.claims.jsonl"
    extracted(out, write_texts(tmp_path / "texts", 3))
    # one text under another name is one article
    more = write_texts(tmp_path / "texts", 5)
    (more / "again.txt").write_text(TEXT.format(number=1), "utf-8")
    tally, _ = extracted(out, more)
    assert (tally.articles, tally.passed_over) == (2, 4)
    assert len(claims_in(out)) == 5


def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    texts = write_texts(tmp_path / "texts", 1)
    for text in ("a,b\n", '{"claimgraph": 2}\n{"judgement": {"id": 1}}\n'):
        out = tmp_path / "other.jsonl"
        out.write_text(text)
        with pytest.raises(ExportError, match="name another file with --out"):
            extracted(out, texts)
        assert out.read_text() == text


# the writer of archives leaves a file open
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_lines_and_archives_are_streamed(tmp_path: Path) -> None:
    warcio = pytest.importorskip("warcio.warcwriter")
    headers = pytest.importorskip("warcio.statusandheaders")
    lines = tmp_path / "articles.jsonl"
    listed = [
        {"id": "one", "text": TEXT.format(number=1), "published": "2024-05-07"},
        {"id": "No Stem!", "text": TEXT.format(number=2), "publisher": "Daily"},
        {"no": "text"},
        {"id": "one", "html": f"<h1>A market</h1><p>{TEXT.format(number=3)}</p>" * 3},
    ]
    lines.write_text("".join(f"{json.dumps(one)}\n" for one in listed) + "{\n")
    archive = tmp_path / "news.warc.gz"
    with archive.open("wb") as file:
        writer = warcio.WARCWriter(file, gzip=True)
        for number in range(3, 5):
            body = f"<html><body><article><p>{TEXT.format(number=number)}"
            http = headers.StatusAndHeaders(
                "200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.0"
            )
            address = f"https://example.org/day{number}.html"
            held = (body + "</p></article></body></html>").encode()
            from io import BytesIO

            writer.write_record(
                writer.create_warc_record(
                    address, "response", payload=BytesIO(held), http_headers=http
                )
            )
    out = tmp_path / "many.claims.jsonl"
    tally, found = extracted(out, lines, archive)
    assert tally.failed == 2
    problems = [str(one) for one in found if isinstance(one, Problem)]
    assert 'articles.jsonl:3: has neither "text" nor "html"' in problems[0]
    assert "articles.jsonl:5: is not one JSON object" in problems[1]
    claims = claims_in(out)
    assert {"one", "no-stem", "day3", "day4"} <= set(claims)
    assert len(claims) == 5


def test_processes_write_what_one_writes(tmp_path: Path) -> None:
    texts = write_texts(tmp_path / "texts", 30)
    extracted(tmp_path / "one.claims.jsonl", texts)
    extracted(tmp_path / "two.claims.jsonl", texts, jobs=2)
    one, two = (
        (tmp_path / f"{name}.claims.jsonl").read_text().replace(f'"{name}"', "")
        for name in ("one", "two")
    )
    assert one == two


def test_parquet_goes_on_where_it_stopped(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "many"
    extracted(out, write_texts(tmp_path / "texts", 4))
    tally, _ = extracted(out, write_texts(tmp_path / "texts", 6))
    assert (tally.passed_over, tally.articles) == (4, 2)
    rows = parquet.read_table(out / "claims-00002.parquet").to_pylist()
    assert [row["relation"] for row in rows] == ["ATTRIBUTED_TO", "LED_BY"] * 2
    assert rows[0]["review"] == "proposed"
    assert json.loads(rows[0]["speakers"])[1]["holder_id"] == "org/interior-ministry"
    names = [
        row["id"]
        for part in sorted(out.glob("entities-*.parquet"))
        for row in parquet.read_table(part).to_pylist()
    ]
    assert len(names) == len(set(names))


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a Dask scheduler with two workers on this machine."""
    distributed = pytest.importorskip("distributed")
    os.environ["PYTHONPATH"] = str(Path(__file__).parents[1])
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as made:
        yield made.scheduler_address
    del os.environ["PYTHONPATH"]


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_a_cluster_writes_what_one_process_writes(tmp_path: Path, cluster: str) -> None:
    texts = write_texts(tmp_path / "texts", 30)
    extracted(tmp_path / "one.claims.jsonl", texts)
    tally, _ = extracted(tmp_path / "two.claims.jsonl", texts, dask=cluster)
    assert tally.articles == 30
    one, two = (
        (tmp_path / f"{name}.claims.jsonl").read_text().replace(f'"{name}"', "")
        for name in ("one", "two")
    )
    assert one == two


@pytest.mark.filterwarnings("default")
def test_a_cluster_that_is_not_there_is_told(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    texts = write_texts(tmp_path / "texts", 1)
    started = time.monotonic()
    with pytest.raises(StoreUnreachableError, match="no Dask scheduler answers"):
        extracted(tmp_path / "a.claims.jsonl", texts, dask="tcp://127.0.0.1:9")
    assert time.monotonic() - started < 60
