"""A small corpus that tests copy, change and load again."""

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import cast

from claimgraph.loaders import find_loader
from claimgraph.loading import Summary, load
from claimgraph.store.base import Store
from claimgraph.yaml_file import read_yaml, write_yaml
from graph_snapshot import Snapshot, snapshot
from places import prepared_place

CASES = Path(__file__).parent / "cases" / "load"
Block = dict[str, object]


def copy_market(target: Path) -> Path:
    """The corpus in a folder of its own; two of them mean the same people and attacks.

    An outside id says so.
    """
    shutil.copytree(CASES / "market", target)
    for file in ("people", "attacks"):
        path = target / "entities" / f"{file}.yaml"
        entry = re.compile(r"(\{id: (\w+)/([\w-]+),)")
        marked = entry.sub(r"\1 ids: {test: \3},", path.read_text("utf-8"))
        path.write_text(marked, "utf-8")
    return target


def load_folder(folder: Path, store: Store) -> Summary:
    """Load all articles of a corpus folder."""
    return load(find_loader("corpus").read(folder), store)


def fresh_load(scratch: Path, *folders: Path) -> Snapshot:
    """What the folders come to in a graph of their own, on the embedded engine."""
    number = len(list(scratch.glob("fresh-*")))
    with prepared_place(scratch / f"fresh-{number}").open() as store:
        for folder in folders:
            load_folder(folder, store)
        return snapshot(store)


def edit(path: Path, change: Callable[[Block], None]) -> None:
    """Change the tree of a YAML file; for a list, its entries by their ids."""
    whole = tree = read_yaml(path).tree
    if isinstance(tree, list):
        entries = cast("list[Block]", tree)
        change({cast("str", entry["id"]): entry for entry in entries})
    else:
        change(cast("Block", tree))
    write_yaml(whole, path)


def edit_header(folder: Path, stem: str, **keys: object) -> None:
    """Set keys of an article's header; None takes one away."""
    edit(folder / "claims" / f"{stem}.yaml", lambda top: put(top["article"], keys))


def edit_claim(folder: Path, stem: str, index: int, **keys: object) -> None:
    """Set keys of a claim; None takes one away."""

    def change(top: Block) -> None:
        put(cast("list[Block]", top["claims"])[index], keys)

    edit(folder / "claims" / f"{stem}.yaml", change)


def edit_entity(folder: Path, file: str, entity: str, **keys: object) -> None:
    """Set keys of an entity's entry; None takes one away."""
    edit(folder / "entities" / f"{file}.yaml", lambda top: put(top[entity], keys))


def put(block: object, keys: Block) -> None:
    """Set or take away keys."""
    found = cast("Block", block)
    for key, value in keys.items():
        if value is None:
            found.pop(key, None)
        else:
            found[key] = value


def drop_claims(folder: Path, stem: str, *indexes: int) -> None:
    """Take claims out of a file."""

    def change(top: Block) -> None:
        claims = cast("list[Block]", top["claims"])
        for index in sorted(indexes, reverse=True):
            del claims[index]

    edit(folder / "claims" / f"{stem}.yaml", change)


def rewrite_text(folder: Path, stem: str, old: str, new: str) -> None:
    """Change the raw text of an article, and the digest in its header."""
    path = folder / "articles" / f"{stem}.txt"
    text = path.read_bytes().decode().replace(old, new)
    path.write_bytes(text.encode())
    edit_header(folder, stem, sha256=hashlib.sha256(text.encode()).hexdigest())


def drop_article(folder: Path, stem: str) -> None:
    """Take an article out of the folder."""
    (folder / "articles" / f"{stem}.txt").unlink()
    (folder / "claims" / f"{stem}.yaml").unlink()


def judge(folder: Path, left: str, right: str, verdict: str = "same") -> None:
    """Add a judgement to the folder."""
    line = {"left": left, "right": right, "verdict": verdict, "who": "bea"}
    line |= {"when": "2021-06-01", "why": "a test"}
    with (folder / "judgements.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")


def take_back(folder: Path, *words: str) -> None:
    """Remove the judgements whose line holds all the words."""
    path = folder / "judgements.jsonl"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not all(word in line for word in words)]
    assert len(kept) < len(lines)
    path.write_text("".join(kept), "utf-8")


def load_stems(folder: Path, store: Store, *stems: str) -> None:
    """Load single articles of a corpus folder, in that order."""
    for stem in stems:
        load(find_loader("corpus").read(folder / "claims" / f"{stem}.yaml"), store)


def rename_corpus(folder: Path, name: str, prefix: str) -> Path:
    """Make it another corpus, of other articles on the same matters."""
    edit(folder / "corpus.yaml", lambda top: put(top, {"name": name}))
    for path in sorted((folder / "articles").glob("*.txt")):
        claims = folder / "claims" / f"{path.stem}.yaml"
        text = claims.read_text("utf-8").replace("alpha#", f"{prefix}alpha#")
        text = text.replace("work: beta", f"work: {prefix}beta")
        claims.with_name(f"{prefix}{path.stem}.yaml").write_text(text, "utf-8")
        claims.unlink()
        path.rename(path.with_name(f"{prefix}{path.name}"))
        rewrite_text(folder, f"{prefix}{path.stem}", "\n\n", f"\n{name}\n")
    return folder
