"""Made-up stories in which speakers give figures, days, places and leaders."""

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from analysis.strategies_analysis import (
    PEOPLE,
    SYMMETRIC,
    Story,
    stories,
)
from claimgraph.ids import identified_claim
from claimgraph.model import Article, Claim, Entity, Value

ATTACK, SERIES, GROUP = "attack/market", "attack/series", "group/river"
PLACES = ("place/land", "place/town", "place/square", "place/abroad", "place/nowhere")
WITHIN = {"place/town": "place/land", "place/square": "place/town"}
CLASSES = ("people", "people", "dead", "Afghans", "US troops", "women")
DAYS = ("2020-05-01", "2020-05", "2020-05-02", "2020-05-02~", "2020-04-30/2020-05-01")
PERIODS = (None, "2020", "2021-06-01", "2020-01/2020-12", "2019")
TOLLS = ("KILLED", "WOUNDED", "CASUALTIES")
OTHERS = ("OCCURRED_ON", "LOCATED_IN", "LED_BY", "METHOD", *TOLLS[1:])
SUBJECTS = (ATTACK, ATTACK, ATTACK, SERIES, GROUP)


@st.composite
def valued_stories(draw: DrawFn) -> Story:
    """A story of which some claims give a value of an attribute."""
    story = draw(stories())
    made: dict[str, Claim] = {}
    for one in story.claims:
        given = valued(draw, one, story.articles[one.article])
        made[given.id] = given
    known = {**story.entities, **{one.id: one for one in surroundings()}}
    return Story(tuple(made.values()), story.articles, known)


def surroundings() -> list[Entity]:
    """Places in places, two countries, one that nobody laid, and a series."""
    countries = ("place/land", "place/abroad")
    return [
        Entity(id=SERIES, name="series", kind="series"),
        *(
            Entity(
                id=one,
                name=one,
                kind="country" if one in countries else None,
                within=WITHIN.get(one),
            )
            for one in PLACES
        ),
    ]


def valued(draw: DrawFn, one: Claim, where: Article) -> Claim:
    """The claim, perhaps as one that gives a value."""
    if one.relation not in ("ALLEGED_LINK", "ATTRIBUTED_TO", "KILLED"):
        return one
    relation = draw(st.sampled_from(("KILLED",) * 6 + OTHERS))
    subjects = {"LED_BY": (GROUP,), **dict.fromkeys(TOLLS, SUBJECTS)}
    subject = draw(st.sampled_from(subjects.get(relation, SUBJECTS[:4])))
    target = {"LOCATED_IN": PLACES, "LED_BY": PEOPLE}.get(relation)
    given = replace(
        one,
        relation=relation,
        subject=subject,
        object=draw(st.sampled_from(target)) if target else None,
        value=value(draw, relation),
        valid=draw(st.sampled_from(PERIODS)),
        kind=None,
        role=draw(st.sampled_from((None, "leader", "chief")))
        if relation == "LED_BY"
        else None,
    )
    return anew(given, where)


def value(draw: DrawFn, relation: str) -> Value | None:
    """A range of numbers, a day, or a method."""
    if relation == "OCCURRED_ON":
        return Value(on=draw(st.sampled_from(DAYS)))
    if relation == "METHOD":
        return Value(word=draw(st.sampled_from(("shooting", "rocket"))))
    if relation not in TOLLS:
        return None
    low = draw(st.sampled_from((8, 10, 12, 20)))
    high = draw(st.sampled_from((None, low, low + 2)))
    about = draw(st.sampled_from((False, False, True)))
    return Value(min=low, max=high, of=draw(st.sampled_from(CLASSES)), about=about)


def anew(one: Claim, where: Article) -> Claim:
    """The claim with the id of what it says now."""
    return identified_claim(one, where, one.relation in SYMMETRIC)
