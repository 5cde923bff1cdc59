"""Makes the pictures of README and docs again, from the seeds: `make pictures`.

    PYTHONPATH=tests python tools/pictures.py [NAME ...]

Needs what docs/testing.md names: the browser, Neo4j, and for the figure of the notebook
the extra `test`. Look at what changed.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import browser_pictures
from claimgraph.api.reporting import report
from claimgraph.api.sources import load
from claimgraph.api.stores import open_store
from claimgraph.browser.steps import AIRPORT, STEPS
from executed_notebook import execute, pictures
from neo4j_browser import FOLDER as SCRIPTS
from neo4j_browser import chromium
from outside_tools import BROWSER, node_tools

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs" / "pictures"


def linkage(folder: Path) -> bytes:
    """The drawing of the report that README shows."""
    page, picture = folder / "linkage.html", folder / "linkage.png"
    with open_store(str(folder / "graph")) as store:
        load(store, str(ROOT / "seeds"))
        report(store, "linkage", "Haqqani Network", "ISIS-K").write(str(page))
    tools = BROWSER.folder(node_tools(SCRIPTS.name))
    asked = {
        "chromium": chromium(),
        "root": os.geteuid() == 0,
        "page": str(page),
        "picture": str(picture),
    }
    subprocess.run(
        ["node", str(SCRIPTS / "picture.cjs")],
        input=json.dumps(asked),
        env=os.environ | {"NODE_PATH": str(tools / "node_modules")},
        text=True,
        check=True,
    )
    return picture.read_bytes()


def browser(folder: Path) -> bytes:
    """The step of the guide in Neo4j Browser in which a name is withheld."""
    (number,) = [
        number
        for number, step in enumerate(STEPS, 1)
        if step.question == "graphs/attack" and step.arguments["attack"] == AIRPORT
    ]
    browser_pictures.main(folder, [f"guide {number}"])
    return (folder / f"guide-{number}.png").read_bytes()


def speakers(folder: Path) -> bytes:
    """The figure of the notebook, without the address that Matplotlib puts into it."""
    from PIL import Image

    (picture,) = pictures(execute(folder))
    plain = BytesIO()
    Image.open(BytesIO(picture)).convert("RGB").save(plain, "PNG", optimize=True)
    return plain.getvalue()


MAKERS: Mapping[str, Callable[[Path], bytes]] = {
    "browser": browser,
    "linkage": linkage,
    "speakers": speakers,
}


def main(names: list[str]) -> None:
    """Writes the pictures of these names, or all of them."""
    for name in names or MAKERS:
        with tempfile.TemporaryDirectory() as folder:
            picture = MAKERS[name](Path(folder))
        (OUT / f"{name}.png").write_bytes(picture)
        print(f"{name}.png: {len(picture)} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
