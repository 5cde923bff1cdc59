"""Each picture of README and docs is made by a script, and none lies about unused."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHOWN = re.compile(r"!\[[^\]]+\]\((?:docs/|\.\./)?pictures/([\w-]+)\.png\)")


def makers() -> set[str]:
    """The pictures that tools/pictures.py makes."""
    tree = ast.parse((ROOT / "tools" / "pictures.py").read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Dict):
            return {ast.literal_eval(key) for key in node.value.keys if key}
    return set()


def test_pictures_are_made_shown_and_described() -> None:
    held = {path.stem for path in (ROOT / "docs" / "pictures").iterdir()}
    shown: set[str] = set()
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        text = page.read_text("utf-8")
        assert text.count("pictures/") >= len(SHOWN.findall(text))
        assert len(re.findall(r"!\[", text)) == len(SHOWN.findall(text)), page.name
        shown |= set(SHOWN.findall(text))
    assert held == shown == makers()
