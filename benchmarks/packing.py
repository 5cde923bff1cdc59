"""A corpus whose texts may not be shipped, one JSON object an article, without them.

Quotes, cues and the words of zones become offsets; notes, descriptions and what else
holds words of a text is left out. There stay titles, names of entities, and whom a
number counts, which is part of what a claim says.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from claimgraph.api.scoring import optional_claims
from claimgraph.checking import check_corpus
from claimgraph.corpus.reading import Corpus, read_corpus
from claimgraph.corpus.uses import SCHEME, CorpusNames, read_names
from claimgraph.definitions.blocks import entity_block
from claimgraph.entity_closure import needed_entities
from claimgraph.errors import CorpusError, GateError
from claimgraph.model import Batch, Claim, TextSpan, Zone
from claimgraph.passages import retelling_span, zone_span
from claimgraph.scoring.sentences import sentence_starts
from claimgraph.type_guards import is_list, is_map
from claimgraph.yaml_file import read_yaml
from claimgraph.yaml_file.forms import Form, read_form

Block = dict[str, object]
FORM = 1


class PackForm(Form):
    """A packed article as its file has it."""

    form: int
    stem: str
    corpus: str
    sha256: str
    chars: int
    split: str
    region: str | None = None
    source: str | None = None
    recipe: str | None = None
    url: str | None = None
    uses: list[str]
    article: Block
    zones: list[Block]
    retells: list[Block]
    sentences: list[int]
    entities: list[Block]
    claims: list[Block]

    @classmethod
    def read(cls, text: str) -> "PackForm":
        """The packed article of a file; FormError or ValueError for what is none."""
        return read_form(cls, json.loads(text))


# digits that a digest begins with where the article is for tests
TEST_DIGITS = "0123456789"
# what a header says in the words of a text or a coder, or that is told anew
LEFT_OUT = {
    "article": {"note", "published_why", "sha256", "source_sha256", "zones", "retells"},
    "claim": {"quote", "nth", "note", "chain", "valid_words", "start", "end"},
    "hop": {"cue", "nth"},
    "entity": {"description"},
}


def split_of(sha256: str) -> str:
    """Whether a text is for tests or for development: its digest says so.

    >>> split_of("a0"), split_of("0a")
    ('dev', 'test')
    """
    return "test" if sha256[:1] in TEST_DIGITS else "dev"


def packed_articles(
    folder: Path, sources: Mapping[str, Mapping[str, object]]
) -> Iterator[Block]:
    """Each article of a corpus without its words; GateError where it has problems."""
    checked = check_corpus(folder)
    if checked.problems:
        raise GateError(checked.problems)
    corpus, names = read_corpus(folder), read_names(folder)
    optional = optional_claims(folder, checked.batches)
    for batch in checked.batches:
        yield packed_article(batch, corpus, names, sources, optional)


def packed_article(
    batch: Batch,
    corpus: Corpus,
    names: CorpusNames,
    sources: Mapping[str, Mapping[str, object]],
    optional: set[str],
) -> Block:
    """One article without its words."""
    article, text = batch.article, batch.article.text
    if text is None:
        raise CorpusError("has no text, so that nothing can be packed", file=article.id)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    path = corpus.folder / "claims" / f"{article.id}.yaml"
    plain = read_yaml(path).plain
    if not is_map(plain):
        raise CorpusError("is no claims file", file=str(path))
    header, listed = plain["article"], plain.get("claims") or list[object]()
    if not is_map(header) or not is_list(listed):
        raise CorpusError("is no claims file", file=str(path))
    about = sources.get(sha256, {})
    return {
        "form": FORM,
        "stem": article.id,
        "corpus": corpus.name,
        "sha256": sha256,
        "chars": len(text),
        "split": about.get("split") or split_of(sha256),
        **told_source(about),
        "uses": [one for one in corpora_used(names) if one.startswith(SCHEME)],
        "article": without(header, "article"),
        "zones": [packed_zone(text, zone) for zone in article.zones],
        "retells": packed_retellings(batch, header.get("retells"), text),
        "sentences": list(sentence_starts(text)),
        "entities": packed_entities(batch, corpus, shipped_ids(names)),
        "claims": [
            packed_claim(written, claim, optional)
            for written, claim in zip(listed, batch.claims, strict=True)
        ],
    }


def told_source(about: Mapping[str, object]) -> Block:
    """What the list of sources says of a text: where it is from, and its region."""
    found = {key: about[key] for key in ("source", "recipe", "url") if about.get(key)}
    region = str(about.get("region") or "").replace("_", "-")
    return ({"region": region} if region else {}) | found


def packed_entities(batch: Batch, corpus: Corpus, shipped: set[str]) -> list[Block]:
    """The entities that the article needs and that do not ship with claimgraph."""
    needed = needed_entities(batch.article, batch.claims, corpus.entities)
    return [
        without(entity_block(one), "entity")
        for one in needed
        if one.id in corpus.own or one.id in corpus.entities.keys() - shipped
    ]


def corpora_used(names: CorpusNames) -> list[str]:
    """What a corpus uses, as it says so."""
    return names.form.uses if names.form else []


def shipped_ids(names: CorpusNames) -> set[str]:
    """The ids of the corpora that ship with claimgraph and that this one uses."""
    used = zip(corpora_used(names), names.used, strict=True)
    return {
        entity
        for how, one in used
        if how.startswith(SCHEME)
        for each in (one, *one.all_used())
        for entity in each.entities
    }


def without(block: Mapping[str, object], what: str) -> Block:
    """A block without the keys that hold words."""
    return {key: held for key, held in block.items() if key not in LEFT_OUT[what]}


def packed_claim(written: object, claim: Claim, optional: set[str]) -> Block:
    """A claim as written, with offsets for its quote and its cues."""
    if not is_map(written):
        raise CorpusError("a claim must be a block", file=claim.article)
    found = without(written, "claim")
    if not isinstance(claim.selector, TextSpan):
        raise CorpusError("a claim of a table cannot be packed", file=claim.article)
    found["at"] = [claim.selector.start, claim.selector.end]
    chain = written.get("chain")
    hops = zip(chain if is_list(chain) else [], claim.chain[1:], strict=True)
    inner: list[Block] = []
    for hop, read in hops:
        if not is_map(hop):
            raise CorpusError("a hop must be a block", file=claim.article)
        cue = [read.cue_start, read.cue_end]
        inner.append(without(hop, "hop") | ({"cue_at": cue} if read.cue else {}))
    if inner:
        found["chain"] = inner
    if claim.note is not None:
        found["noted"] = True
    if claim.id in optional:
        found["optional"] = True
    return found


def packed_zone(text: str, zone: Zone) -> Block:
    """A zone by the offsets of its words."""
    found = zone_span(text, zone)
    if found is None:
        raise CorpusError(f"has a zone that is not there: {zone.kind}")
    begins = [found.start, found.start + len(zone.start_words)]
    if zone.end_words is None:
        return {"kind": zone.kind, "from": begins}
    ends = [found.end - len(zone.end_words), found.end]
    return {"kind": zone.kind, "from": begins, "to": ends}


def packed_retellings(batch: Batch, written: object, text: str) -> list[Block]:
    """What the article retells, its passages by offsets."""
    listed = written if is_list(written) else []
    found: list[Block] = []
    for block, read in zip(listed, batch.article.retells, strict=True):
        span = retelling_span(text, read)
        if not is_map(block) or span is None:
            raise CorpusError("retells what is not there", file=batch.article.id)
        kept: Block = {"work": block["work"]}
        if read.start_words is not None:
            kept["from"] = [span.start, span.start + len(read.start_words)]
        if read.end_words is not None:
            kept["to"] = [span.end - len(read.end_words), span.end]
        found.append(kept)
    return found


def pack_text(block: Block) -> str:
    """A packed article as its file says it: one line for each part and each claim."""
    lines = [f"  {json.dumps(key)}: {value_text(held)}" for key, held in block.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def value_text(held: object) -> str:
    """A value on one line; a list of blocks with a line for each."""
    if is_list(held) and held and is_map(held[0]):
        rows = [f"    {json.dumps(one, ensure_ascii=False)}" for one in held]
        return "[\n" + ",\n".join(rows) + "\n  ]"
    return json.dumps(held, ensure_ascii=False)
