"""Which values differ, and whether all can hold: the properties of U9."""

from dataclasses import replace
from random import Random
from typing import cast

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from analysis.seeds_again import cases, read_again
from analysis.strategies_analysis import Story, told_again
from analysis.strategies_values import SUBJECTS, anew, valued_stories
from claimgraph.analysis.discrepancies import Discrepancy, discrepancies
from claimgraph.analysis.values import class_of
from claimgraph.model import Claim, TextSpan
from claimgraph.schema import load_schema
from claimgraph.schema.types import Compared
from claimgraph.store.base import Store
from examples import examples

TRIES = settings(max_examples=examples(120))
SUBJECT = st.sampled_from(SUBJECTS)
VERDICTS = {"single", "agree", "compatible", "conflict", "undecided"}


def compared(claim: Claim) -> Compared | None:
    """What a claim's relation is compared as."""
    return load_schema().relations[claim.relation].compared


def support(story: Story, subject: str) -> list[Claim]:
    """The claims that give a value."""
    return [
        one
        for one in story.claims
        if one.subject == subject
        and compared(one) is not None
        and one.polarity == "affirmed"
        and one.modality != "hypothetical"
    ]


@TRIES
@given(valued_stories(), SUBJECT)
def test_every_value_is_in_one_row_and_every_row_has_a_verdict(
    story: Story, subject: str
) -> None:
    rows = discrepancies(story.claims, story.context(), subject)
    keys = {
        (one.relation, class_of(one, compared(one))) for one in support(story, subject)
    }
    assert {(row.attribute, row.of) for row in rows} == keys
    assert len(rows) == len(keys)
    known = {one.id: one for one in support(story, subject)}
    for row in rows:
        assert row.verdict in VERDICTS and row.why.endswith(".")
        assert (row.verdict == "single") == (row.independent <= 1)
        held = {claim for value in row.values for claim in value.claims}
        own = {
            one.id
            for one in known.values()
            if (one.relation, class_of(one, compared(one))) == (row.attribute, row.of)
        }
        assert own <= held <= known.keys()
        for value in row.values:
            assert value.claims and value.origins


@TRIES
@given(valued_stories(), SUBJECT, st.randoms(use_true_random=False))
def test_order_changes_nothing(story: Story, subject: str, chance: Random) -> None:
    known = story.context()
    mixed = chance.sample(story.claims, len(story.claims))
    rows = discrepancies(story.claims, known, subject)
    assert discrepancies(mixed, known, subject) == rows


@TRIES
@given(valued_stories(), SUBJECT)
def test_what_is_withheld_denied_or_supposed_changes_nothing(
    story: Story, subject: str
) -> None:
    known = story.context()
    kept = [
        one
        for one in story.claims
        if one.polarity == "affirmed" and one.modality != "hypothetical"
    ]
    rows = discrepancies(story.claims, known, subject)
    assert discrepancies(kept, known, subject) == rows


@TRIES
@given(valued_stories(), SUBJECT, st.data())
def test_a_dependent_copy_changes_no_verdict(
    story: Story, subject: str, data: st.DataObject
) -> None:
    backing = [one for one in support(story, subject) if len(one.chain) > 1]
    assume(backing)
    one = data.draw(st.sampled_from(backing))
    sentence = "This copy has none of the words with which others told of it before."
    where = told_again(one, "copied", sentence, story.articles[one.article].published)
    copy = anew(
        replace(one, article=where.id, quote=sentence, selector=TextSpan(0, 70)), where
    )
    plural = story.context().is_unnamed_plural(one.origin)
    assume(not plural and not one.origin.startswith("person/unspecified"))
    other = story.having(copy, where)
    before = verdicts(discrepancies(story.claims, story.context(), subject))
    after = verdicts(discrepancies(other.claims, other.context(), subject))
    assert after == before


def verdicts(rows: tuple[Discrepancy, ...]) -> dict[tuple[str, str | None], str]:
    """The verdict of each row."""
    return {(row.attribute, row.of): row.verdict for row in rows}


@TRIES
@given(valued_stories(), SUBJECT, st.data())
def test_a_wider_range_never_makes_a_conflict(
    story: Story, subject: str, data: st.DataObject
) -> None:
    counts = [one for one in support(story, subject) if one.relation == "KILLED"]
    assume(counts)
    one = data.draw(st.sampled_from(counts))
    value = one.value
    assert value is not None
    wider = replace(
        value,
        min=max(0, (value.min or 0) - data.draw(st.integers(0, 20))),
        max=None
        if value.max is None or data.draw(st.booleans())
        else value.max + data.draw(st.integers(0, 20)),
        about=value.about or data.draw(st.booleans()),
    )
    # the id stays: it is only the key, and which claim is smallest must not change
    loose = [
        replace(each, value=wider) if each.id == one.id else each
        for each in story.claims
    ]
    known = story.context()
    before = verdicts(discrepancies(story.claims, known, subject))
    after = verdicts(discrepancies(loose, known, subject))
    for key, verdict in after.items():
        if verdict == "conflict":
            assert before[key] == "conflict"


def test_the_seeds_give_what_the_cases_say(seeds_store: Store) -> None:
    held, known = read_again(seeds_store)
    for case in cases("discrepancies"):
        subject = cast("str", case["subject"])
        rows = {
            (row.attribute, row.of): row
            for row in discrepancies(held.claims, known, subject)
        }
        row = rows[cast("str", case["attribute"]), cast("str | None", case.get("of"))]
        assert (row.verdict, row.independent) == (
            case["verdict"],
            case["independent"],
        ), case
        assert [value.words for value in row.values] == case["values"], case
