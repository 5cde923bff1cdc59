"""Absorbing: claims that add no speaker to those who are counted already."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from claimgraph.analysis.witnesses import Witness


@dataclass(frozen=True, slots=True, order=True)
class Absorbed:
    """A claim that is not counted; `detail` is the claim that makes it superfluous.

    `reason` is `retells`, `summary`, `collective` or `unspecified` (analysis.md, U1).
    """

    claim: str
    reason: str
    detail: str


def absorb(voices: Sequence[Witness]) -> tuple[Absorbed, ...]:
    """Those of the voices that add nothing, sorted by claim.

    The reasons are tried in their order, and what is absorbed absorbs nothing by a
    later one: so a proposition with voices always keeps one. A headline goes before it
    could absorb any speaker of its article.
    """
    found: list[Absorbed] = []
    rest = sorted(voices, key=by_claim)
    for step in (retelling, summary, collective, hidden_speakers):
        gone = {one.claim: one for one in step(rest)}
        found += gone.values()
        rest = [voice for voice in rest if voice.claim not in gone]
    return tuple(sorted(found))


def by_claim(voice: Witness) -> str:
    """Voices are sorted by claim id."""
    return voice.claim


def retelling(voices: Sequence[Witness]) -> Iterator[Absorbed]:
    """Own voices of an article that retells another which says the same."""
    told = [voice for voice in voices if voice.retold]
    if not told:
        return
    places = sorted(voices, key=lambda voice: (voice.article, voice.claim))
    by_article = {
        article: [voice.claim for voice in found]
        for article, found in groupby(places, key=lambda voice: voice.article)
    }
    sources = {
        voice.claim: [work for work in voice.retold if work in by_article]
        for voice in told
    }
    kept = ends_of_retelling(sources, by_article)
    for claim, works in sources.items():
        if works and claim not in kept:
            yield Absorbed(claim, "retells", min(by_article[work][0] for work in works))


def ends_of_retelling(
    sources: Mapping[str, Sequence[str]], by_article: Mapping[str, Sequence[str]]
) -> set[str]:
    """The claims at which following who retells whom comes to its end.

    Articles that retell one another in a circle keep the smallest claim of it.
    """
    # networkx costs a quarter of a second, which most runs need not pay
    import networkx as nx

    graph: nx.DiGraph[tuple[str, str]] = nx.DiGraph()
    for claim, works in sources.items():
        graph.add_edges_from((("claim", claim), ("article", work)) for work in works)
    for article in sorted({work for works in sources.values() for work in works}):
        graph.add_edges_from(
            (("article", article), ("claim", claim)) for claim in by_article[article]
        )
    return {
        min(name for kind, name in circle if kind == "claim")
        for circle in nx.attracting_components(graph)
    }


def summary(voices: Sequence[Witness]) -> Iterator[Absorbed]:
    """Headlines beside a speaker inside their article: they sum up what it says."""
    quoted: dict[str, str] = {}
    for voice in voices:
        if voice.quoted:
            quoted.setdefault(voice.article, voice.claim)
    for voice in voices:
        if voice.headline and voice.article in quoted:
            yield Absorbed(voice.claim, "summary", quoted[voice.article])


def collective(voices: Sequence[Witness]) -> Iterator[Absorbed]:
    """Unnamed plurals beside a named speaker of the same article."""
    named: dict[str, str] = {}
    for voice in voices:
        if voice.naming == "named":
            named.setdefault(voice.article, voice.claim)
    for voice in voices:
        if voice.naming == "plural" and voice.article in named:
            yield Absorbed(voice.claim, "collective", named[voice.article])


def hidden_speakers(voices: Iterable[Witness]) -> Iterator[Absorbed]:
    """Hidden speakers beside anybody else; of hidden ones alone the smallest stays."""
    hidden: list[Witness] = []
    others: list[Witness] = []
    for voice in voices:
        (hidden if voice.naming == "unspecified" else others).append(voice)
    if not hidden:
        return
    stays = (
        others[0]
        if others
        else min(hidden, key=lambda voice: (voice.origin, voice.claim))
    )
    for voice in hidden:
        if voice.origin != stays.origin:
            yield Absorbed(voice.claim, "unspecified", stays.claim)
