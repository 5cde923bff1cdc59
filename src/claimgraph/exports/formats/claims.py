"""Claims JSONL: one object a line, everything written out; zstd where it ends so."""

import json
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from claimgraph.definitions import is_plain
from claimgraph.definitions.blocks import (
    Block,
    definition_block,
    entity_block,
    present,
)
from claimgraph.errors import MissingExtraError
from claimgraph.exports import ExportOptions, Format
from claimgraph.flat import attributes, file_block, flat, flat_hops
from claimgraph.model import Article, Batch, Claim, Entity, Judgement, Work
from claimgraph.schema import load_schema


def write(batches: Iterable[Batch], target: Path, options: ExportOptions) -> None:
    """Entities before what needs them, articles with their claims, then judgements."""
    with open_bytes(target) as file:
        for line in lines(batches):
            text = json.dumps(line, ensure_ascii=False, sort_keys=True)
            file.write(f"{text}\n".encode())


@contextmanager
def open_bytes(target: Path) -> Generator[IO[bytes]]:
    """A file to write bytes into, compressed where its name ends in .zst."""
    if target.suffix != ".zst":
        with target.open("wb") as file:
            yield file
        return
    try:
        import zstandard
    except ImportError as error:
        hint = "to compress needs `pip install zstandard`; or leave the .zst away"
        raise MissingExtraError(hint, file=target.name) from error
    with target.open("wb") as raw:
        packing = zstandard.ZstdCompressor().stream_writer(raw, closefd=False)
        with packing as packed:
            yield packed


def lines(batches: Iterable[Batch]) -> Iterator[Block]:
    """Every line of the file in its order; the last counts the claims above it."""
    yield {"claimgraph": 2}
    written = 0
    entities: dict[str, Entity] = {}
    judgements: dict[str, tuple[Judgement, ...]] = {}
    article = ""
    for batch in batches:
        for entity in batch.entities:
            if entity.id not in entities:
                entities[entity.id] = entity
                yield {"entity": entity_line(entity)}
        if batch.article.id != article:
            article = batch.article.id
            yield {"article": article_block(batch.article)}
        if batch.judgements is not None:
            judgements[batch.article.corpus] = batch.judgements
        for claim in batch.claims:
            written += 1
            yield {"claim": claim_block(claim, entities)}
    for corpus in sorted(judgements):
        for one in sorted(judgements[corpus], key=lambda held: held.id):
            yield {"judgement": judgement_block(one, corpus)}
    yield {"end": {"claims": written}}


def entity_line(entity: Entity) -> Block:
    """An entity, and what each corpus says of it where that is not the same."""
    told = () if is_plain(entity) else entity.definitions
    return entity_block(entity) | present(definitions=[*map(definition_block, told)])


def article_block(article: Article) -> Block:
    """An article with its text, if it is there."""
    block = present(
        **attributes(article, "retells", "zones", "text", "quote_checked"),
        retells=[
            present(
                work=work_block(item.work), **ends(item.start_words, item.end_words)
            )
            for item in article.retells
        ],
        zones=[
            present(kind=zone.kind, **ends(zone.start_words, zone.end_words))
            for zone in article.zones
        ],
    )
    if article.text is not None:
        block["text"] = article.text
    return block | ({} if article.quote_checked else {"quote_checked": False})


def work_block(work: str | Work) -> object:
    """The stem of a work, or what is known of one outside."""
    if isinstance(work, str):
        return work
    return {"title": work.title} | present(
        publisher=work.publisher, published=work.published
    )


def ends(first: str | None, last: str | None) -> Block:
    """Where a passage begins and ends."""
    return {"from": first, "to": last}


def claim_block(claim: Claim, entities: Mapping[str, Entity]) -> Block:
    """A claim with everything that can be worked out written out."""
    block = file_block(flat(claim), load_schema().claim.node)
    block["chain"] = hop_blocks(claim, entities)
    return block | present(
        subject_names=names_of(claim.subject, entities),
        object_names=names_of(claim.object, entities),
    )


def names_of(one: str | None, entities: Mapping[str, Entity]) -> list[str]:
    """Name and aliases of an end, if there is one."""
    entity = entities.get(one or "")
    return [] if entity is None else entity.names


def hop_blocks(claim: Claim, entities: Mapping[str, Entity]) -> list[Block]:
    """The speakers, each with the name of who speaks."""
    fields = load_schema().claim.hop
    blocks = [file_block(row, fields) for row in flat_hops(claim)]
    for hop, block in zip(claim.chain, blocks, strict=True):
        if hop.holder in entities:
            block["name"] = entities[hop.holder].name
    return blocks


def judgement_block(judgement: Judgement, corpus: str) -> Block:
    """A judgement with the corpus whose file it stands in."""
    return {"corpus": corpus, **judgement.line_fields()}


FORMAT = Format("claims-jsonl-2", write, ".claims.jsonl", ("no_text",))
