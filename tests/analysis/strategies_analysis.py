"""Made-up worlds of speakers: few of them, so that they meet in every way."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from claimgraph.analysis.context import Context, Proposition, context
from claimgraph.ids import identified
from claimgraph.model import (
    Article,
    Claim,
    Entity,
    Hop,
    Retelling,
    TextSpan,
    Value,
    Work,
)
from claimgraph.schema import load_schema

SYMMETRIC = {name for name, one in load_schema().relations.items() if one.symmetric}
STEMS = ("first", "second", "third", "fourth")
PEOPLE = ("person/ann", "person/bob", "person/cid", "person/dan")
BODIES = ("org/bureau", "org/guard", "group/river", "state/land")
PLURAL, SINGLE = "person/unnamed-officials", "person/unnamed-officer"
HIDDEN = tuple(f"person/unspecified-{stem}" for stem in STEMS)
SPEAKERS = (*PEOPLE, *BODIES, PLURAL, SINGLE, *HIDDEN[:2])
LINK = Proposition("ALLEGED_LINK", "group/hill", "group/river")
BLAME = Proposition("ATTRIBUTED_TO", "attack/market", "group/river")
TOLL = Proposition("KILLED", "attack/market", "people")
PROPOSITIONS = (LINK, BLAME, TOLL)
TIES = (
    *("MEMBER_OF", "MEMBER_OF", "LED_BY", "DETAINED_BY"),
    *("PART_OF", "RIVAL_OF", "SUPPORTED_BY"),
)
DATES = (None, "2019", "2020-05-01", "2021/..")
SENTENCES = (
    "The river cell and the hill group planned the bombing of the market together.",
    "The river cell and the hill group planned the bombing of the harbour together!",
    "Agents say that the hill group paid for every lorry which the cell drove there",
    "Agents say that the hill group paid for every lorry which the cell hid there?",
    "Nobody else in the whole town could have known the hour at which it opened.",
    "They work together.",
)


@dataclass(frozen=True, slots=True)
class Story:
    """Claims with all that is around them; the context is worked out anew."""

    claims: tuple[Claim, ...]
    articles: Mapping[str, Article]
    entities: Mapping[str, Entity]

    def context(self) -> Context:
        """What the claims say of their speakers."""
        return context(self.claims, self.articles, self.entities, (), SYMMETRIC)

    def having(self, claim: Claim, article: Article) -> "Story":
        """The story with one more article that makes one claim."""
        return Story(
            (*self.claims, claim),
            {**self.articles, article.id: article},
            self.entities,
        )


@st.composite
def stories(draw: DrawFn) -> Story:
    """Up to four articles, their claims, and who belongs to whom."""
    known = {one.id: one for one in entities(draw)}
    found: dict[str, Claim] = {}
    articles: dict[str, Article] = {}
    for stem in STEMS[: draw(st.integers(1, 4))]:
        picked = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
        articles[stem] = article(draw, stem, picked)
        for made in (*spoken(draw, articles[stem]), *tied(draw, articles[stem])):
            found[made.id] = made
    return Story(tuple(found.values()), articles, known)


def entities(draw: DrawFn) -> list[Entity]:
    """The speakers; kinds differ from story to story."""
    kinds = st.sampled_from((None, "official", "analyst", "militant"))
    bodies = st.sampled_from((None, "security-service", "outlet", "ministry"))
    return [
        *(Entity(id=one, name=one, kind=draw(kinds)) for one in PEOPLE),
        *(Entity(id=one, name=one, kind=draw(bodies)) for one in BODIES),
        Entity(id=PLURAL, name="officials", unnamed=True, collective=True),
        Entity(id=SINGLE, name="an officer", unnamed=True, kind=draw(kinds)),
        *(Entity(id=one, name="not said", unnamed=True) for one in HIDDEN),
        *(publisher(f"org/{stem}-paper") for stem in STEMS),
    ]


def publisher(one: str, *, unnamed: bool = False) -> Entity:
    """An outlet."""
    return Entity(id=one, name=one, kind="outlet", unnamed=unnamed)


def article(draw: DrawFn, stem: str, sentences: Sequence[str]) -> Article:
    """An article of those sentences, which may retell one of the others."""
    text = "\n".join(sentences) + "\n"
    outside = Work("A book", draw(st.sampled_from(("org/guard", None))))
    work = draw(st.sampled_from((None, None, outside, *STEMS)))
    return Article(
        id=stem,
        corpus="made-up",
        title=stem,
        publisher=f"org/{stem}-paper",
        published="2020-05-01",
        sha256=hashlib.sha256(f"{stem} {text}".encode()).hexdigest(),
        retells=() if work is None or work == stem else (Retelling(work),),
        text=draw(st.sampled_from((text, text, None))),
    )


def spoken(draw: DrawFn, where: Article) -> list[Claim]:
    """What the article says, or lets others say."""
    return [
        claim(
            where,
            draw(st.sampled_from(PROPOSITIONS)),
            draw(chains()),
            quote=draw(st.sampled_from(quotes(where))),
            polarity=draw(st.sampled_from(("affirmed",) * 6 + ("denied", "withheld"))),
            modality=draw(st.sampled_from(("stated", "alleged", "hypothetical"))),
            kind=f"k{draw(st.integers(0, 3))}",
        )
        for _ in range(draw(st.integers(1, 6)))
    ]


def quotes(where: Article) -> Sequence[str]:
    """The sentences that the article has; any where it has no text."""
    return where.text.splitlines() if where.text else SENTENCES


@st.composite
def chains(draw: DrawFn) -> tuple[Hop, ...]:
    """Up to two hops behind the publisher; the last may confess."""
    hop = st.builds(
        Hop,
        st.sampled_from(SPEAKERS),
        st.just("asserts"),
        said=st.sampled_from(DATES),
        medium=st.sampled_from((None, None, None, "confession")),
    )
    return tuple(draw(st.lists(hop, max_size=2)))


def tied(draw: DrawFn, where: Article) -> list[Claim]:
    """Who belongs to whom, holds whom, backs or fights whom."""
    ties = st.tuples(
        st.sampled_from(TIES),
        st.sampled_from((*PEOPLE, SINGLE)),
        st.sampled_from(BODIES),
        st.sampled_from(BODIES),
    )
    made: list[Claim] = []
    for relation, person, body, other in draw(st.lists(ties, max_size=4)):
        ends = (person, body)
        if relation == "LED_BY":
            ends = (body, person)
        elif relation in ("PART_OF", "RIVAL_OF", "SUPPORTED_BY"):
            ends = (other, body)
        if ends[0] == ends[1]:
            continue
        made.append(
            claim(
                where,
                Proposition(relation, *ends),
                (),
                modality=draw(st.sampled_from(("stated", "stated", "alleged"))),
                valid=draw(st.sampled_from(DATES)),
            )
        )
    return made


def claim(
    where: Article,
    proposition: Proposition,
    chain: Sequence[Hop],
    *,
    quote: str = SENTENCES[5],
    polarity: str = "affirmed",
    modality: str = "stated",
    kind: str | None = None,
    valid: str | None = None,
) -> Claim:
    """A claim of an article, with its id; a toll is counted, all else has an object."""
    start = where.text.find(quote) if where.text else -1
    toll = proposition.relation == "KILLED"
    made = Claim(
        article=where.id,
        relation=proposition.relation,
        subject=proposition.subject,
        object=None if toll else proposition.object,
        value=Value(min=1, of="people") if toll else None,
        polarity=polarity,
        reason="silent" if polarity == "withheld" else None,
        modality=modality,
        kind=kind,
        chain=(Hop(where.speaker, "reports"), *chain),
        quote=quote,
        selector=TextSpan(start, start + len(quote)) if start >= 0 else None,
        valid=valid,
    )
    symmetric = proposition.relation in SYMMETRIC
    return identified(made, where.sha256, where.published, symmetric)


def told_again(one: Claim, stem: str, sentence: str, published: str | None) -> Article:
    """A new article that consists of one sentence, by the publisher of a claim."""
    return Article(
        id=stem,
        corpus="made-up",
        title=stem,
        publisher=one.chain[0].holder,
        published=published,
        sha256=hashlib.sha256(f"{stem} {sentence}".encode()).hexdigest(),
        text=f"{sentence}\n",
    )


def moved(one: Claim, to: Article, sentence: str) -> Claim:
    """The same claim as another article makes it."""
    selector = TextSpan(0, len(sentence))
    copied = replace(one, article=to.id, quote=sentence, selector=selector)
    return identified(copied, to.sha256, to.published, one.relation in SYMMETRIC)
