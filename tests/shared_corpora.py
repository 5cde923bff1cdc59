"""Made-up corpora that share names: written as folders, drawn, loaded, forgotten."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from claimgraph.corpus.reading import read_batches, read_corpus
from claimgraph.loading import load
from claimgraph.store.base import Store

Block = dict[str, object]
FILES = {
    **{"group": "groups", "person": "people", "org": "organizations"},
    **{"attack": "attacks", "place": "places"},
}
PLACES = ("place/barn", "place/mill", "place/town", "place/vale")
POOL = (
    *("group/ash", "group/elm", "group/oak", "person/ivy", "org/post"),
    *("attack/fair", *PLACES),
)
# what may be claimed: relation, subjects, objects
SAYINGS = (
    ("ALLEGED_LINK", "group", "group"),
    ("LED_BY", "group", "person"),
    ("LOCATED_IN", "attack", "place"),
    ("ATTRIBUTED_TO", "attack", "group"),
)
NAMES = ("Ash", "Elm", "The Oak", "Ivy", "A Long Name", "ALN")


@dataclass
class Corpus:
    """A corpus before it is written: entries by id, claims by article."""

    name: str
    entries: dict[str, Block] = field(default_factory=dict[str, Block])
    articles: dict[str, list[tuple[str, str, str]]] = field(
        default_factory=dict[str, list[tuple[str, str, str]]]
    )
    uses: list[str] = field(default_factory=list[str])
    judgements: list[Block] = field(default_factory=list[Block])


def write_corpus(root: Path, corpus: Corpus) -> Path:
    """The corpus as a folder below the root, called by its name; an older one goes."""
    folder = root / corpus.name
    for part in ("articles", "claims", "entities"):
        (folder / part).mkdir(parents=True, exist_ok=True)
        for path in (folder / part).iterdir():
            path.unlink()
    head: Block = {"name": corpus.name, "uses": corpus.uses}
    write_json(folder / "corpus.yaml", head)
    for prefix, file in FILES.items():
        own = [
            {"id": one, **block}
            for one, block in corpus.entries.items()
            if one.startswith(f"{prefix}/")
        ]
        # one entry a line: messages name it
        lines = "".join(f"- {json.dumps(block)}\n" for block in own)
        if own:
            (folder / "entities" / f"{file}.yaml").write_text(lines, "utf-8")
    for stem, said in corpus.articles.items():
        write_article(folder, stem, said, corpus)
    lines = "".join(f"{json.dumps(one)}\n" for one in corpus.judgements)
    (folder / "judgements.jsonl").write_text(lines, "utf-8")
    return folder


def write_article(
    folder: Path, stem: str, said: Sequence[tuple[str, str, str]], corpus: Corpus
) -> None:
    """A text with a sentence for each claim, and its claims file."""
    quotes = [f"{stem} says {' '.join(one)}." for one in said]
    raw = "\n".join([f"{corpus.name}: {stem}", *quotes])
    (folder / "articles" / f"{stem}.txt").write_text(raw, "utf-8")
    header: Block = {
        "title": stem,
        "publisher": "org/post",
        "sha256": hashlib.sha256(raw.encode()).hexdigest(),
    }
    claims: list[Block] = [
        {"relation": relation, "subject": subject, "object": target, "quote": quote}
        for (relation, subject, target), quote in zip(said, quotes, strict=True)
    ]
    path = folder / "claims" / f"{stem}.yaml"
    write_json(path, {"article": header, "claims": claims})


def write_json(path: Path, block: object) -> None:
    """A block as JSON, which is YAML too."""
    path.write_text(json.dumps(block), "utf-8")


def load_articles(folder: Path, store: Store, stems: Iterable[str] = ()) -> None:
    """Loads articles of a corpus folder, in that order; all without any."""
    corpus = read_corpus(folder)
    load(read_batches(corpus, list(stems) or None), store)


@st.composite
def entries(draw: DrawFn, one: str) -> Block:
    """What some corpus says of an id; nothing that contradicts another one."""
    block: Block = {
        "name": draw(st.sampled_from(NAMES)),
        "aliases": draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True)),
        "kind": None,
        "description": draw(st.none() | st.sampled_from(("big", "small"))),
        "ids": draw(st.sampled_from(({}, {"q": "1"}, {"q": "1", "un": "7"}))),
    }
    if one.startswith("person/"):
        block["ids"] = {"q": "1"}
    if one.startswith("attack/"):
        block["ids"] = {"q": "2"}
    if one in PLACES:
        outer = PLACES[PLACES.index(one) + 1 :]
        block["within"] = draw(st.none() | st.sampled_from(outer)) if outer else None
        block["lat"] = draw(st.none() | st.sampled_from((1.5, 2.0)))
    return {key: held for key, held in block.items() if held not in (None, [], {})}


@st.composite
def versions(draw: DrawFn, name: str, uses: Sequence[str]) -> Corpus:
    """One state of a corpus whose entries are whole in themselves."""
    # an entry may be left out where a corpus that is used always has it
    own = [one for one in POOL if not uses or draw(st.booleans())]
    found = Corpus(name, uses=[f"../{one}" for one in uses])
    for one in own:
        found.entries[one] = draw(entries(one))
    for number in range(draw(st.integers(1, 2))):
        said: list[tuple[str, str, str]] = []
        for _ in range(draw(st.integers(0, 3))):
            relation, *ends = draw(st.sampled_from(SAYINGS))
            some = [[one for one in POOL if one.startswith(f"{end}/")] for end in ends]
            subject, target = (draw(st.sampled_from(ids)) for ids in some)
            if subject != target and (relation, subject, target) not in said:
                said.append((relation, subject, target))
        found.articles[f"{name}-{number}"] = said
    return found


@st.composite
def families(draw: DrawFn) -> dict[str, list[Corpus]]:
    """Two states of each of three corpora: the first may use the others."""
    uses: Mapping[str, list[str]] = {
        "ann": draw(st.sampled_from(([], ["names"], ["bob", "names"]))),
        "bob": draw(st.sampled_from(([], ["names"]))),
        "names": [],
    }
    return {name: [draw(versions(name, uses[name])) for _ in (1, 2)] for name in uses}
