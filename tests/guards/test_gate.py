"""Nothing gets past the gate: a batch is called checked in one place only."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "src" / "claimgraph"
HOME = PACKAGE / "gate" / "__init__.py"


def makers(folder: Path) -> list[str]:
    """The places that make a checked batch by themselves, as `file:line`."""
    return [
        f"{path.relative_to(folder)}:{node.lineno}"
        for path in sorted(folder.rglob("*.py"))
        if path != HOME
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and called_name(node) == "CheckedBatch"
    ]


def called_name(call: ast.Call) -> str | None:
    """The last name of what is called."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else None


def test_only_the_gate_makes_checked_batches() -> None:
    assert makers(PACKAGE) == []


def test_a_breach_is_seen(tmp_path: Path) -> None:
    (tmp_path / "breach.py").write_text("import gate\n\nx = gate.CheckedBatch(1)\n")
    assert makers(tmp_path) == ["breach.py:3"]
