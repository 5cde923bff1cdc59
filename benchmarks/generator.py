"""Claims that look like real ones: a seeded world with hubs, as Claims JSONL.

    python benchmarks/generator.py 20000 claims.jsonl

Half of the claims stand in one dataset, most others in five reports, the rest in
news articles of twenty claims. Groups, speakers and attacks are chosen by Zipf's
law, so that a few hubs have most edges and many edges run side by side.
"""

import argparse
import hashlib
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from claimgraph.corpus.claim_forms import machine_claim_form
from claimgraph.corpus.claims import machine_claim
from claimgraph.model import Article, Where
from claimgraph.schema import load_schema
from world import Block, World

SEED = 7
REPORTS = 5
IN_NEWS = 20
# how often each relation comes, and the words that carry it
RELATIONS = {
    "ATTRIBUTED_TO": (22, "{o} carried out the {s}"),
    "CLAIMED_BY": (8, "{o} took responsibility for the {s}"),
    "TARGETED": (9, "the {s} was aimed at {o}"),
    "LOCATED_IN": (9, "the {s} happened in {o}"),
    "KILLED": (10, "{v} were killed in the {s}"),
    "WOUNDED": (6, "{v} were wounded in the {s}"),
    "OCCURRED_ON": (5, "the {s} took place on {v}"),
    "ALLEGED_LINK": (10, "{s} and {o} plan and train together"),
    "SUPPORTED_BY": (4, "{o} arms and pays {s}"),
    "LED_BY": (5, "{o} leads {s}"),
    "MEMBER_OF": (8, "{s} belongs to {o}"),
    "PART_OF": (4, "{s} is a branch of {o}"),
}
ENDS = {
    "ATTRIBUTED_TO": ("attack", "group"),
    "CLAIMED_BY": ("attack", "group"),
    "TARGETED": ("attack", "community"),
    "LOCATED_IN": ("attack", "place"),
    "KILLED": ("attack", ""),
    "WOUNDED": ("attack", ""),
    "OCCURRED_ON": ("attack", ""),
    "ALLEGED_LINK": ("group", "group"),
    "SUPPORTED_BY": ("group", "state"),
    "LED_BY": ("group", "person"),
    "MEMBER_OF": ("person", "group"),
    "PART_OF": ("group", "group"),
}
DISPUTED = ("ATTRIBUTED_TO", "ALLEGED_LINK", "SUPPORTED_BY", "MEMBER_OF")
CUES = (
    ("said in a statement", "statement"),
    ("told a press conference", "press-conference"),
    ("wrote on social media", "social-media"),
    ("reported", "report"),
)
COUNTED = ("people", "civilians", "soldiers", "worshippers", "students")


