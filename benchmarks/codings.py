"""Codings without their texts: packed to be shipped, and made corpora again.

python benchmarks/codings.py pack CORPUS SOURCES.jsonl OUT_DIR
python benchmarks/codings.py unpack OUT_DIR CORPUS --texts DIR [--texts DIR]

`pack` writes one JSON file an article, with offsets in place of the text's words;
codings by hand and proposals of a model are packed alike. `unpack` makes a corpus of
those articles whose texts are among the files below DIR, and says which are missing.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from claimgraph.api.scoring import INDEX, OPTIONAL, read_index
from claimgraph.atomic import replace_file
from claimgraph.corpus.scaffold import scaffold
from claimgraph.errors import ClaimgraphError, CorpusError, number_of
from claimgraph.model import TextSpan
from claimgraph.passages import locate_cue, locate_quote, occurrences
from claimgraph.type_guards import is_dict, is_list, is_map
from claimgraph.yaml_file import read_yaml, write_yaml
from packing import Block, PackForm, pack_text, packed_articles
from unpacking import batch_of_pack, kept_keys, read_packs, span_of, texts_below

FILES = {
    **{"group": "groups", "person": "people", "org": "organizations"},
    **{"state": "states", "community": "communities", "attack": "attacks"},
    "place": "places",
}


def pack(corpus: Path, sources: Path, out: Path) -> int:
    """Write each article of a corpus without its words; how many there were."""
    if not sources.is_file():
        raise CorpusError(
            "is not there: expected is the list of sources", file=str(sources)
        )
    index = read_index(sources)
    packed = list(packed_articles(corpus, index))
    for block in packed:
        if block["sha256"] not in index:
            print(f"{sources} does not tell where {block['stem']} is from")
    out.mkdir(parents=True, exist_ok=True)
    for block in packed:
        replace_file(out / f"{block['stem']}.json", pack_text(block).encode())
    return len(packed)


def unpack(folder: Path, texts: Sequence[Path], corpus: Path) -> list[PackForm]:
    """Make a corpus of the packed articles whose texts are there; those that lack."""
    found = texts_below(texts)
    packs = read_packs(folder)
    held = [one for one in packs if one.sha256 in found]
    stems = [one.stem for one in held]
    if twice := sorted({one for one in stems if stems.count(one) > 1}):
        raise CorpusError(f"has two articles called {twice[0]}", file=str(folder))
    scaffold(corpus)
    optional: list[str] = []
    entities: dict[str, Block] = {}
    for one in held:
        text = found[one.sha256]
        replace_file(corpus / "articles" / f"{one.stem}.txt", text.encode())
        write_yaml(claims_file(one, text), corpus / "claims" / f"{one.stem}.yaml")
        for entity in one.entities:
            unite(entities, entity)
        claims = batch_of_pack(one, text).claims
        rows = zip(one.claims, claims, strict=True)
        optional += [claim.id for block, claim in rows if block.get("optional")]
    write_entities(corpus, entities)
    write_head(corpus, held)
    if optional:
        replace_file(corpus / OPTIONAL, ("\n".join(optional) + "\n").encode())
    return [one for one in packs if one.sha256 not in found]


def unite(entities: dict[str, Block], entity: Block) -> None:
    """Take an entity among others; a second name of one id becomes an alias."""
    known = entities.setdefault(str(entity["id"]), dict(entity))
    aliases = known.get("aliases")
    names = list(aliases) if is_list(aliases) else []
    more = entity.get("aliases")
    for name in (entity["name"], *(more if is_list(more) else [])):
        if name != known["name"] and name not in names:
            names.append(name)
    known.update({"aliases": names} if names else {})


def write_entities(corpus: Path, entities: Mapping[str, Block]) -> None:
    """Write the entries of a corpus, each type into its file."""
    for prefix, stem in FILES.items():
        listed = [
            one for key, one in sorted(entities.items()) if key.startswith(f"{prefix}/")
        ]
        if listed:
            write_yaml(listed, corpus / "entities" / f"{stem}.yaml")


def write_head(corpus: Path, packs: Sequence[PackForm]) -> None:
    """Write what the corpus uses, and the index that a score reads."""
    uses = sorted({name for one in packs for name in one.uses})
    head = read_yaml(corpus / "corpus.yaml").tree
    if is_dict(head) and uses:
        head["uses"] = uses
        write_yaml(head, corpus / "corpus.yaml")
    keys = {"stem", "sha256", "split", "region", "source", "recipe", "url"}
    rows = [one.model_dump_json(include=keys, exclude_none=True) for one in packs]
    replace_file(corpus / INDEX, ("\n".join(rows) + "\n").encode())


def claims_file(pack: PackForm, text: str) -> Block:
    """The claims file of a packed article."""
    header = {**pack.article, "sha256": pack.sha256}
    zones = [with_words(one, text) for one in pack.zones]
    retells = [with_words(one, text) for one in pack.retells]
    header |= {"zones": zones} if zones else {}
    header |= {"retells": retells} if retells else {}
    return {"article": header, "claims": [written(one, text) for one in pack.claims]}


def with_words(block: Block, text: str) -> Block:
    """A zone or a retelling with its words."""
    found = dict(block)
    for key in ("from", "to"):
        if key in block:
            start, end = span_of(block, key)
            found[key] = text[start:end]
    return found


def written(block: Block, text: str) -> Block:
    """A claim as a person writes it: which of several passages is meant by `nth`."""
    start, end = span_of(block, "at")
    found, words, quote = kept_keys(block), text[start:end], TextSpan(start, end)
    chain = block.get("chain")
    hops = [
        written_hop(dict(one), text, quote)
        for one in (chain if is_list(chain) else [])
        if is_map(one)
    ]
    found |= {"chain": hops} if hops else {}
    found["quote"] = words
    if locate_quote(text, words, None) != quote:
        found["nth"] = nth_of(text, words, start)
    return found


def written_hop(hop: Block, text: str, quote: TextSpan) -> Block:
    """A hop as a person writes it."""
    if "cue_at" not in hop:
        return hop
    start, end = span_of(hop, "cue_at")
    found = {key: held for key, held in hop.items() if key != "cue_at"}
    found["cue"] = text[start:end]
    if locate_cue(text, text[start:end], None, quote) != TextSpan(start, end):
        found["nth"] = nth_of(text, text[start:end], start)
    return found


def nth_of(text: str, words: str, start: int) -> int:
    """Which occurrence of the words begins at an offset, counted from 1."""
    found = occurrences(text, words)
    if start not in found:
        raise CorpusError(f"nothing of the text can be quoted at {start}")
    return found.index(start) + 1


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="what", required=True)
    packing = commands.add_parser("pack")
    for name in ("corpus", "sources", "out"):
        packing.add_argument(name, type=Path)
    unpacking = commands.add_parser("unpack")
    for name in ("folder", "corpus"):
        unpacking.add_argument(name, type=Path)
    unpacking.add_argument("--texts", type=Path, action="append", default=[])
    given = parser.parse_args()
    try:
        if given.what == "pack":
            number = pack(given.corpus, given.sources, given.out)
            print(f"{number_of(number, 'article')} in {given.out}")
            return
        lacking = unpack(given.folder, given.texts, given.corpus)
    except ClaimgraphError as error:
        sys.exit(f"codings: {error}")
    for one in lacking:
        print(f"no text: {one.stem}, {one.chars} characters, sha256 {one.sha256}")
    print(f"texts that were missing: {len(lacking)}")


if __name__ == "__main__":
    main()
