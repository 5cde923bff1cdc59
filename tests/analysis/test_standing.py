"""Where speakers stand: the properties of analysis.md, U6."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.strategies_analysis import (
    BLAME,
    LINK,
    SYMMETRIC,
    Story,
    claim,
    publisher,
    stories,
    told_again,
)
from claimgraph.analysis.context import Proposition
from claimgraph.analysis.corroboration import corroborate_all, corroboration
from claimgraph.analysis.standing import (
    KINDS,
    cross_standing,
    group_standing,
    standing,
    standings,
)
from claimgraph.ids import identified_claim
from claimgraph.model import Article, Claim, Entity, Hop, Retelling
from examples import examples

TRIES = settings(max_examples=examples(150))
VALUES = {"detainee", "self", "party", "unnamed-official", "unknown", *KINDS}
TIED = {"RIVAL_OF", "SUPPORTED_BY"}
GIVE = {"MEMBER_OF", "LED_BY", "PART_OF", "DETAINED_BY", *TIED}


@TRIES
@given(stories())
def test_every_claim_has_one_standing(story: Story) -> None:
    known = story.context()
    by_id = {one.id: one for one in story.claims}
    found = list(standings(iter(story.claims), known))
    assert [one.claim for one in found] == [one.id for one in story.claims]
    assert found == [standing(one, known) for one in story.claims]
    for one in found:
        assert one.value in VALUES
        assert list(one.because) == sorted(set(one.because))
        assert (one.value == "detainee") == (one.custodian is not None)
        given_by = {by_id[ground].relation for ground in one.because}
        confessed = {by_id[ground].chain[-1].medium for ground in one.because}
        assert given_by <= GIVE or "confession" in confessed
        if one.side != "unknown":
            assert given_by & TIED


@TRIES
@given(stories())
def test_groups_have_no_more_standings_than_there_are(story: Story) -> None:
    known = story.context()
    for found in corroborate_all(story.claims, known):
        crossed = cross_standing(found, story.claims, known)
        assert crossed <= found.independent
        each = {group_standing(one, story.claims, known) for one in found.groups}
        assert crossed == len(each - {"unknown"})
        assert each <= VALUES


@TRIES
@given(stories())
def test_what_is_withheld_changes_nothing(story: Story) -> None:
    spoken = tuple(one for one in story.claims if one.polarity != "withheld")
    less = replace(story, claims=spoken).context()
    whole = story.context()
    for one in spoken:
        assert standing(one, less) == standing(one, whole)
    for found in corroborate_all(spoken, less):
        crossed = cross_standing(found, story.claims, whole)
        assert crossed == cross_standing(found, spoken, less)


@TRIES
@given(stories(), st.randoms(use_true_random=False))
def test_names_of_ids_mean_nothing(story: Story, chance: Random) -> None:
    numbers = list(range(len(story.entities)))
    chance.shuffle(numbers)
    names = {
        one: f"{one.partition('/')[0]}/e{number}"
        for one, number in zip(story.entities, numbers, strict=True)
        if not one.startswith("person/unspecified-")
    }
    other = renamed(story, names)
    before, after = story.context(), other.context()
    for one, same in zip(story.claims, other.claims, strict=True):
        left, right = standing(one, before), standing(same, after)
        assert (left.value, left.side) == (right.value, right.side)
        held = {bond.right for bond in before.custodians(before.origin(one))}
        if len(held) == 1:
            assert right.custodian == names.get(left.custodian or "", left.custodian)


def renamed(story: Story, names: Mapping[str, str]) -> Story:
    """The story with other ids for the same entities."""
    articles = {
        stem: replace(
            one,
            publisher=names.get(one.publisher or "", one.publisher),
            retells=tuple(renamed_retelling(item, names) for item in one.retells),
        )
        for stem, one in story.articles.items()
    }
    entities = {
        names.get(one.id, one.id): replace(one, id=names.get(one.id, one.id))
        for one in story.entities.values()
    }
    made = tuple(
        renamed_claim(one, articles[one.article], names) for one in story.claims
    )
    return Story(made, articles, entities)


def renamed_retelling(item: Retelling, names: Mapping[str, str]) -> Retelling:
    """A retelling whose outside work has a publisher of another id."""
    if isinstance(item.work, str):
        return item
    publisher_id = names.get(item.work.publisher or "")
    return replace(item, work=replace(item.work, publisher=publisher_id))


def renamed_claim(one: Claim, where: Article, names: Mapping[str, str]) -> Claim:
    """A claim with other ids, its own among them."""
    chain = tuple(
        replace(hop, holder=names.get(hop.holder, hop.holder)) for hop in one.chain
    )
    same = replace(
        one,
        subject=names.get(one.subject, one.subject),
        object=names.get(one.object or "", one.object),
        chain=chain,
    )
    symmetric = one.relation in SYMMETRIC
    return identified_claim(same, where, symmetric)


def plain(*ties: Proposition, kind: str | None = None) -> tuple[Story, Claim]:
    """A claim of Ann in a story where only those ties are claimed."""
    paper = told_again(
        replace(claim_of_paper(), chain=(Hop("org/first-paper", "reports"),)),
        *("first", "Ann spoke of it.", "2020-05-01"),
    )
    said = claim(paper, LINK, [Hop("person/ann", "asserts")])
    claims = (said, *(claim(paper, tie, ()) for tie in ties))
    entities = {
        "person/ann": Entity(id="person/ann", name="Ann", kind=kind),
        "org/bureau": Entity(id="org/bureau", name="B", kind="security-service"),
        "org/first-paper": publisher("org/first-paper"),
    }
    return Story(claims, {"first": paper}, entities), said


def claim_of_paper() -> Claim:
    """Any claim: its first hop tells the publisher."""
    return Claim(
        article="first",
        relation=BLAME.relation,
        subject=BLAME.subject,
        object=BLAME.object,
        chain=(Hop("org/first-paper", "reports"),),
        quote="it",
        selector=None,
    )


IN_BUREAU = Proposition("MEMBER_OF", "person/ann", "org/bureau")
IN_RIVER = Proposition("MEMBER_OF", "person/ann", "group/river")
HELD = Proposition("DETAINED_BY", "person/ann", "org/bureau")
HILL_IN_BUREAU = Proposition("PART_OF", "group/hill", "org/bureau")
FEUD = Proposition("RIVAL_OF", "group/river", "org/bureau")
HELP = Proposition("SUPPORTED_BY", "group/hill", "org/bureau")


def test_the_rules_come_in_their_order() -> None:
    rules = [
        ((), None, "unknown"),
        ((), "analyst", "analyst"),
        ((IN_BUREAU,), None, "security-service"),
        ((IN_BUREAU,), "analyst", "analyst"),
        ((IN_BUREAU, HILL_IN_BUREAU), "analyst", "party"),
        ((IN_RIVER,), "analyst", "party"),
        ((IN_RIVER, HELD), "analyst", "detainee"),
    ]
    for ties, kind, value in rules:
        story, said = plain(*ties, kind=kind)
        found = standing(said, story.context())
        assert found.value == value
        assert found.custodian == ("org/bureau" if value == "detainee" else None)


def test_of_several_bodies_the_first_kind_counts() -> None:
    for number in range(8):
        desk = f"org/desk-{number}"
        story, said = plain(IN_BUREAU, Proposition("MEMBER_OF", "person/ann", desk))
        both = {**story.entities, desk: publisher(desk)}
        found = standing(said, replace(story, entities=both).context())
        assert found.value == "security-service"


def test_an_unnamed_official_is_told_apart() -> None:
    story, said = plain(kind="official")
    ann = replace(story.entities["person/ann"], unnamed=True)
    veiled = replace(story, entities={**story.entities, ann.id: ann})
    assert standing(said, story.context()).value == "official"
    assert standing(said, veiled.context()).value == "unnamed-official"


def test_own_deeds_are_spoken_of_by_oneself() -> None:
    story, _ = plain(IN_RIVER)
    deed = claim(story.articles["first"], BLAME, [Hop("person/ann", "asserts")])
    assert standing(deed, story.context()).value == "self"


def test_a_side_rests_on_claims() -> None:
    sides = [
        ((), "unknown"),
        ((IN_BUREAU,), "unknown"),
        ((IN_BUREAU, FEUD), "adverse"),
        ((IN_BUREAU, HELP), "allied"),
        ((IN_BUREAU, HELP, FEUD), "third"),
    ]
    for ties, side in sides:
        story, said = plain(*ties)
        found = standing(said, story.context())
        assert found.side == side
        ids = {one.id for one in story.claims if one.relation in TIED}
        assert ids <= set(found.because)


def test_a_group_stands_where_its_body_stands() -> None:
    story, said = plain(IN_BUREAU, kind="official")
    known = story.context()
    [group] = corroboration(story.claims, known, LINK).groups
    assert standing(said, known).value == "official"
    assert group_standing(group, story.claims, known) == "security-service"
