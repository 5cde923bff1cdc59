"""`claimgraph score`: a table to read and to paste, JSON, and what is refused."""

import json
import shutil
from pathlib import Path

from claimgraph.loaders import find_loader
from cli_runs import Run
from places import SEEDS


def test_the_seeds_against_themselves(run: Run) -> None:
    result = run("score", str(SEEDS), str(SEEDS))
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[0].startswith("DEV: ")
    assert "5 articles (5 of them dev): 630 claims coded, 630 proposed" in lines
    rows = [line.split() for line in lines if "1.00 to 1.00" in line]
    assert {tuple(row[-6:-3]) for row in rows} == {("1.00", "1.00", "1.00")}
    assert any(row[:2] == ["South", "Asia"] for row in rows)


def test_a_review_and_its_proposals(run: Run, corpus: Path, tmp_path: Path) -> None:
    other = shutil.copytree(corpus, tmp_path / "other")
    claims = other / "claims" / "small.yaml"
    text = claims.read_text("utf-8")
    claims.write_text(text.replace("polarity: denied", "review: proposed"), "utf-8")
    found = json.loads(run("score", str(corpus), str(other), "--json").stdout)
    assert found["levels"]["mention-att"]["core"]["f"] == 1
    assert found["levels"]["article"]["core"]["hits"] == 1
    assert found["found"]["denied"] == {"right": 0, "of": 1, "share": 0.0}
    assert found["hits"]["core"]["polarity"]["share"] == 0.5
    claims.write_text(text.replace("polarity: denied", "review: rejected"), "utf-8")
    told = run("score", str(corpus), str(other)).stdout
    assert "2 claims coded, 1 proposed" in told
    assert "   1  nothing proposed from that sentence" in told


def test_optional_claims(run: Run, corpus: Path) -> None:
    (batch,) = find_loader("corpus").read(corpus)
    path = corpus / "optional.txt"
    path.write_text(
        f"# doubtful\n{batch.claims[0].id}  # what is an attack?\n", "utf-8"
    )
    told = run("score", str(corpus), str(corpus)).stdout
    assert "1 claims coded, 1 proposed\n1 optional claim more" in told
    path.write_text("0123\n", "utf-8")
    result = run("score", str(corpus), str(corpus))
    assert result.exit_code == 1
    assert "optional.txt: 0123: no id begins with that" in result.stderr


def test_what_is_refused(run: Run, corpus: Path) -> None:
    result = run("score", str(SEEDS), str(corpus))
    assert result.exit_code == 1
    assert "has no article of" in result.stderr
    (corpus / "codings.jsonl").write_text('{"sha256": "0"}\n[]\n', "utf-8")
    result = run("score", str(corpus), str(corpus))
    assert "codings.jsonl:2: must be an object with the sha256" in result.stderr
    (corpus / "claims" / "small.yaml").write_text("claims: []\n", "utf-8")
    result = run("score", str(corpus), str(corpus))
    assert (result.exit_code, result.stdout) == (1, "")
