"""The examples of the lexicon, read by the rules with those who stand in them."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimgraph.coding.new_ids import slug_of
from claimgraph.extraction.attacks.deeds import deeds_in
from claimgraph.extraction.candidates import ClaimCandidate
from claimgraph.extraction.dates.dates import dates_in
from claimgraph.extraction.names.mention import SpokenSentence
from claimgraph.extraction.proposing import triggers
from claimgraph.extraction.rules.engine import Engine
from claimgraph.extraction.trees.parse import load_parser
from claimgraph.extraction.trees.reading import NamedSpan, reading
from claimgraph.model import TextSpan
from claimgraph.resources import packaged_path
from claimgraph.type_guards import is_list, is_map
from claimgraph.yaml_file import read_yaml

SAID = "2020-01-01"
LEXICON = Path(str(packaged_path("extraction", "lexicon")))


@cache
def cast_names() -> list[tuple[str, str]]:
    """Each name of the cast with the id of who has it, the longest first."""
    found: list[tuple[str, str]] = []
    plain = read_yaml(LEXICON / "cast.yaml").plain
    assert is_map(plain)
    for prefix, entries in plain.items():
        assert is_map(entries)
        for name, others in entries.items():
            assert is_list(others)
            who = f"{prefix}/{name.lower().replace(' ', '-')}"
            found += [(str(one), who) for one in (name, *others)]
    return sorted(found, key=lambda pair: -len(pair[0]))


@dataclass(frozen=True, slots=True)
class Scene:
    """An example with who is named in it, and what is told of as an attack."""

    text: str
    named: list[NamedSpan]
    deeds: list[NamedSpan]
    days: list[tuple[TextSpan, str]]

    def who(self, words: str) -> str | None:
        """The id of whom some words of the example name."""
        for one in (*self.named, *self.deeds):
            name = self.text[one.span.start : one.span.end]
            if name in words or words in name:
                return one.who
        return None

    def described(self, words: str) -> str:
        """The end of the id of what some words of the example only describe."""
        return f"{self.who(words) or slug_of(words)}"


def scene_of(text: str) -> Scene:
    """An example as the stages before the rules would read it, by the cast alone."""
    whole = TextSpan(0, len(text))
    named: list[NamedSpan] = []
    for name, who in cast_names():
        for found in re.finditer(rf"\b{name}\b", text):
            span = TextSpan(*found.span())
            if not any(overlap(span, one.span) for one in named):
                named.append(NamedSpan(who, span))
    armed = any(one.who.startswith(("group/", "org/arland-army")) for one in named)
    deeds = [
        NamedSpan(
            f"attack/{text[one.span.start : one.span.end]}-{one.span.start}", one.span
        )
        for one in deeds_in(SpokenSentence(text, whole), 0, armed=armed)
    ]
    days = [(one.span, one.day) for one in dates_in(text, [whole], SAID)]
    return Scene(text, named, deeds, days)


def overlap(one: TextSpan, other: TextSpan) -> bool:
    """Whether two passages share a place."""
    return one.start < other.end and other.start < one.end


def parsed_claims(scene: Scene) -> list[ClaimCandidate]:
    """What the rules over a parse find in an example."""
    whole = TextSpan(0, len(scene.text))
    tree = next(load_parser().trees(scene.text, [whole]))
    engine = Engine("example", scene.text, {}, said=SAID)
    read = reading(0, whole, tree, scene.named, scene.deeds, scene.days)
    return engine.read(read, triggers().hits(tree))
