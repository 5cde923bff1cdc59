"""`claimgraph schema`: two pages for a language model, that fit what the graph has."""

from claimgraph.schema import load_schema
from cli_runs import Run


def test_it_tells_what_an_edge_means(run: Run) -> None:
    result = run("schema", "--for", "llm")
    assert result.exit_code == 0
    assert "relation that is denied stands in `r.relation`" in result.stdout
    assert all(f"* {name}: " in result.stdout for name in load_schema().relations)


def test_another_reader_is_refused(run: Run) -> None:
    assert run("schema", "--for", "people").exit_code == 2
