"""Questions that count origins absorb headlines, as the analysis does."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.context import Context, context_of
from claimgraph.analysis.corroboration import corroborate_all
from claimgraph.api.verifying import verify
from claimgraph.ids import identified_claim, judgement_id
from claimgraph.library import ask, questions
from claimgraph.loaders import find_loader
from claimgraph.loading import load
from claimgraph.model import (
    Article,
    Batch,
    Claim,
    Entity,
    Hop,
    Judgement,
    TextSpan,
)
from claimgraph.schema import load_schema
from claimgraph.store.base import Row, Store

SEEDS = Path(__file__).parents[2] / "seeds"
ISIS_K, HAQQANI = "group/islamic-state-khorasan", "group/haqqani-network"
HIDDEN = "person/unspecified-"
Ends = tuple[str, str, str]
# what each question that counts origins is asked, so that the two groups are in it
PAIR: dict[str, object] = {"a": ISIS_K, "b": HAQQANI}
ASKED: dict[str, dict[str, object]] = {
    "attacks/single-origin-attributions": {"group": ISIS_K},
    "claims/affirmed-and-denied": {},
    "claims/by-origin": {},
    "groups/links": {"group": HAQQANI},
    "groups/rivals-and-links": {},
    "groups/single-origin-links": {"group": HAQQANI},
    "network/edge-list": {},
    "network/shared-neighbours": PAIR,
    "people/rival-leaders": {},
    "people/two-groups": {},
    "sources/by-kind": PAIR,
    "time/said-by": {"date": "2030-01-01"},
}
# which claims there are and how they are said, told apart from how many speak
CLAIMS = {"claims", "claim_ids", "headlines", "says"}


def test_every_question_that_counts_origins_is_asked_here() -> None:
    counting = {
        one.name
        for one in questions()
        for column in one.columns
        if "origins" in column.name or column.name == "hidden"
    }
    assert counting == ASKED.keys()
    for one in questions():
        assert ("person/unspecified-" in one.text and "count" in one.text) <= (
            "headline" in one.text or one.name == "claims/weak-word"
        )


def counts(store: Store, name: str) -> list[Row]:
    """The rows of a question, without what counts or lists claims."""
    limit = {"limit": 100_000} if name != "sources/by-kind" else {}
    rows = ask(store, name, ASKED[name] | limit)
    return [
        {key: held for key, held in row.items() if key not in CLAIMS} for row in rows
    ]


def seeds(but: Iterable[str] = ()) -> Iterator[Batch]:
    """The seeds without some claims."""
    gone = set(but)
    for batch in find_loader("corpus").read(SEEDS):
        kept = tuple(one for one in batch.claims if one.id not in gone)
        yield replace(batch, claims=kept)


@pytest.mark.longer_served
def test_headlines_of_the_seeds_change_no_count(fresh_store: Store) -> None:
    pair = {ISIS_K, HAQQANI}
    heads = [
        one.id
        for batch in seeds()
        for one in batch.claims
        if one.headline and {one.subject, one.object} == pair
    ]
    assert len(heads) == 2
    load(seeds(), fresh_store)
    whole = {name: counts(fresh_store, name) for name in ASKED}
    load(seeds(heads), fresh_store)
    for name in ASKED:
        assert counts(fresh_store, name) == whole[name], name
    [link] = [row for row in whole["groups/links"] if row["other_id"] == ISIS_K]
    assert link["origins"] == 13


TITLE = "The river cell works with the hill band."
TEXT = f"{TITLE}\nThe river cell works with the hill band.  They said so.\n"
PLACES = TextSpan(0, len(TITLE)), TextSpan(len(TITLE) + 1, len(TEXT) - 1)
CELL, BAND, MOUTH = "group/river-cell", "group/hill-band", "group/river-mouth"
PAPERS = {"one": "org/herald", "two": "org/herald", "three": "org/gazette"}
VOICES = ("person/ann", "person/bob", "org/gazette")
ARTICLES = {
    stem: Article(
        id=stem,
        corpus="made",
        # case and spaces of a title are no matter
        title=f"The  RIVER cell{TITLE[14:]}",
        publisher=paper,
        published="2020-05-03",
        sha256=hashlib.sha256(f"{TEXT}{stem}".encode()).hexdigest(),
        text=f"{TEXT}{stem}",
    )
    for stem, paper in PAPERS.items()
}
ENTITIES = (
    *(Entity(id=one, name=one[6:], kind="militant-group") for one in (CELL, MOUTH)),
    Entity(id=BAND, name="hill band", kind="militant-group"),
    *(Entity(id=one, name=one[7:], kind="official") for one in VOICES[:2]),
    *(Entity(id=one, name=one[4:], kind="outlet") for one in set(PAPERS.values())),
    *(Entity(id=f"{HIDDEN}{stem}", name="hidden", unnamed=True) for stem in PAPERS),
)
ONE = Judgement(
    id=judgement_id(CELL, MOUTH, "same", "ann", "2021"),
    left=CELL,
    right=MOUTH,
    verdict="same",
    who="ann",
    when="2021",
    why="one cell",
)


def told_in(place: TextSpan, where: Article, *inner: Hop, **fields: str) -> Claim:
    """A link that an article tells of at a place, on its own word or another's."""
    made = Claim(
        article=where.id,
        relation="ALLEGED_LINK",
        subject=CELL,
        object=BAND,
        chain=(Hop(where.speaker, "reports" if inner else "asserts"), *inner),
        quote=(where.text or TEXT)[place.start : place.end],
        selector=place,
    )
    # the names of fields are the caller's
    changed = replace(made, **fields)  # type: ignore[arg-type]
    return identified_claim(changed, where, symmetric=True)