@dataclass(slots=True)
class Writer:
    """Writes one article: its text grows with each claim."""

    world: World
    stem: str
    publisher: str
    published: str
    kind: str
    text: str = ""
    length: int = 0
    sentences: list[str] = field(default_factory=list[str])
    claims: list[Block] = field(default_factory=list[Block])

    def add(self) -> None:
        """One more sentence with its claim."""
        chance, world = self.world.chance, self.world
        weights = [weight for weight, _ in RELATIONS.values()]
        relation = chance.choices(list(RELATIONS), weights)[0]
        block = self.ends(relation)
        cues = self.chain(block, relation)
        value = block.get("value")
        words = RELATIONS[relation][1].format(
            s=world.name_of(str(block["subject"])),
            o=world.name_of(str(block["object"])) if "object" in block else "",
            v=in_words(cast("Block", value)) if value else "",
        )
        opening = "".join(f"{cue} that " for cue in cues)
        start = self.length + len(opening)
        sentence = f"{opening}{words}.\n"
        block |= {"quote": words, "start": start, "end": start + len(words)}
        self.sentences.append(sentence)
        self.length += len(sentence)
        self.claims.append(block)

    def ends(self, relation: str) -> Block:
        """Relation, both ends or a value, polarity, dates."""
        chance, world = self.world.chance, self.world
        left, right = ENDS[relation]
        block: Block = {"relation": relation, "subject": world.pick(left)}
        if right:
            block["object"] = world.pick(right)
            while block["object"] == block["subject"]:
                block["object"] = world.pick(right)
        elif relation == "OCCURRED_ON":
            block["value"] = {"on": world.day()}
        else:
            low = chance.randint(1, 60)
            exact: Block = {"max": low} if chance.random() < 0.7 else {}
            block["value"] = {"min": low, "of": chance.choice(COUNTED), **exact}
        dice = chance.random()
        if relation in DISPUTED and dice < 0.2:
            block["polarity"] = "denied"
        elif relation in DISPUTED and dice < 0.27:
            block |= {"polarity": "withheld", "reason": "does-not-blame"}
        if relation == "LED_BY":
            block["role"] = chance.choice(("leader", "chief", "deputy"))
        if chance.random() < 0.15:
            block["valid"] = f"{world.day(2010)[:7]}/.."
        block["modality"] = chance.choice(("stated", "stated", "alleged", "suspected"))
        return block

    def chain(self, block: Block, relation: str) -> list[str]:
        """Writes the hops of a claim; the words that mark them, in order."""
        chance, world = self.world.chance, self.world
        holders = [
            world.pick(chance.choice(("org", "org", "person", "state")))
            for _ in range(chance.choices((0, 1, 2), (30, 50, 20))[0])
        ]
        if relation == "CLAIMED_BY":
            holders = [*holders[:1], str(block["object"])]
        name = world.name_of(self.publisher)
        hops: list[Block] = [{"holder": self.publisher, "name": name}]
        cues: list[str] = []
        at = self.length
        for holder in holders:
            words, medium = chance.choice(CUES)
            cue = f"{world.name_of(holder)} {words}"
            hop: Block = {"holder": holder, "name": world.name_of(holder)}
            hop |= {"cue": cue, "cue_start": at, "cue_end": at + len(cue)}
            hop["medium"] = medium
            if chance.random() < 0.5:
                hop["said"] = world.day()
            hops.append(hop)
            cues.append(cue)
            at += len(cue) + len(" that ")
        block["chain"] = hops
        return cues

    def lines(self) -> Iterator[Block]:
        """The article, then its claims with all that is derived from them."""
        text = "".join(self.sentences)
        digest = hashlib.sha256(text.encode()).hexdigest()
        header: Block = {"id": self.stem, "corpus": "made-up", "kind": self.kind}
        header |= {"title": f"Claims of {self.stem}", "publisher": self.publisher}
        header |= {"published": self.published, "language": "en", "sha256": digest}
        yield {"article": header | {"text": text}}
        article = Article(
            id=self.stem,
            corpus="made-up",
            title="",
            publisher=self.publisher,
            published=self.published,
            sha256=digest,
        )
        for block in self.claims:
            yield {"claim": derived(block, article, self.world)}


def in_words(value: Block) -> str:
    """A value as a sentence has it."""
    if "on" in value:
        return str(value["on"])
    return f"{'' if 'max' in value else 'at least '}{value['min']} {value['of']}"


def derived(block: Block, article: Article, world: World) -> Block:
    """A claim line with ids, names and dates written out, as an export has them."""
    full = block | {"article": article.id, "by": "generator 1"}
    form = machine_claim_form().model_validate(full)
    claim, _ = machine_claim(form, article, Where(""), world.schema)
    full |= {"id": claim.id, "digest": claim.digest, "said": claim.said}
    full["proposition"] = claim.proposition
    for key, end in (("subject", claim.subject), ("object", claim.object)):
        if end is not None:
            full[f"{key}_names"] = names_of(end, world)
    return full


def names_of(one: str, world: World) -> list[str]:
    """Name and aliases of an entity."""
    name, number = world.name_of(one), one.rpartition("-")[2]
    return [name, f"{name} Q{number}"] if one[:2] in ("gr", "pe") else [name]


def article_sizes(claims: int) -> list[tuple[str, int]]:
    """The kind of each article and how many claims it has."""
    report = claims * 8 // 100
    news = max(1, (claims - claims // 2 - report * REPORTS) // IN_NEWS)
    sizes = [("dataset", claims // 2), *[("report", report)] * REPORTS]
    sizes += [("news", IN_NEWS)] * news
    rest = claims - sum(size for _, size in sizes)
    return [(kind, size) for kind, size in [*sizes, ("news", rest)] if size > 0]


def lines(claims: int, seed: int = SEED) -> Iterator[Block]:
    """Every line of the file, the same for the same numbers."""
    world = World(random.Random(seed), load_schema())
    yield {"claimgraph": 2}
    yield from world.entities(max(10, claims // 20))
    for number, (kind, size) in enumerate(article_sizes(claims), 1):
        publisher = world.pick("org")
        published = world.day().rstrip("~")
        writer = Writer(world, f"{kind}-{number}", publisher, published, kind)
        for _ in range(size):
            writer.add()
        yield from writer.lines()
    yield {"end": {"claims": claims}}


def write(claims: int, path: Path) -> None:
    """Write the file."""
    with path.open("w", encoding="utf-8") as file:
        for line in lines(claims):
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="Make up claims.")
    parser.add_argument("claims", type=int)
    parser.add_argument("path", type=Path)
    given = parser.parse_args(arguments)
    write(given.claims, given.path)


if __name__ == "__main__":
    main()
