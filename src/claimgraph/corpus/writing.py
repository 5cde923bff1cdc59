"""Edits of a corpus that keep comments, order and untouched lines."""

import re
from collections.abc import Iterable, Mapping, MutableMapping
from pathlib import Path
from typing import cast

from claimgraph.atomic import replace_file
from claimgraph.corpus.blocks import Block, claim_block, entity_block, header_block
from claimgraph.corpus.reading import (
    entities_in,
    read_article,
    read_corpus,
)
from claimgraph.errors import CorpusError, named_os_errors
from claimgraph.ids import id_prefix
from claimgraph.model import REVIEWS, Article, Claim, Entity, Where
from claimgraph.yaml_file import (
    plain_value,
    read_yaml,
    write_yaml,
    yaml_text,
)
from claimgraph.yaml_file.merging import merged_text

Node = MutableMapping[str, object]
FILE_OF = {
    "group": "groups",
    "person": "people",
    "org": "organizations",
    "state": "states",
    "community": "communities",
    "attack": "attacks",
    "place": "places",
}


def write_claims(folder: Path, article: Article, claims: Iterable[Claim]) -> int:
    """How many claims were added to, or changed in, `claims/<stem>.yaml`.

    A claim whose id stands there already is updated in place, key by key; others come
    last. A file that is missing is made, with the article's header.
    """
    path = folder / "claims" / f"{article.id}.yaml"
    if not path.exists():
        make_parent(path)
        blocks = [claim_block(claim, article) for claim in claims]
        write_yaml({"article": header_block(article), "claims": blocks}, path)
        return len(blocks)
    held = claims_held(folder, article.id)
    tree = top_of(path)
    if not isinstance(tree.get("claims"), list):
        tree["claims"] = []
    nodes = nodes_in(tree["claims"])
    touched = 0
    for claim in claims:
        wanted = claim_block(claim, article)
        if claim.id not in held:
            nodes.append(wanted)
            touched += 1
            continue
        before = claim_block(held[claim.id], article)
        node = nodes[count_of(held[claim.id])]
        touched += update(node, before, wanted)
    if touched:
        write_yaml(tree, path)
    return touched


def write_entities(folder: Path, entities: Iterable[Entity]) -> int:
    """How many entries were added to, or changed in, the files of `entities/`."""
    by_file: dict[Path, list[Entity]] = {}
    for entity in entities:
        stem = FILE_OF.get(id_prefix(entity.id))
        if stem is None:
            known = ", ".join(f"{prefix}/" for prefix in FILE_OF)
            raise CorpusError(f"{entity.id} begins with none of {known}")
        by_file.setdefault(folder / "entities" / f"{stem}.yaml", []).append(entity)
    return sum(write_entries(path, some) for path, some in by_file.items())


def write_entries(path: Path, entities: Iterable[Entity]) -> int:
    """The same for the entries of one file, which is made where it is missing."""
    make_parent(path)
    listed = [entity for entity, _ in entities_in(path)] if path.exists() else []
    tree = read_yaml(path).tree if path.exists() else None
    nodes = nodes_in(tree)
    held = {one.id: (at, one) for at, one in enumerate(listed) if one is not None}
    touched = 0
    added: list[Block] = []
    for entity in entities:
        wanted = entity_block(entity)
        if entity.id not in held:
            added.append(wanted)
            continue
        at, before = held[entity.id]
        touched += update(nodes[at], entity_block(before), wanted)
    if touched:
        write_list(path, nodes)
    if added:
        append_entries(path, nodes, added)
    return touched + len(added)


def make_parent(path: Path) -> None:
    """The folder of a file, made where it is missing."""
    with named_os_errors(CorpusError, path.parent, "cannot be made"):
        path.parent.mkdir(parents=True, exist_ok=True)


def write_list(path: Path, nodes: list[Node]) -> None:
    """Writes an edited list that may stand further left than the writer puts it."""
    raw = path.read_bytes().decode("utf-8")
    first = re.search(r"^( *)- ", raw, re.MULTILINE)
    own = indent_of(yaml_text([{"id": "x"}]))
    left = own - len(first[1]) if first else 0
    if left <= 0 or raw.startswith("\ufeff"):
        write_yaml(nodes, path)
        return
    before, after = yaml_text(read_yaml(path).tree), yaml_text(nodes)
    text = merged_text(raw, moved_left(before, left), moved_left(after, left))
    if plain_value(text, path) == plain_value(after, path):
        replace_file(path, text.encode("utf-8"), CorpusError)
    else:
        write_yaml(nodes, path)


