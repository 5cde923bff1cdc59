"""Edits of a corpus that keep comments, order and untouched lines."""

from collections.abc import MutableMapping
from pathlib import Path
from typing import cast

from claimgraph.errors import CorpusError
from claimgraph.yaml_file import read_yaml, write_yaml

Node = MutableMapping[str, object]


def write_sha256(folder: Path, stem: str, sha256: str) -> None:
    """Writes the digest of an article's text into its header."""
    path = folder / "claims" / f"{stem}.yaml"
    tree = top_of(path)
    cast("Node", tree["article"])["sha256"] = sha256
    write_yaml(tree, path)


def top_of(path: Path) -> Node:
    """The tree of a claims file; CorpusError where it is no block."""
    tree = read_yaml(path).tree
    if not isinstance(tree, MutableMapping):
        raise CorpusError("must be a block with article and claims", file=str(path))
    return cast("Node", tree)
