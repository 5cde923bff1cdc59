"""What stands in a file of Claims JSONL, by the keys of its lines alone."""

import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, cast

from claimgraph.errors import MissingExtraError
from claimgraph.exports.features import Finding, carried, imprecise
from claimgraph.ids import judgement_id

Block = Mapping[str, object]
PLACE = ("start", "end", "row", "column", "xpath")
ENDS = ("left", "right")
NO_CUE = [None, None, None, False]


def findings(target: Path, base: str) -> Iterator[Finding]:
    """Each claim line, with the article and the entities above it."""
    judged = judgements(target)
    unnamed: set[str] = set()
    article: Block = {}
    for kind, block in blocks(target):
        if kind == "entity" and block.get("unnamed") is True:
            unnamed.add(cast("str", block["id"]))
        elif kind == "article":
            article = block
        elif kind == "claim":
            yield finding(block, article, unnamed, judged)


def judgements(target: Path) -> dict[str, set[str]]:
    """The ids of the judgements on each entity; they stand at the end of the file."""
    found: dict[str, set[str]] = {}
    for kind, block in blocks(target):
        if kind == "judgement":
            parts = (block[key] for key in ("left", "right", "verdict", "who", "when"))
            one = judgement_id(*cast("Iterator[str]", parts))
            for end in ENDS:
                found.setdefault(cast("str", block[end]), set()).add(one)
    return found


def blocks(target: Path) -> Iterator[tuple[str, Block]]:
    """Kind and block of each line after the first."""
    with target.open("rb") as raw:
        file = io.BufferedReader(unpacked(raw)) if target.suffix == ".zst" else raw
        next(file)
        for line in file:
            [(kind, block)] = cast("dict[str, Block]", json.loads(line)).items()
            yield kind, block


def unpacked(raw: IO[bytes]) -> io.RawIOBase:
    """The bytes of a compressed file."""
    try:
        import zstandard
    except ImportError as error:
        raise MissingExtraError("reading .zst needs zstandard") from error
    return cast("io.RawIOBase", zstandard.ZstdDecompressor().stream_reader(raw))


def finding(
    block: Block,
    article: Block,
    unnamed: set[str],
    judged: Mapping[str, set[str]],
) -> Finding:
    """All features of one claim."""
    chain = cast("list[Block]", block["chain"])
    holders = [cast("str", hop["holder"]) for hop in chain]
    ends = {cast("str", block["subject"]), cast("str", block.get("object"))}
    named = {*holders, *ends} - {None}
    cues = [cue_of(hop) for hop in chain]
    features = carried(
        chain_depth=holders,
        hop_stance=[hop["stance"] for hop in chain],
        hop_cue=cues if any(cue != NO_CUE for cue in cues) else None,
        hop_medium=parts(*(hop.get("medium") for hop in chain)),
        unnamed=sorted(named & unnamed) or None,
        article_hash=article["sha256"],
        said=parts(block.get("said"), *(hop.get("said") for hop in chain)),
        judgements=sorted({one for end in named for one in judged.get(end, ())})
        or None,
        parallel_claims=block["id"],
        **plain_of(block),
        **values_of(block),
    )
    return Finding(cast("str", block["id"]), features)


def plain_of(block: Block) -> dict[str, object]:
    """The features that stand in keys of their own."""
    reply = cast("Block", block.get("replies_to") or {})
    keys = ("reason", "valid", "valid_words", "loaded", "confidence", "grade")
    finer = block.get("kind"), block.get("role"), block.get("former", False)
    return {key: block.get(key) for key in keys} | {
        "polarity": block["polarity"],
        "modality": block["modality"],
        "kind_role": parts(*finer),
        "quote": block["quote"],
        "offsets": {key: block[key] for key in PLACE if key in block},
        "replies_to": parts(reply.get("claim"), reply.get("how")),
        "by_review": [block["by"], block["review"]],
        "note_label": parts(block.get("note"), block.get("label")),
    }


def values_of(block: Block) -> dict[str, object]:
    """The features of a value, and of what the claim says."""
    value = cast("Block | None", block.get("value"))
    counted = value.get("of") if value else None
    kind = "on" if value and "on" in value else str(counted).casefold()
    ends = [block["relation"], block["subject"], block.get("object")]
    ranged = None
    if value:
        about = value.get("about", False)
        ranged = [value.get("min"), value.get("max"), about, value.get("on")]
    on = value.get("on") if value else None
    return {
        "value_of": counted,
        "value_range": ranged,
        "date_precision": imprecise(block.get("said"), block.get("valid"), on),
        "proposition": [*ends, kind if value else None],
    }


def cue_of(hop: Block) -> list[object]:
    """The words of a hop, their place, and whether there are none."""
    return [
        hop.get("cue"),
        hop.get("cue_start"),
        hop.get("cue_end"),
        hop.get("implicit", False),
    ]


def parts(*held: object) -> list[object] | None:
    """The parts, or None where none says anything."""
    return list(held) if any(part not in (None, False) for part in held) else None