def moved_left(text: str, left: int) -> str:
    """The text with every line so many spaces further left, where it has them."""
    lines = text.splitlines(keepends=True)
    return "".join(line[min(left, indent_of(line)) :] for line in lines)


def append_entries(path: Path, nodes: list[Node], added: list[Block]) -> None:
    """Puts entries at the end of a list, written as its first entry is."""
    raw = path.read_bytes().decode("utf-8") if path.exists() else ""
    first = re.search(r"^( *)- ", raw, re.MULTILINE)
    if not nodes or first is None:
        # comments of a file without entries stay in front
        text = raw if not nodes and first is None else ""
        listed = yaml_text([*nodes, *added])
        replace_file(path, (text + listed).encode("utf-8"), CorpusError)
        return
    end = "\r\n" if "\r\n" in raw else "\n"
    gap = end if f"{end}{end}" in raw else ""
    own = indent_of(yaml_text([{"id": "x"}]))
    text = raw if raw.endswith("\n") else raw + end
    for block in added:
        lines = yaml_text([block]).splitlines()
        entry = (first[1] + line[own:] if line else "" for line in lines)
        text += gap + "".join(f"{line}{end}" for line in entry)
    replace_file(path, text.encode("utf-8"), CorpusError)


def indent_of(text: str) -> int:
    """How many spaces a text begins with."""
    return len(text) - len(text.lstrip(" "))


def set_review(folder: Path, claim_id: str, state: str) -> Path:
    """Writes the review of a claim; the file that holds it, else CorpusError."""
    if state not in REVIEWS:
        raise CorpusError(f"{state} is none of {', '.join(REVIEWS)}", key="review")
    for path in sorted((folder / "claims").glob("*.yaml")):
        held = claims_held(folder, path.stem)
        if claim_id not in held:
            continue
        claim = held[claim_id]
        if claim.review != state:
            tree = top_of(path)
            nodes_in(tree["claims"])[count_of(claim)]["review"] = state
            write_yaml(tree, path)
        return path
    raise CorpusError(f"no claim {claim_id} in this corpus", file=str(folder))


def write_sha256(folder: Path, stem: str, sha256: str) -> None:
    """Writes the digest of an article's text into its header."""
    path = folder / "claims" / f"{stem}.yaml"
    tree = top_of(path)
    cast("Node", tree["article"])["sha256"] = sha256
    write_yaml(tree, path)


def claims_held(folder: Path, stem: str) -> dict[str, Claim]:
    """The claims of an article's file by their ids; CorpusError for a bad file."""
    batch = read_article(read_corpus(folder), stem)
    if batch.problems:
        first = batch.problems[0]
        raise CorpusError(first.reason, file=first.file, line=first.line, key=first.key)
    return {claim.id: claim for claim in batch.claims}


def count_of(claim: Claim) -> int:
    """Where in the list of its file a claim stands, from 0."""
    where = claim.where or Where("")
    return int(where.key.removeprefix("claims[").removesuffix("]"))


def nodes_in(held: object) -> list[Node]:
    """The blocks of a list; none where it is no list."""
    return cast("list[Node]", held) if isinstance(held, list) else []


def top_of(path: Path) -> Node:
    """The tree of a claims file; CorpusError where it is no block."""
    tree = read_yaml(path).tree
    if not isinstance(tree, MutableMapping):
        raise CorpusError("must be a block with article and claims", file=str(path))
    return cast("Node", tree)


def update(
    node: Node, before: Mapping[str, object], wanted: Mapping[str, object]
) -> bool:
    """Whether a block had to change to say what is wanted; other keys stay."""
    touched = False
    for key in {**before, **wanted}:
        old, new = before.get(key), wanted.get(key)
        if old == new:
            continue
        touched = True
        if key == "chain" and update_chain(node, before, wanted):
            continue
        if new is None:
            node.pop(key, None)
        else:
            node[key] = new
    return touched


def update_chain(
    node: Node, before: Mapping[str, object], wanted: Mapping[str, object]
) -> bool:
    """Updates hop by hop; False where the chains are of different length."""
    hops = node.get("chain")
    old, new = (nodes_in(block.get("chain")) for block in (before, wanted))
    nodes = nodes_in(hops)
    if not len(nodes) == len(old) == len(new):
        return False
    for hop, was, will in zip(nodes, old, new, strict=True):
        update(hop, was, will)
    return True
