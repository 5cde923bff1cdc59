"""Made-up corpora that pass the gate, for properties that every corpus has."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from string import ascii_lowercase
from typing import get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from claimgraph.entity_closure import needed_entities
from claimgraph.ids import identified_claim, judgement_id
from claimgraph.model import (
    MODALITIES,
    POLARITIES,
    REASONS,
    Alias,
    Article,
    Batch,
    Claim,
    Entity,
    Hop,
    Judgement,
    Medium,
    Reply,
    Retelling,
    Stance,
    TextSpan,
    Value,
    Verdict,
    Work,
    Zone,
)
from claimgraph.schema import load_schema
from claimgraph.schema.types import RelationType

SCHEMA = load_schema()
# no control characters, no lone surrogates: the readers refuse NUL and surrogates
LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))
WORDS = st.text(LETTERS, min_size=1, max_size=12).filter(lambda text: text.strip())
DAYS = st.dates().map(lambda day: day.isoformat())
MAYBE_WORDS = st.none() | WORDS
COUNTS = st.integers(0, 2**63 - 1)
FEW = 4
# free text that looks like an id, an IRI or a name of a file
NO_IDS = (
    *(
        "AFP / Reuters",
        'A/"B"',
        "org/new york",
        "http://a y",
        "org/nobody-here",
        "org/",
    ),
    *("#", "../../etc/passwd", "article/first", "صحيفة/الأولى", "<org/a>", "a\\b%20c"),
)


def edtf() -> SearchStrategy[str]:
    """Days, months, years, marks, and spans that begin before they end."""
    plain = DAYS | DAYS.map(lambda day: day[:7]) | DAYS.map(lambda day: day[:4])
    spans = st.tuples(DAYS, DAYS).map(sorted)
    return st.one_of(
        plain,
        plain.map(lambda text: f"{text}~"),
        plain.map(lambda text: f"[{text}..]"),
        plain.map(lambda text: f"../{text}"),
        spans.map(lambda both: f"{both[0]}/{both[1]}"),
        spans.map(lambda both: f"[{both[0]}..{both[1]}]"),
    )


@st.composite
def entities(draw: DrawFn, prefix: str, number: int) -> Entity:
    """An entity of a type, its kind from the schema."""
    label = SCHEMA.label_of(f"{prefix}/x")
    assert label is not None
    kinds = SCHEMA.nodes[label].kinds
    place = prefix == "place"
    return Entity(
        id=f"{prefix}/{ascii_lowercase[number]}",
        name=draw(WORDS),
        aliases=tuple(draw(st.lists(aliases(), max_size=2))),
        kind=draw(st.none() | st.sampled_from(kinds)) if kinds else None,
        description=draw(MAYBE_WORDS),
        ids=tuple(sorted(draw(st.dictionaries(schemes(), WORDS, max_size=2)).items())),
        unnamed=draw(st.booleans()),
        collective=draw(st.booleans()),
        within=f"place/{ascii_lowercase[number - 1]}" if place and number else None,
        lat=draw(st.none() | st.floats(-90, 90)) if place else None,
    )


def aliases() -> SearchStrategy[Alias]:
    """Another name with its marks."""
    return st.builds(Alias, WORDS, st.booleans(), st.booleans())


def schemes() -> SearchStrategy[str]:
    """The name of a list elsewhere."""
    return st.text(ascii_lowercase, min_size=1, max_size=4)


@st.composite
def worlds(draw: DrawFn) -> dict[str, Entity]:
    """A few entities of each type, by id."""
    found: dict[str, Entity] = {}
    for prefix in ("group", "person", "attack", "org", "state", "community", "place"):
        for number in range(draw(st.integers(2, FEW))):
            entity = draw(entities(prefix, number))
            found[entity.id] = entity
    return found


@st.composite
def articles(draw: DrawFn, stem: str, corpus: str, world: Sequence[str]) -> Article:
    """An article with a text of its own, perhaps with a zone and retellings."""
    body = draw(st.lists(WORDS, min_size=3, max_size=8))
    text = f"{stem}: " + " ".join(body) + "\nComments\n" + draw(WORDS)
    orgs = [one for one in world if one.startswith("org/")]
    people = [one for one in world if one.startswith("person/")]
    return Article(
        id=stem,
        corpus=corpus,
        title=draw(WORDS),
        publisher=draw(st.none() | st.sampled_from(orgs)),
        author=draw(st.none() | st.sampled_from(people)),
        published=draw(st.none() | edtf()),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        retells=tuple(draw(st.lists(retellings(stem, orgs), max_size=2))),
        zones=draw(st.sampled_from([(), (Zone("comments", "Comments"),)])),
        note=draw(MAYBE_WORDS),
        text=text,
    )


def retellings(stem: str, orgs: Sequence[str]) -> SearchStrategy[Retelling]:
    """Another article that may come or not, or a work outside."""
    others = [one for one in ("first", "second", "third") if one != stem]
    publishers = st.none() | st.sampled_from([*orgs, *NO_IDS]) | WORDS
    works = st.builds(Work, WORDS, publishers, st.none() | edtf())
    return st.builds(
        Retelling, st.sampled_from(others) | works, st.none() | st.just(stem)
    )


@st.composite
def other_ends(
    draw: DrawFn, relation: RelationType, subject: str, world: Sequence[str]
) -> tuple[str | None, Value | None]:
    """The object or the value that a relation asks for."""
    if relation.value == "number":
        low, best, high = sorted(draw(st.tuples(COUNTS, COUNTS, COUNTS)))
        return None, Value(
            min=low,
            max=draw(st.sampled_from((None, high))),
            of=draw(WORDS),
            about=draw(st.booleans()),
            best=draw(st.sampled_from((None, best))),
        )
    if relation.value == "word":
        return None, Value(word=draw(st.sampled_from(sorted(relation.word_notes))))
    if relation.value == "date":
        dated = not relation.undated or draw(st.booleans())
        return None, Value(on=draw(edtf())) if dated else None
    same = fitting(world, relation.target)
    if relation.same_type:
        same = [one for one in same if one.split("/")[0] == subject.split("/")[0]]
    return draw(st.sampled_from([one for one in same if one != subject])), None


@st.composite
def claims(draw: DrawFn, article: Article, world: Sequence[str], label: str) -> Claim:
    """A claim of any relation and polarity that the schema lets pass."""
    assert article.text is not None
    relation = SCHEMA.relations[draw(st.sampled_from(sorted(SCHEMA.relations)))]
    subject = draw(st.sampled_from(fitting(world, relation.source)))
    target, value = draw(other_ends(relation, subject, world))
    start = draw(st.integers(0, len(article.id)))
    end = draw(st.integers(start + 1, article.text.index("\nComments")))
    polarity = draw(st.sampled_from(POLARITIES))
    answered = draw(st.none() | st.sampled_from(("first#c0", "second#c1", "x#y")))
    claim = Claim(
        article=article.id,
        relation=relation.name,
        subject=subject,
        object=target,
        value=value,
        polarity=polarity,
        reason=draw(st.sampled_from(REASONS)) if polarity == "withheld" else None,
        modality=draw(st.sampled_from(MODALITIES)),
        kind=draw(st.none() | st.sampled_from(relation.kinds))
        if relation.kinds
        else None,
        former=draw(st.booleans()) if relation.former else False,
        place=draw(st.none() | st.sampled_from(fitting(world, ("Place",))))
        if relation.place
        else None,
        chain=draw(chains(article, world, target, relation.name)),
        quote=article.text[start:end],
        selector=TextSpan(start, end),
        valid=draw(st.none() | edtf()),
        reply=Reply(answered, "confirms") if answered else None,
        review=draw(st.sampled_from(("accepted", "proposed", "rejected"))),
        confidence=draw(st.none() | st.floats(0, 1)),
        # why a day is open, where a claim may leave it out
        note=draw(WORDS if target is None and value is None else MAYBE_WORDS),
        label=label,
    )
    symmetric = SCHEMA.symmetric(relation.name)
    return identified_claim(claim, article, symmetric)


def fitting(world: Sequence[str], labels: Sequence[str]) -> list[str]:
    """The entities of those types."""
    return [one for one in world if SCHEMA.label_of(one) in labels]


@st.composite
def chains(
    draw: DrawFn, article: Article, world: Sequence[str], target: str | None, name: str
) -> tuple[Hop, ...]:
    """Hop 1, and up to two inner ones; a group claims responsibility itself."""
    speakers = fitting(world, ("Group", "Person", "Organization", "State"))
    inner = draw(st.lists(hops(speakers), max_size=2))
    if name == "CLAIMED_BY" and target is not None:
        inner.append(replace(draw(hops(speakers)), holder=target))
    if inner:
        stands_by = draw(st.sampled_from(get_args(Stance)[:2]))
        inner[-1] = replace(inner[-1], stance=stands_by)
    return Hop(article.speaker, "reports"), *inner


def hops(speakers: Sequence[str]) -> SearchStrategy[Hop]:
    """An inner hop without a cue."""
    return st.builds(
        Hop,
        holder=st.sampled_from(speakers),
        stance=st.sampled_from(get_args(Stance)),
        implicit=st.just(True),
        said=st.none() | edtf(),
        medium=st.none() | st.sampled_from(get_args(Medium)),
    )


@st.composite
def judged(draw: DrawFn, world: Sequence[str]) -> tuple[Judgement, ...]:
    """Which ids of one type are one; nobody says that two are not."""
    found: dict[str, Judgement] = {}
    for _ in range(draw(st.integers(0, 3))):
        left = draw(st.sampled_from(world))
        same = [one for one in world if one.split("/")[0] == left.split("/")[0]]
        right = draw(st.sampled_from([one for one in same if one != left]))
        verdict: Verdict = draw(st.sampled_from(("same", "unsure")))
        one = judgement_id(left, right, verdict, "ann", "2020")
        found[one] = Judgement(
            id=one,
            left=left,
            right=right,
            verdict=verdict,
            who="ann",
            when="2020",
            why="why",
        )
    return tuple(found[one] for one in sorted(found))


@st.composite
def corpora(draw: DrawFn, sizes: Sequence[int] = (0, 4)) -> list[Batch]:
    """The batches of up to three articles of one corpus, all sound."""
    world = draw(worlds())
    ids = sorted(world)
    judgements = draw(judged(ids))
    batches: list[Batch] = []
    for stem in ("first", "second", "third")[: draw(st.integers(1, 3))]:
        article = draw(articles(stem, "made-up", ids))
        count = draw(st.integers(*sizes))
        made = [draw(claims(article, ids, f"c{number}")) for number in range(count)]
        unlike = tuple({claim.id: claim for claim in made}.values())
        rejected = sum(claim.review == "rejected" for claim in unlike)
        batches.append(
            Batch(
                article=replace(article, rejected=rejected),
                entities=needed_entities(article, unlike, world),
                claims=unlike,
                judgements=judgements,
            )
        )
    return batches
