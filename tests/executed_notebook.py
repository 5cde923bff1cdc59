"""The notebook of the docs, run by the tools that people have for it."""

import base64
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict, cast

NOTEBOOK = Path(__file__).parents[1] / "docs/notebooks/from-the-graph-to-pandas.ipynb"
NEEDED = ("nbclient", "ipykernel", "pandas", "matplotlib")


class Output(TypedDict, total=False):
    """What is looked at in an output."""

    text: list[str]
    data: dict[str, str | list[str]]


class Cell(TypedDict):
    """What is looked at in a cell."""

    cell_type: str
    outputs: list[Output]
    execution_count: int | None


def code_cells(path: Path) -> list[Cell]:
    """The cells of a notebook that hold code."""
    held = json.loads(path.read_text("utf-8"))
    cells = cast("list[Cell]", held["cells"])
    return [one for one in cells if one["cell_type"] == "code"]


def execute(folder: Path) -> list[Cell]:
    """The cells with their outputs, run in a folder from a clean kernel."""
    copied = Path(shutil.copy(NOTEBOOK, folder))
    ran = subprocess.run(
        [sys.executable, "-m", "jupyter", "execute", "--inplace", copied.name],
        cwd=folder,
        env=os.environ | {"MPLBACKEND": "module://matplotlib_inline.backend_inline"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return code_cells(copied)


def texts(cells: list[Cell]) -> Iterator[str]:
    """What the cells print, and what they give as text."""
    for output in outputs(cells):
        yield "".join(output.get("text", []))
        yield "".join(output.get("data", {}).get("text/plain", []))


def pictures(cells: list[Cell]) -> list[bytes]:
    """The pictures that the cells draw, as PNG."""
    found = [output.get("data", {}).get("image/png") for output in outputs(cells)]
    return [base64.b64decode("".join(one)) for one in found if one is not None]


def outputs(cells: list[Cell]) -> Iterator[Output]:
    """All outputs, one after the other."""
    for cell in cells:
        yield from cell["outputs"]
