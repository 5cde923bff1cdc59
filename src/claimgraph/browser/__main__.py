"""Writes the files that docker-compose.yml shows: style and guide, in docs/browser."""

from pathlib import Path

from claimgraph.browser import GUIDE, PORT, STYLE, address_of, browser_files
from claimgraph.schema import load_schema

FOLDER = Path("docs", "browser")

if __name__ == "__main__":
    files = browser_files(load_schema(), address_of(PORT))
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in (STYLE, GUIDE):
        (FOLDER / name).write_text(files[name], encoding="utf-8", newline="\n")
