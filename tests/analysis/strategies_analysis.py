"""Made-up worlds of speakers: few of them, so that they meet in every way."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.context import Context, Proposition, context_of
from claimgraph.ids import identified_claim
from claimgraph.model import (
    Article,
    Claim,
    Entity,
    Hop,
    Medium,
    Modality,
    Polarity,
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
        claim_set = ClaimSet(self.claims, self.articles, self.entities, ())
        return context_of(claim_set, load_schema())

    def having(self, claim: Claim, article: Article) -> "Story":
        """The story with one more article that makes one claim."""
        return Story(
            (*self.claims, claim),
            {**self.articles, article.id: article},
            self.entities,
        )


def stories() -> SearchStrategy[Story]:
    """Stories of up to four articles, full enough that every rule has its case.

    They are made from a number by `random`: so they are as full as they are meant to
    be (small examples, which Hypothesis prefers, join and absorb nothing).
    """
    return st.integers(0, 2**32).map(lambda seed: Teller(Random(seed)).story())


class Teller:
    """Makes up one story."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance

    def story(self) -> Story:
        """Articles, their claims, and who belongs to whom."""
        found: dict[str, Claim] = {}
        articles: dict[str, Article] = {}
        voices = self.chance.sample(SPEAKERS, self.chance.randint(2, 6))
        for stem in STEMS[: self.chance.randint(1, 4)]:
            articles[stem] = self.article(stem)
            for _ in range(self.chance.randint(1, 4)):
                made = self.spoken(articles[stem], voices)
                found[made.id] = made
            for _ in range(self.chance.randint(0, 2)):
                made = self.tied(articles[stem])
                found[made.id] = made
        return Story(tuple(found.values()), articles, self.entities())

    def entities(self) -> dict[str, Entity]:
        """The speakers; kinds differ from story to story."""
        pick = self.chance.choice
        kinds = (None, "official", "analyst", "militant")
        bodies = (None, "security-service", "outlet", "ministry")
        listed = [
            *(Entity(id=one, name=one, kind=pick(kinds)) for one in PEOPLE),
            *(Entity(id=one, name=one, kind=pick(bodies)) for one in BODIES),
            Entity(id=PLURAL, name="officials", unnamed=True, collective=True),
            Entity(id=SINGLE, name="an officer", unnamed=True, kind=pick(kinds)),
            *(Entity(id=one, name="not said", unnamed=True) for one in HIDDEN),
            *(publisher(f"org/{stem}-paper") for stem in STEMS),
        ]
        return {one.id: one for one in listed}

    def article(self, stem: str) -> Article:
        """An article of some sentences, which may retell one of the others."""
        pick = self.chance.choice
        outside = Work("A book", pick(("org/guard", None)))
        work = pick((None, None, outside, *STEMS))
        sentences = self.chance.sample(SENTENCES, self.chance.randint(1, 4))
        made = article_from(stem, pick(("\n", " ")).join(sentences))
        return replace(
            made,
            title=pick((stem, *sentences)),
            retells=() if work is None or work == stem else (Retelling(work),),
            text=pick((made.text, made.text, None)),
        )

    def spoken(self, where: Article, voices: Sequence[str]) -> Claim:
        """What the article says, or lets others say."""
        pick = self.chance.choice
        fitting = [one for one in SENTENCES if not where.text or one in where.text]
        quote = pick(fitting)
        start = self.chance.randrange(len(quote) - 4)
        return claim(
            where,
            pick((LINK, LINK, LINK, LINK, BLAME, TOLL)),
            [self.hop(voices) for _ in range(pick((0, 1, 1, 1, 2)))],
            quote=quote if where.text is None else quote[start:],
            polarity=pick(("affirmed",) * 8 + ("denied", "withheld")),
            modality=pick(("stated", "alleged", "suspected", "hypothetical")),
            kind=f"k{self.chance.randint(0, 3)}",
        )

    def hop(self, voices: Sequence[str]) -> Hop:
        """A speaker, who may confess."""
        pick = self.chance.choice
        media: tuple[Medium | None, ...] = (*(None,) * 7, "confession")
        medium = pick(media)
        return Hop(pick(voices), "asserts", said=pick(DATES), medium=medium)

    def tied(self, where: Article) -> Claim:
        """Who belongs to whom, holds whom, backs or fights whom."""
        pick = self.chance.choice
        relation, person = pick(TIES), pick((*PEOPLE, SINGLE))
        body, other = self.chance.sample(BODIES, 2)
        ends = (person, body)
        if relation == "LED_BY":
            ends = (body, person)
        elif relation in ("PART_OF", "RIVAL_OF", "SUPPORTED_BY"):
            ends = (other, body)
        return claim(
            where,
            Proposition(relation, *ends),
            (),
            modality=pick(("stated", "stated", "alleged")),
            valid=pick(DATES),
        )


def publisher(one: str, *, unnamed: bool = False) -> Entity:
    """An outlet."""
    return Entity(id=one, name=one, kind="outlet", unnamed=unnamed)


def article_from(stem: str, text: str) -> Article:
    """An article of a paper of its own."""
    return Article(
        id=stem,
        corpus="made-up",
        title=stem,
        publisher=f"org/{stem}-paper",
        published="2020-05-01",
        sha256=hashlib.sha256(f"{stem} {text}".encode()).hexdigest(),
        text=f"{text}\n",
    )


def claim(
    where: Article,
    proposition: Proposition,
    chain: Sequence[Hop],
    *,
    quote: str = SENTENCES[5],
    polarity: Polarity = "affirmed",
    modality: Modality = "stated",
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
    return identified_claim(made, where, symmetric)


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
    return identified_claim(copied, to, one.relation in SYMMETRIC)