def test_words_of_a_title_make_a_headline() -> None:
    where = ARTICLES["one"]
    for place, words in (
        (TextSpan(0, len(TITLE)), "the whole"),
        (TextSpan(4, 14), "a part"),
    ):
        assert told_in(place, where).headline, words
        assert not told_in(place, where, Hop("person/ann", "asserts")).headline, words
        assert not told_in(place, replace(where, title="River")).headline, words
        assert not told_in(place, replace(where, title="")).headline, words
    assert not told_in(PLACES[1], where).headline
    # without a text only a quote that is the title is known to be one
    untold = replace(where, text=None)
    assert told_in(PLACES[0], untold).headline
    assert not told_in(TextSpan(4, 14), untold).headline


@pytest.mark.longer_served
def test_another_title_has_the_claim_written_anew(fresh_store: Store) -> None:
    asked = "MATCH (c:Claim) RETURN c.headline AS node"
    edge = "MATCH ()-[r:ALLEGED_LINK]->() RETURN r.headline AS edge"
    for title, expected in ((TITLE, True), ("Else", None), (TITLE, True)):
        where = replace(ARTICLES["one"], title=title)
        claim = told_in(PLACES[0], where)
        batch = Batch(article=where, entities=ENTITIES, claims=(claim,))
        summary = load([batch], fresh_store)
        assert summary.unchanged == 0
        assert fresh_store.read(asked) == [{"node": expected}]
        assert fresh_store.read(edge) == [{"edge": expected}]
        assert verify(fresh_store).differences == ()
        assert load([batch], fresh_store).unchanged == 1


@st.composite
def spoken(draw: st.DrawFn) -> Claim:
    """What one of the articles says: in its title or below, on whose word, how."""
    pick = st.sampled_from
    where = ARTICLES[draw(pick(list(ARTICLES)))]
    place = draw(pick(PLACES))
    voice = draw(pick((None, None, *VOICES, f"{HIDDEN}{where.id}")))
    inner = () if voice is None else (Hop(voice, "asserts", implicit=True),)
    found = told_in(
        place,
        where,
        *inner,
        subject=draw(pick((CELL, MOUTH))),
        polarity=draw(pick(("affirmed", "affirmed", "denied"))),
        modality=draw(pick(("stated", "stated", "possible", "hypothetical"))),
        kind=draw(pick(("ties", "cooperation"))),
        review=draw(pick(("accepted", "accepted", "proposed"))),
    )
    assert found.headline == (not inner and place.start == 0)
    return found


def counted(claims: Iterable[Claim], context: Context) -> dict[Ends, int]:
    """How many origins the analysis counts, by subject and polarity."""
    found = corroborate_all(claims, context)
    return {
        (
            one.proposition.subject,
            one.proposition.object or "",
            one.polarity,
        ): one.origins
        for one in found
        if one.reports
    }


@pytest.mark.longer_served
@given(st.lists(spoken(), min_size=4, max_size=30), st.booleans())
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_questions_count_as_the_analysis_does(
    fresh_store: Store, told: list[Claim], one_cell: bool
) -> None:
    claims = tuple({one.id: one for one in told}.values())
    judgements = (ONE,) if one_cell else ()
    load(batches(claims, judgements), fresh_store)
    entities = {one.id: one for one in ENTITIES}
    whole = ClaimSet(claims, ARTICLES, entities, judgements)
    context = context_of(whole, load_schema())
    origins = counted(claims, context)
    strong = counted([one for one in claims if one.modality == "stated"], context)
    by_origin = ask(fresh_store, "claims/by-origin")
    assert {ends(row): row["origins"] for row in by_origin} == origins
    edges = ask(fresh_store, "network/edge-list")
    assert {ends(row): row["origins"] for row in edges} == affirmed_of(strong)
    same_for_one_polarity(fresh_store, affirmed_of(origins))
    both = ask(fresh_store, "claims/affirmed-and-denied")
    assert {
        ends(row): (row["for_origins"], row["against_origins"]) for row in both
    } == {
        key: (held, origins[denied])
        for key, held in affirmed_of(origins).items()
        if (denied := (*key[:2], "denied")) in origins
    }


def affirmed_of(origins: dict[Ends, int]) -> dict[Ends, int]:
    """Those of what is affirmed."""
    return {key: held for key, held in origins.items() if key[2] == "affirmed"}


def same_for_one_polarity(store: Store, affirmed: dict[Ends, int]) -> None:
    """The questions that count origins of affirmed links alone count those."""
    said_by = ask(store, "time/said-by", {"date": "2030-01-01"})
    assert {ends(row): row["origins"] for row in said_by} == affirmed
    links = ask(store, "groups/links", {"group": BAND})
    assert {(BAND, str(row["other_id"])): row["origins"] for row in links} == {
        key[:2]: held for key, held in affirmed.items()
    }
    single = ask(store, "groups/single-origin-links")
    assert {ends(row) for row in single} == {
        key for key, held in affirmed.items() if held == 1
    }
    for cell in {key[1] for key in affirmed}:
        kinds = ask(store, "sources/by-kind", {"a": cell, "b": BAND})
        total = sum(int(str(row["origins"])) for row in kinds)
        assert total == affirmed[BAND, cell, "affirmed"]


def ends(row: Row) -> Ends:
    """What a row of counts is about."""
    polarity = str(row.get("polarity", "affirmed"))
    return str(row["left_id"]), str(row["right_id"]), polarity


def batches(
    claims: Iterable[Claim], judgements: tuple[Judgement, ...]
) -> Iterator[Batch]:
    """The articles with those claims; one without any leaves nothing behind."""
    for article in ARTICLES.values():
        own = tuple(one for one in claims if one.article == article.id)
        yield Batch(
            article=article, entities=ENTITIES, claims=own, judgements=judgements
        )
