"""The rules over a parse, from what an article's stages found to candidates."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claimgraph.dates import span
from claimgraph.extraction.candidates import Cast, ClaimCandidate
from claimgraph.extraction.ground import Ground
from claimgraph.extraction.meaning.demanded import Demanded, asked_for
from claimgraph.extraction.names.branches import branch_claims
from claimgraph.extraction.names.long_names import long_names
from claimgraph.extraction.names.mention import Mention, SpokenSentence
from claimgraph.extraction.names.states import main_state
from claimgraph.extraction.rules.commanders import commander_claims
from claimgraph.extraction.rules.engine import Engine
from claimgraph.extraction.rules.ministers import minister_claims
from claimgraph.extraction.rules.named_later import NamedLater
from claimgraph.extraction.rules.offices import office_claims
from claimgraph.extraction.rules.plain_ends import FIGHTERS, SUSPECTS
from claimgraph.extraction.rules.whose_bodies import whose_body_claims
from claimgraph.extraction.speech.quotations import in_quotes
from claimgraph.extraction.steps.hits import Hit, Triggers
from claimgraph.extraction.steps.sieve import Sieve
from claimgraph.extraction.trees.parse import Parser
from claimgraph.extraction.trees.reading import NamedSpan, Reading, reading
from claimgraph.extraction.trees.silences import (
    calls_false,
    speaks_again,
    tells_of_silence,
)
from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.inflection import noun_forms
from claimgraph.model import Article, TextSpan

# somebody told of before, a group told of by what it is, a number
OTHERS = re.compile(
    r"\b(?:he|she|it|its|they|them|their|his|her|this|that|these|those|both|no one|"
    r"nobody|no group|the (?:[\w-]+ )?(?:group|network|cell|organi[sz]ation|movement|"
    r"militants|rebels|fighters|gunmen|army|police|"
    r"claims?|charges?|reports?|"
    r"accusations?|allegations?|ministry|government|agency|military|"
    r"spokes\w+|official|minister|president|authorities|commander)|"
    r"[A-Z]\w+ (?:militants|rebels|groups|fighters|extremists|insurgents|separatists)|"
    r"responsibility|credit|suspicion|suspects?|suspected|blamed?|fingers?|"
    r"accused?|culprits?|involved|involvement|guilty|hallmarks?|led|leader|behind|"
    r"splinter|breakaway|offshoot|"
    r"affiliates?)\b|\d",
    re.IGNORECASE,
)
# those without a name who may be tied to somebody
PLAIN = frozenset(form for one in (*FIGHTERS, *SUSPECTS) for form in noun_forms(one))
# what somebody says who answers for a deed, though neither may be named there
ANSWERS = re.compile(
    r"\b(?:responsib|involve|den(?:y|ies|ied)\b|blam|accus|suspici|suspect|attackers|"
    r"gunm[ae]n|assailants|bombers?\b|killers|kidnappers|hijackers|culprit|perpetrator|"
    r"hostage-takers|raiders|finger|guilt|hallmark|doubts?\b)"
)

# two who were named before, and are told of at once
TWO = re.compile(
    r"\b(?:both|the two|these) (?:groups|organi[sz]ations|outfits|factions|sides)\b|"
    r"\bthe two (?:have|had|are|were)\b",
    re.IGNORECASE,
)
# "the group he led": nobody is named, and two are meant
BODY = r"(?:group|organi[sz]ation|network|movement|cartel|gang|militia|faction)"
HEADING = r"(?:led|leads|founded|heads|headed|leader|founder|chief)"
HE, HEADS, BODIES = (
    re.compile(rf"\b{part}\b", re.IGNORECASE) for part in (r"s?he", HEADING, BODY)
)
HEADED = re.compile(rf"\b{BODY} (?:that )?s?he {HEADING}\b", re.IGNORECASE)

# so many sentences at most one speaks on
LONGEST_QUOTATION = 8


def parsed_candidates(
    article: Article, ground: Ground, parser: Parser, triggers: Triggers, sieve: Sieve
) -> tuple[Cast, list[ClaimCandidate]]:
    """The candidates over a parse, with all whom the text speaks of."""
    cast = ground.cast()
    read = readings(ground, parsed_sentences(ground, parser, sieve))
    hits = [list(triggers.hits(one.tree)) if one else [] for _, one in read]
    asked = (
        one
        for (_, sentence), found in zip(read, hits, strict=True)
        if sentence is not None
        for one in asked_for(sentence, found)
    )
    demanded = Demanded(ground.text, cast, asked)
    cast = {**cast, **demanded.members()}
    engine = Engine(
        article.id,
        ground.text,
        cast,
        cells=of_kind(ground, "cell"),
        said=last_day(article.published),
    )
    engine.memory.headings = headings_in(ground)
    found = list(each_sentence(ground, read, hits, demanded, engine))
    later = NamedLater(article.id, ground.text, cast, engine.memory)
    return {**cast, **engine.members()}, list(later.with_names(found))


def headings_in(ground: Ground) -> set[int]:
    """The numbers of the sentences that are headings."""
    return {at for at, one in enumerate(ground.passages) if one.is_heading}


def of_kind(ground: Ground, kind: str) -> list[str]:
    """Those of a kind of whom an article speaks."""
    return [one.entity.id for one in ground.mentions if one.entity.kind == kind]


def last_day(published: str | None) -> str | None:
    """The latest day of a date, its earliest where it has no end."""
    if published is None:
        return None
    found = span(published)
    return found.latest or found.earliest


def parsed_sentences(ground: Ground, parser: Parser, sieve: Sieve) -> list[Tree | None]:
    """The trees of the sentences that can hold a claim, None for each other one."""
    held = [is_worth_it(ground, sieve, one) for one in ground.passages]
    both = list(zip(ground.passages, held, strict=True))
    names = long_names(ground.text, ground.mentions)
    spans = [one.span for one, parsed in both if parsed]
    trees = parser.trees(ground.text, spans, names)
    return [next(trees) if parsed else None for parsed in held]


def is_worth_it(ground: Ground, sieve: Sieve, passage: SpokenSentence) -> bool:
    """Whether a sentence can hold a claim: a trigger, and two who could be its ends.

    A sentence in which somebody speaks in quotation marks tells who speaks on.
    """
    words = passage.words
    if ground.attacks.within(passage.span):
        return True
    if sieve.holds(words) and has_ends(words, mentions_in(ground, passage.span)):
        return True
    return tells_of_silence(words) or calls_false(words)


def has_ends(words: str, named: Sequence[Mention]) -> bool:
    """Whether a sentence may speak of two who are the ends of a claim."""
    if len(named) > 1 or '"' in words or tells_of_head(words):
        return True
    if TWO.search(words) is not None:
        return True
    answers = ANSWERS.search(words) is not None or speaks_again(words)
    if named:
        return answers or has_other_end(words)
    return answers and has_other_end(words)


def tells_of_head(words: str) -> bool:
    """Whether a sentence may say that he, or she, heads a body.

    >>> tells_of_head("He founded the group."), tells_of_head("The group he fled.")
    (True, False)
    """
    at = 0
    for part in (HE, HEADS, BODIES):
        found = part.search(words, at)
        if found is None:
            return HEADED.search(words) is not None
        at = found.end()
    return True


def has_other_end(words: str) -> bool:
    """Whether a sentence speaks of somebody whom it does not name.

    >>> has_other_end("They denied it."), has_other_end("It rained in Tarim.")
    (True, True)
    >>> has_other_end("Fighting went on in Tarim.")
    False
    """
    plain = not PLAIN.isdisjoint(re.findall(r"[\w-]+", words.lower()))
    return plain or OTHERS.search(words) is not None


def readings(
    ground: Ground, trees: Sequence[Tree | None]
) -> list[tuple[TextSpan, Reading | None]]:
    """Each sentence with who is named in it, where it is parsed."""
    found: list[tuple[TextSpan, Reading | None]] = []
    for number, (passage, tree) in enumerate(zip(ground.passages, trees, strict=True)):
        place = passage.span
        if tree is None:
            found.append((place, None))
            continue
        names, deeds = names_in(ground, place), deeds_in(ground, place)
        read = reading(number, place, tree, names, deeds, days_in(ground, place))
        found.append((place, read))
    return found


def each_sentence(
    ground: Ground,
    read: Sequence[tuple[TextSpan, Reading | None]],
    hits: Sequence[Sequence[Hit]],
    demanded: Demanded,
    engine: Engine,
) -> Iterator[ClaimCandidate]:
    """The candidates of one sentence after the other."""
    state, placed = main_state(ground.mentions, ground.text), set[str]()
    for number, (place, sentence) in enumerate(read):
        names, deeds = names_in(ground, place), deeds_in(ground, place)
        more = demanded.within(place, names)
        found: list[ClaimCandidate] = []
        if sentence is None:
            engine.pass_over(number, [*names, *more], deeds)
        else:
            ahead = closing(ground.text, read, number)
            found = engine.read(sentence.with_names(more), hits[number], ahead)
        yield from found
        yield from branch_claims(mentions_in(ground, place))
        told = {(one.relation, one.subject, one.object) for one in found}
        beside = mentions_in(ground, place)
        for one in told_beside(ground.text, beside):
            if (one.relation, one.subject, one.object) not in told:
                yield one
        if state is not None:
            placed |= engine.memory.belongs.keys()
            yield from minister_claims(ground.text, beside, state, placed)
        yield from engine.of_list(ground.passages[number].words, found, deeds)
    yield from engine.unnamed_heads()


def closing(
    text: str, read: Sequence[tuple[TextSpan, Reading | None]], number: int
) -> Reading | None:
    """The sentence that closes the quotation which a sentence leaves open."""
    if not in_quotes(text, read[number][0].end):
        return None
    for place, sentence in read[number + 1 : number + 1 + LONGEST_QUOTATION]:
        # the next paragraph of a quotation begins with a mark
        if not in_quotes(text, place.start + (text[place.start] == '"')):
            return None
        if not in_quotes(text, place.end):
            return sentence
    return None


def told_beside(text: str, named: Sequence[Mention]) -> Iterator[ClaimCandidate]:
    """What the words beside the names of a sentence tell, whatever its parse says."""
    yield from office_claims(text, named)
    yield from whose_body_claims(text, named)
    yield from commander_claims(text, named)


def mentions_in(ground: Ground, span: TextSpan) -> Sequence[Mention]:
    """The mentions in a sentence."""
    first = bisect_left(ground.mentions, span.start, key=lambda one: one.span.start)
    last = bisect_left(ground.mentions, span.end, key=lambda one: one.span.start)
    return ground.mentions[first:last]


def names_in(ground: Ground, span: TextSpan) -> list[NamedSpan]:
    """Who is named in a sentence."""
    return [
        NamedSpan(
            one.entity.id,
            one.span,
            # an official is not his state
            () if one.prefix == "person" else tuple(other.id for other in one.others),
        )
        for one in mentions_in(ground, span)
    ]


def deeds_in(ground: Ground, span: TextSpan) -> list[NamedSpan]:
    """The words for attacks in a sentence; "both attacks" has two."""
    found: dict[TextSpan, list[str]] = {}
    for place, who in ground.attacks.within(span):
        found.setdefault(place, []).append(who)
    return [NamedSpan(who[0], one, tuple(who[1:])) for one, who in found.items()]


def days_in(ground: Ground, span: TextSpan) -> Sequence[tuple[TextSpan, str]]:
    """The days that a sentence tells, not those from which on or up to which."""
    first = bisect_left(ground.dates, span.start, key=lambda one: one.span.start)
    last = bisect_left(ground.dates, span.end, key=lambda one: one.span.start)
    told = ground.dates[first:last]
    return [(one.span, one.day) for one in told if not one.is_open]
