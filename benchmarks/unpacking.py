"""Packed articles as codings again: to be scored, or as a corpus where texts are."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from pathlib import Path

from claimgraph.corpus.claim_forms import machine_claim_form
from claimgraph.corpus.claims import machine_claim
from claimgraph.corpus.convert import article_of
from claimgraph.corpus.forms import ArticleForm
from claimgraph.corpus.uses import SCHEME, packaged_corpora, read_names
from claimgraph.definitions.forms import EntityForm, entity_of
from claimgraph.entity_closure import UNSPECIFIED, needed_entities, unspecified_id
from claimgraph.errors import CorpusError, Problem
from claimgraph.model import Article, Batch, Claim, Entity, Where
from claimgraph.schema import load_schema
from claimgraph.scoring.coded import CodedArticle, coded_articles
from claimgraph.type_guards import is_list, is_map
from claimgraph.yaml_file.forms import FormError, read_form
from claimgraph.yaml_file.reading import dotted_path
from packing import FORM, Block, PackForm

NOT_SHIPPED = "the coder's note is not shipped"


def read_packs(folder: Path) -> list[PackForm]:
    """The packed articles of a folder; CorpusError with the file for what is none."""
    found: list[PackForm] = []
    for path in sorted(folder.rglob("*.json")):
        try:
            pack = PackForm.read(path.read_text("utf-8"))
        except FormError as error:
            key, reason = error.refusals[0]
            raise CorpusError(reason, file=str(path), key=dotted_path(key)) from error
        except ValueError as error:
            raise CorpusError(f"is no JSON: {error}", file=str(path)) from error
        if pack.form != FORM:
            raise CorpusError(f"is no packed article of form {FORM}", file=str(path))
        found.append(pack)
    return found


def texts_below(folders: Iterable[Path]) -> dict[str, str]:
    """The texts of all files below some folders, by their digests."""
    found: dict[str, str] = {}
    for path in (path for folder in folders for path in sorted(folder.rglob("*"))):
        if path.is_file():
            raw = path.read_bytes()
            try:
                found[hashlib.sha256(raw).hexdigest()] = raw.decode("utf-8")
            except UnicodeDecodeError:
                continue
    return found


def coded_packs(
    packs: Iterable[PackForm], texts: Mapping[str, str]
) -> list[CodedArticle]:
    """Packed articles as they are scored; their texts are there where they are known.

    Without its text an article is scored all the same: offsets and the beginnings of
    sentences say enough.
    """
    found: list[CodedArticle] = []
    ranked = sorted(packs, key=lambda one: (one.corpus, one.stem))
    for _, group in groupby(ranked, key=lambda one: one.corpus):
        held = list(group)
        batches = [batch_of_pack(one, texts.get(one.sha256)) for one in held]
        optional = {
            claim.id
            for pack, batch in zip(held, batches, strict=True)
            for block, claim in zip(pack.claims, batch.claims, strict=True)
            if block.get("optional")
        }
        index: dict[str, Block] = {
            one.sha256: {"region": one.region, "split": one.split} for one in held
        }
        coded = coded_articles(batches, optional, index)
        found += [
            replace(one, sentences=tuple(pack.sentences), characters=pack.chars)
            for pack, one in zip(held, coded, strict=True)
        ]
    return found


def batch_of_pack(pack: PackForm, text: str | None) -> Batch:
    """A packed article with its claims and the entities that it needs."""
    where, problems = Where(f"{pack.stem}.json"), list[Problem]()
    form = read_form(ArticleForm, {**pack.article, "sha256": pack.sha256})
    article = article_of(form, pack.stem, pack.corpus, text, where, problems)
    own = (entity_of(read_form(EntityForm, one), where) for one in pack.entities)
    entities = {**shipped_entities(tuple(pack.uses)), **{one.id: one for one in own}}
    claims = [claim_of_pack(block, article, where, problems) for block in pack.claims]
    if problems:
        raise CorpusError(str(problems[0]))
    return Batch(
        article=article,
        entities=needed_entities(article, claims, entities),
        claims=tuple(claims),
        known=entities.keys(),
    )


def claim_of_pack(
    block: Block, article: Article, where: Where, problems: list[Problem]
) -> Claim:
    """A packed claim, its quote and cues cut out of the text where that is there."""
    start, end = span_of(block, "at")
    text = article.text
    kept, chain = kept_keys(block), block.get("chain")
    hops: list[Block] = [{"holder": article.speaker}]
    hops += [
        machine_hop(dict(hop), article)
        for hop in (chain if is_list(chain) else [])
        if is_map(hop)
    ]
    quote = "" if text is None else text[start:end]
    row = {**kept, "article": article.id, "quote": quote, "start": start, "end": end}
    form = read_form(machine_claim_form(), {**row, "chain": hops})
    claim, wrong = machine_claim(form, article, where, load_schema())
    problems += wrong
    return claim


def kept_keys(block: Block) -> Block:
    """What a packed claim has as it was written; its note says that it is not here."""
    found = {
        key: held
        for key, held in block.items()
        if key not in ("at", "optional", "noted", "chain")
    }
    return found | ({"note": NOT_SHIPPED} if block.get("noted") else {})


def machine_hop(hop: Block, article: Article) -> Block:
    """A hop as machines write it."""
    if hop["holder"] == UNSPECIFIED:
        hop["holder"] = unspecified_id(article.id)
    if "cue_at" not in hop:
        return hop
    start, end = span_of(hop, "cue_at")
    del hop["cue_at"]
    cue = {} if article.text is None else {"cue": article.text[start:end]}
    return {**hop, **cue, "cue_start": start, "cue_end": end}


def span_of(block: Mapping[str, object], key: str) -> tuple[int, int]:
    """The two offsets of a block."""
    match block.get(key):
        case [int(start), int(end)]:
            return start, end
        case _:
            raise CorpusError("must be two offsets", key=key)


@cache
def shipped_entities(uses: Sequence[str]) -> dict[str, Entity]:
    """The entities of corpora that ship with claimgraph."""
    folders = dict(packaged_corpora())
    found: dict[str, Entity] = {}
    for one in uses:
        names = read_names(folders[one.removeprefix(SCHEME)])
        for each in (names, *names.all_used()):
            found = {**each.entities, **found}
    return found
