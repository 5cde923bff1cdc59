"""What inputs are made of: one small sample of each form, whole, as people write it."""

import json
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import cast

from claimgraph.loaders import find_loader
from claimgraph.model import Batch
from export_cases import CASES
from market import copy_market
from small_batch import small_batch
from soak.mutation import mutate
from verifying import write_plainly

DERIVED = ("id", "digest", "proposition", "said", "publisher")
LOADED = "2026-11-22T12:00:00Z"
# the forms that are no RDF, and how many inputs of each form are wanted
CORPUS, JUDGEMENTS, JSONL, ZSTD = "corpus", "judgements", "jsonl", "zstd"
# fewer of those that take long: YAML is ten times as slow as lines of JSON
GOALS = {
    **{JSONL: 52_000, CORPUS: 3_000, JUDGEMENTS: 2_000, ZSTD: 8_000},
    **{"trig": 10_000, "turtle": 10_000, "nquads": 10_000, "jsonld": 5_000},
}


@cache
def samples(name: str, scratch: Path) -> tuple[tuple[str, bytes], ...]:
    """The samples of a format with their endings: one article, and three."""
    market = tuple(find_loader("corpus").read(CASES.parent / "load" / "market"))
    found: list[tuple[str, bytes]] = []
    for number, batches in enumerate(((small_batch(),), market)):
        folder = scratch / f"sample-{name}-{number}"
        folder.mkdir(parents=True)
        target = write_plainly(name, [dated(batch) for batch in batches], folder)
        found.append((target.name.partition(".")[2], target.read_bytes()))
    if name == "claims":
        found += [(ending, bare(data)) for ending, data in found]
    if name == "trig":
        found.append(("trig", (CASES.parent / "rdf" / "example.trig").read_bytes()))
    return tuple(found)


def bare(lines: bytes) -> bytes:
    """Claims JSONL as people write it: what can be worked out is left out."""
    made: list[bytes] = []
    for line in lines.splitlines():
        block = cast("dict[str, dict[str, object]]", json.loads(line))
        for name in DERIVED if "claim" in block else ():
            block["claim"].pop(name, None)
        made.append(json.dumps(block, ensure_ascii=False).encode() + b"\n")
    return b"".join(made)


def dated(batch: Batch) -> Batch:
    """The batch with a time of loading in each claim that is no rejected one."""
    kept = [one for one in batch.claims if one.review != "rejected"]
    return replace(batch, claims=tuple(replace(one, loaded=LOADED) for one in kept))


def make_file(name: str, scratch: Path, folder: Path, chance: Random) -> Path:
    """A mutated file of a format."""
    ending, data = chance.choice(samples(name, scratch))
    path = folder / f"input.{ending}"
    path.write_bytes(mutate(data, chance))
    return path


def make_packed(scratch: Path, folder: Path, chance: Random) -> Path:
    """Claims JSONL in zstd, mutated before it is packed or afterwards."""
    import zstandard

    _, data = chance.choice(samples("claims", scratch))
    early = chance.random() < 0.3
    packed = zstandard.compress(mutate(data, chance) if early else data)
    path = folder / "input.claims.jsonl.zst"
    path.write_bytes(packed if early else mutate(packed, chance))
    return path


def make_corpus(folder: Path, chance: Random, *, only: str = "") -> Path:
    """A corpus of which one or two files are mutated."""
    shutil.rmtree(folder)
    copy_market(folder)
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    paths = [path for path in paths if path.name.startswith(only)]
    for path in chance.sample(paths, chance.choice((1, 1, 2)) if not only else 1):
        path.write_bytes(mutate(path.read_bytes(), chance))
    return folder


def make_input(form: str, scratch: Path, folder: Path, chance: Random) -> Path:
    """An input of a form in a folder, which is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if form in (CORPUS, JUDGEMENTS):
        only = "judgements" if form == JUDGEMENTS else ""
        return make_corpus(folder, chance, only=only)
    if form == ZSTD:
        return make_packed(scratch, folder, chance)
    name = "claims" if form == JSONL else form
    return make_file(name, scratch, folder, chance)
