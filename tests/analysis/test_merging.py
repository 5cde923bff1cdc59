"""What joining two ids comes to."""

from analysis.named_groups import claim, group, judgement, known
from claimgraph.analysis.merging import effect
from claimgraph.identity import resolve


def test_joining_shows_what_comes_together() -> None:
    entities = [group(one, one) for one in "abcx"]
    claims = [
        claim("ALLEGED_LINK", "group/a", "group/x", "org/one"),
        claim("ALLEGED_LINK", "group/x", "group/b", "org/two"),
        claim("RIVAL_OF", "group/c", "group/x", "group/a"),
        claim("RIVAL_OF", "group/x", "group/c", "group/b"),
        claim("RIVAL_OF", "group/c", "group/x", "group/x"),
        # only one of the two speaks to these
        claim("RIVAL_OF", "group/c", "group/x", "group/a", polarity="denied"),
        claim("PART_OF", "group/c", "group/x", "group/b"),
        claim("PART_OF", "group/b", "group/a", "org/one"),
    ]
    joined, _ = resolve([judgement("group/a", "group/b", "same")])
    seen = effect(claims, known(entities, claims), joined, "group/a", "group/b")
    assert (seen.standing, seen.left.id, seen.right.id) == (
        *("group/a", "group/a", "group/b"),
    )
    assert (len(seen.left.claims), seen.left.propositions, seen.left.origins) == (
        *(2, 2, 1),
    )
    assert len(seen.left.spoken) == len(seen.right.spoken) == 2
    (one,) = seen.propositions
    assert one.proposition.relation == "ALLEGED_LINK" and len(one.before) == 2
    assert one.claims == tuple(sorted(claim.id for claim in claims[:2]))
    (rival,) = seen.origins
    assert (rival.before, rival.after, rival.polarity) == (3, 2, "affirmed")
    assert seen.folded == (claims[-1].id,)


def test_joining_what_is_one_already_changes_nothing() -> None:
    entities = [group(one, one) for one in "ab"]
    claims = [claim("PART_OF", "group/b", "group/a")]
    said = [judgement("group/a", "group/b", "same")]
    joined, _ = resolve(said)
    seen = effect(claims, known(entities, claims, said), joined, "group/a", "group/b")
    assert seen.left == seen.right
    assert (seen.propositions, seen.origins, seen.folded) == ((), (), ())
