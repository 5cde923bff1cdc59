"""`claimgraph status`: what is in the graph, and what is no longer in its folder."""

import json
from pathlib import Path

from claimgraph.cypher import Step
from claimgraph.store import open_store
from cli_runs import Run


def test_counts(run: Run, market: str) -> None:
    result = run("status", store=market)
    assert result.exit_code == 0
    assert "1 article, 2 claims" in result.stdout
    assert "small     market" in result.stdout
    lines = {
        line.split()[0]: line.split()[1:] for line in result.stdout.splitlines() if line
    }
    assert lines["ATTRIBUTED_TO"] == ["1", "0", "0", "1", "0"]
    assert lines["ALLEGED_LINK"] == ["0", "1", "0", "1", "0"]
    assert "5 entities" in result.stdout
    assert "0 judgements" in result.stdout


def test_an_empty_graph_says_what_to_do(run: Run, graph: Path) -> None:
    run("forget", "small", store=graph)
    result = run("status", store=graph)
    assert result.exit_code == 0
    assert "The graph is empty: `claimgraph load DIR`" in result.stdout


def test_names_what_left_its_folder(run: Run, corpus: Path, graph: Path) -> None:
    kept = run("status", "--corpus", str(corpus), store=graph)
    assert "every article of market in the graph is in its folder" in kept.stdout
    (corpus / "articles" / "small.txt").unlink()
    (corpus / "claims" / "small.yaml").unlink()
    result = run("status", "--corpus", str(corpus), store=graph)
    assert result.exit_code == 0
    assert "small (`claimgraph forget small` takes it out)" in result.stdout


def test_lists_claims_whose_ends_became_one(
    run: Run, corpus: Path, graph: Path
) -> None:
    judgement = {
        "left": "group/hill-band",
        "right": "group/river-cell",
        "verdict": "same",
        "who": "a tester",
        "when": "2024-05-06",
        "why": "to see",
    }
    path = corpus / "judgements.jsonl"
    path.write_text(json.dumps(judgement) + "\n", "utf-8")
    assert run("load", str(corpus), store=graph).exit_code == 0
    result = run("status", store=graph)
    assert "1 judgement: 1 same" in result.stdout
    assert "1 claim without an edge" in result.stdout
    assert "ALLEGED_LINK group/river-cell = group/hill-band" in result.stdout


def test_counts_rejected_claims(run: Run, corpus: Path, graph: Path) -> None:
    path = corpus / "claims" / "small.yaml"
    text = path.read_text("utf-8").replace("label: no-tie", "review: rejected")
    path.write_text(text, "utf-8")
    run("load", str(corpus), store=graph)
    result = run("status", store=graph)
    (line,) = [one for one in result.stdout.splitlines() if one.startswith("small ")]
    assert line.split()[:4] == ["small", "market", "1", "1"]


def test_wrong_corpus(run: Run, graph: Path, tmp_path: Path) -> None:
    result = run("status", "--corpus", str(tmp_path), store=graph)
    assert result.exit_code == 1
    assert "is no corpus" in result.stderr


def test_verify_names_what_is_missing(run: Run, graph: Path) -> None:
    whole = run("status", "--verify", store=graph)
    assert whole.exit_code == 0
    assert "nothing is missing or changed" in whole.stdout
    with open_store(str(graph)) as store:
        store.write([Step("MATCH (c:Claim {polarity: 'denied'}) DETACH DELETE c", {})])
    result = run("status", "--verify", store=graph)
    assert result.exit_code == 1
    assert "1 claims are there, 2 were written" in result.stdout
    assert "differences between the graph and what was loaded" in result.stderr
