"""How many speakers stand behind a proposition: the properties of analysis.md, U1."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from analysis.plain_counting import groups, may_absorb, reasons, summed_up
from analysis.strategies_analysis import (
    LINK,
    PLURAL,
    PROPOSITIONS,
    SENTENCES,
    Story,
    claim,
    moved,
    publisher,
    stories,
    told_again,
)
from claimgraph.analysis.context import Context, Proposition, is_unspecified
from claimgraph.analysis.corroboration import (
    Corroboration,
    corroborate_all,
    corroboration,
    effective_origin,
)
from claimgraph.model import Claim, Hop, Polarity
from examples import examples

TRIES = settings(max_examples=examples(200))
POLARITY = st.sampled_from(("affirmed", "affirmed", "denied"))
WHAT = st.sampled_from((LINK, LINK, *PROPOSITIONS))
UNLIKE = "Seven plain words that no other sentence of this story ever had in it."


def support(
    claims: Sequence[Claim], known: Context, what: Proposition, polarity: str
) -> list[Claim]:
    """The claims that are counted."""
    return [
        one
        for one in claims
        if known.proposition(one) == what
        and one.polarity == polarity
        and one.modality != "hypothetical"
    ]


@TRIES
@given(stories(), WHAT, POLARITY, st.sampled_from((0.3, 0.5, 1.0)))
def test_it_is_the_definition(
    story: Story, what: Proposition, polarity: str, theta: float
) -> None:
    known = story.context()
    found = corroboration(story.claims, known, what, polarity, theta=theta)
    backing = support(story.claims, known, what, polarity)
    by_id = {one.id: one for one in backing}
    assert found.supporting == tuple(sorted(by_id))
    assert found.reports == len(by_id)
    gone = {one.claim for one in found.absorbed}
    sums = {one.claim for one in found.absorbed if one.reason == "summary"}
    spoken = [one for one in backing if one.id not in sums]
    kept = [by_id[one] for one in sorted(by_id.keys() - gone)]
    told = {frozenset(group.claims) for group in found.groups}
    assert told == groups(kept, spoken, known, theta)
    for one in found.absorbed:
        assert one.detail in by_id and one.detail != one.claim
        assert one.reason in may_absorb(by_id[one.claim], backing, known)
    for each in found.joins:
        pair = by_id[each.left], by_id[each.right]
        assert (each.reason, each.detail) in set(reasons(*pair, spoken, known, theta))
    assert len(found.joins) == len(kept) - found.independent


@TRIES
@given(stories(), WHAT, POLARITY)
def test_counts_are_in_order(
    story: Story, what: Proposition, polarity: Polarity
) -> None:
    found = corroboration(story.claims, story.context(), what, polarity)
    assert found.named <= found.independent <= found.origins <= found.reports
    assert found.articles <= found.reports
    assert bool(found.independent) == bool(found.reports)
    assert not set(found.hypothetical) & set(found.supporting)


@TRIES
@given(stories(), WHAT, st.randoms(use_true_random=False))
def test_order_does_not_matter(story: Story, what: Proposition, chance: Random) -> None:
    mixed = list(story.claims)
    chance.shuffle(mixed)
    known = story.context()
    again = replace(story, claims=tuple(mixed)).context()
    plain = corroboration(story.claims, known, what)
    assert corroboration(mixed, again, what) == plain
    assert corroboration([*mixed, *mixed[:2]], again, what) == plain


@TRIES
@given(stories(), st.data())
def test_a_copy_in_a_new_article_adds_nothing(
    story: Story, data: st.DataObject
) -> None:
    known = story.context()
    sound = [
        one
        for what in PROPOSITIONS
        for polarity in ("affirmed", "denied")
        for one in support(story.claims, known, what, polarity)
        if len(one.chain) > 1 or not story.articles[one.article].retells
        if effective_origin(one, known) != PLURAL and not summed_up(one, known)
    ]
    assume(sound)
    one = data.draw(st.sampled_from(sound))
    what, polarity = known.proposition(one), one.polarity
    new = told_again(one, "new", one.quote, story.articles[one.article].published)
    after = story.having(moved(one, new, one.quote), new)
    before = corroboration(story.claims, known, what, polarity)
    found = corroboration(after.claims, after.context(), what, polarity)
    assert found.reports == before.reports + 1
    assert found.independent == before.independent


@TRIES
@given(stories(), WHAT, POLARITY)
def test_headlines_that_sum_up_change_no_count(
    story: Story, what: Proposition, polarity: Polarity
) -> None:
    known = story.context()
    backing = support(story.claims, known, what, polarity)
    quoting = {one.article for one in backing if len(one.chain) > 1}
    heads = [
        claim(
            titled,
            what,
            (),
            quote=titled.title,
            polarity=polarity,
            kind="headline",
        )
        for stem in sorted(quoting)
        for titled in [story.articles[stem]]
        if titled.title in (titled.text or titled.title)
    ]
    heads = [one for one in heads if summed_up(one, known)]
    more = replace(story, claims=(*story.claims, *heads))
    before = corroboration(story.claims, known, what, polarity)
    after = corroboration(more.claims, more.context(), what, polarity)
    assert after.reports == before.reports + len(heads)
    assert {one.id for one in heads} <= {one.claim for one in after.absorbed}
    assert (after.groups, after.articles) == (before.groups, before.articles)
    assert (after.origins, after.named) == (before.origins, before.named)


@TRIES
@given(stories(), WHAT, POLARITY)
def test_a_fresh_voice_adds_one(
    story: Story, what: Proposition, polarity: Polarity
) -> None:
    paper = publisher("org/fresh-paper")
    world = Story(story.claims, story.articles, {**story.entities, paper.id: paper})
    base = claim(next(iter(story.articles.values())), what, (), polarity=polarity)
    by_fresh = replace(base, chain=(Hop(paper.id, "reports"),))
    new = told_again(by_fresh, "new", UNLIKE, "2020-05-01")
    after = world.having(moved(by_fresh, new, UNLIKE), new)
    before = corroboration(story.claims, story.context(), what, polarity)
    found = corroboration(after.claims, after.context(), what, polarity)
    hidden = [is_unspecified(one) for group in before.groups for one in group.origins]
    only_hidden = bool(hidden) and all(hidden)
    assert found.independent == before.independent + (not only_hidden)


@TRIES
@given(stories(), WHAT, POLARITY)
def test_without_both_steps_every_report_counts(
    story: Story, what: Proposition, polarity: str
) -> None:
    known = story.context()
    found = corroboration(story.claims, known, what, polarity, absorb=False, join=False)
    assert found.independent == found.reports
    assert not found.joins and not found.absorbed


@TRIES
@given(stories())
def test_all_at_once_is_one_after_another(story: Story) -> None:
    known = story.context()
    every = list(corroborate_all(iter(story.claims), known))
    keys = [(one.proposition, one.polarity) for one in every]
    assert keys == sorted(set(keys), key=lambda one: (one[0].order, one[1]))
    assert set(keys) == {
        (known.proposition(one), one.polarity)
        for one in story.claims
        if one.polarity != "withheld"
    }
    for one in every:
        assert one == corroboration(story.claims, known, one.proposition, one.polarity)


@TRIES
@given(stories())
def test_what_is_withheld_changes_nothing(story: Story) -> None:
    spoken = tuple(one for one in story.claims if one.polarity != "withheld")
    less = replace(story, claims=spoken)
    every = list(corroborate_all(story.claims, story.context()))
    assert every == list(corroborate_all(spoken, less.context()))


def test_no_support_is_zeros() -> None:
    story = Story((), {}, {})
    found = corroboration((), story.context(), LINK)
    assert found == Corroboration(
        LINK, "affirmed", 0, 0, 0, 0, 0, (), (), (), (), (), (), (), (), 0.5
    )


@pytest.mark.parametrize("theta", [0.0, -1.0, 1.1, float("nan")])
def test_another_theta_is_refused(theta: float) -> None:
    with pytest.raises(ValueError, match="theta"):
        corroboration((), Story((), {}, {}).context(), LINK, theta=theta)


def test_withheld_claims_support_nothing() -> None:
    with pytest.raises(ValueError, match="withheld"):
        corroboration((), Story((), {}, {}).context(), LINK, "withheld")


def test_a_shared_relay_is_told_and_joins_nothing() -> None:
    paper = told_again(
        claim_by("org/paper"), "paper", f"{SENTENCES[0]} {SENTENCES[4]}", "2020"
    )
    made = [
        claim(paper, LINK, [Hop("org/wire", "reports"), Hop(one, "asserts")])
        for one in ("person/ann", "person/bob")
    ]
    story = Story(tuple(made), {"paper": paper}, {})
    found = corroboration(made, story.context(), LINK)
    assert found.independent == 2
    [relay] = found.shared_relays
    assert (relay.relay, relay.groups) == ("org/wire", ("person/ann", "person/bob"))


def claim_by(speaker: str) -> Claim:
    """A claim whose only hop is a publisher."""
    return Claim(
        article="paper",
        relation=LINK.relation,
        subject=LINK.subject,
        object=LINK.object,
        chain=(Hop(speaker, "reports"),),
        quote=SENTENCES[0],
        selector=None,
    )
