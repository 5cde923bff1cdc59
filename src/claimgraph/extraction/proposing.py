"""From an article to proposals by rules: over a parse, or over patterns of words."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimgraph.dates import span
from claimgraph.extraction.candidates import Candidate, Cast
from claimgraph.extraction.core import core_candidates
from claimgraph.extraction.engine import Engine
from claimgraph.extraction.ground import Ground, ground_of
from claimgraph.extraction.hits import Triggers
from claimgraph.extraction.known import Known
from claimgraph.extraction.lexicon import load_lexicon
from claimgraph.extraction.parse import Parser, load_parser
from claimgraph.extraction.proposals import Proposals, passed
from claimgraph.extraction.reading import Named, reading
from claimgraph.extraction.sieve import Sieve
from claimgraph.model import Article, TextSpan

# over patterns of words, or over a parse
Rules = Literal["core", "nlp"]
# who proposes; a rule whose frame changed has a new id, the version says the rest
PRODUCER = "rules 0.1"


@dataclass(frozen=True, slots=True)
class RulesProducer:
    """Proposes by rules, over a parse or over patterns of words."""

    rules: Rules

    @property
    def name(self) -> str:
        """What its claims say in `by`."""
        return PRODUCER

    @property
    def done_as(self) -> str:
        """What its claims say, and whether sentences are parsed."""
        return f"{PRODUCER} {self.rules}"

    @property
    def waits(self) -> bool:
        """Never: it works all the time."""
        return False

    def propose(self, article: Article, known: Known) -> Proposals:
        """The claims of an article that passed the gate, and what did not."""
        return propose(article, known, self.rules)


@cache
def triggers() -> Triggers:
    """The triggers of the lexicon that ships."""
    return Triggers(load_lexicon())


@cache
def sieve() -> Sieve:
    """What tells the sentences that can hold one of them."""
    return Sieve(load_lexicon())


def propose(article: Article, known: Known, rules: Rules = "nlp") -> Proposals:
    """The claims of an article that the rules find, and what did not pass the gate.

    With `nlp` its sentences are parsed: MissingExtraError where nothing can parse here.
    """
    parser = load_parser() if rules == "nlp" else None
    ground = ground_of(article, known)
    if parser is None:
        return passed(
            article, ground.cast(), core_candidates(ground, sieve()), PRODUCER
        )
    cast, found = parsed_candidates(article, ground, parser)
    return passed(article, cast, found, PRODUCER)


def parsed_candidates(
    article: Article, ground: Ground, parser: Parser
) -> tuple[Cast, list[Candidate]]:
    """The candidates over a parse, with all whom the text speaks of."""
    cast = ground.cast()
    engine = Engine(
        article.id,
        ground.text,
        triggers(),
        cast,
        cells=of_kind(ground, "cell"),
        outlets=of_kind(ground, "outlet"),
        said=last_day(article.published),
    )
    found = list(each_sentence(ground, parser, engine))
    return {**cast, **engine.members()}, found


def of_kind(ground: Ground, kind: str) -> list[str]:
    """Those of a kind of whom an article speaks."""
    return [one.entity.id for one in ground.mentions if one.entity.kind == kind]


def last_day(published: str | None) -> str | None:
    """The latest day of a date, its earliest where it has no end."""
    if published is None:
        return None
    found = span(published)
    return found.latest or found.earliest


def each_sentence(
    ground: Ground, parser: Parser, engine: Engine
) -> Iterator[Candidate]:
    """The candidates of the sentences that can hold one, in the order of the text."""
    held = [sieve().holds(one.words) for one in ground.passages]
    both = list(zip(ground.passages, held, strict=True))
    trees = parser.trees(ground.text, [one.span for one, parsed in both if parsed])
    for number, (passage, parsed) in enumerate(both):
        names, deeds = names_in(ground, passage.span), deeds_in(ground, passage.span)
        found: list[Candidate] = []
        if parsed:
            days = days_in(ground, passage.span)
            tree = next(trees)
            read = reading(number, passage.span, tree, names, deeds, days)
            found = engine.read(read)
        else:
            engine.pass_over(number, names, deeds)
        yield from found
        yield from engine.of_list(passage.words, found, deeds)


def names_in(ground: Ground, span: TextSpan) -> list[Named]:
    """Who is named in a sentence."""
    first = bisect_left(ground.mentions, span.start, key=lambda one: one.span.start)
    last = bisect_left(ground.mentions, span.end, key=lambda one: one.span.start)
    return [
        Named(one.entity.id, one.span, tuple(other.id for other in one.others))
        for one in ground.mentions[first:last]
    ]


def deeds_in(ground: Ground, span: TextSpan) -> list[Named]:
    """The words for attacks in a sentence."""
    return [Named(who, place) for place, who in ground.attacks.within(span)]


def days_in(ground: Ground, span: TextSpan) -> Sequence[tuple[TextSpan, str]]:
    """The days that a sentence tells."""
    first = bisect_left(ground.dates, span.start, key=lambda one: one.span.start)
    last = bisect_left(ground.dates, span.end, key=lambda one: one.span.start)
    return [(one.span, one.day) for one in ground.dates[first:last]]
