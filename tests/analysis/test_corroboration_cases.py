"""Who stands behind the propositions of the seeds, as read back from each engine.

A case file holds `proposition`, `polarity`, the counts, `groups` (key, standing,
origins), `joins` other than same-origin (reason, detail, both origins), `absorbed`
(reason, origin) and how many claims are `hypothetical`.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from claimgraph.analysis.claim_set import gather
from claimgraph.analysis.context import Context, Proposition
from claimgraph.analysis.corroboration import Corroboration, corroboration
from claimgraph.analysis.standing import cross_standing, group_standing, standing
from claimgraph.loaders import find_loader
from claimgraph.model import Claim
from claimgraph.readback import read
from claimgraph.store.base import Store
from claimgraph.yaml_file import read_yaml
from report_cases import around

CASES = Path(__file__).parents[1] / "cases" / "analysis"
FILES = sorted((CASES / "corroboration").glob("*.yaml"))
COUNTS = ("reports", "articles", "origins", "independent", "named")
TALIBAN, ISIS_K = "group/taliban", "group/islamic-state-khorasan"
SEEDS = Path(__file__).parents[2] / "seeds"


def asked(case: Mapping[str, object]) -> Proposition:
    """The proposition of a case."""
    relation, subject, target = cast("list[str]", case["proposition"])
    return Proposition(relation, subject, target)


def shown(
    found: Corroboration, claims: Mapping[str, Claim], context: Context
) -> dict[str, object]:
    """A count in the form of a case file."""
    what = found.proposition
    origin = {one: context.origin(claims[one]) for one in found.supporting}
    return {
        "proposition": [what.relation, what.subject, what.object],
        "polarity": found.polarity,
        **{name: getattr(found, name) for name in COUNTS},
        "cross_standing": cross_standing(found, claims.values(), context),
        "groups": {
            one.key: {
                "standing": group_standing(one, claims.values(), context),
                "origins": list(one.origins),
            }
            for one in found.groups
        },
        "joins": sorted(
            [one.reason, one.detail, *sorted((origin[one.left], origin[one.right]))]
            for one in found.joins
            if one.reason != "same-origin"
        ),
        "absorbed": sorted([one.reason, origin[one.claim]] for one in found.absorbed),
        "hypothetical": len(found.hypothetical),
    }


def test_the_seeds_are_counted_as_their_cases_say(seeds_store: Store) -> None:
    claim_set = gather(read(seeds_store))
    context = around(claim_set)
    claims = {one.id: one for one in claim_set.claims}
    assert len(FILES) >= 9
    for path in FILES:
        case = cast("dict[str, object]", read_yaml(path).plain)
        polarity = str(case["polarity"])
        found = corroboration(claim_set.claims, context, asked(case), polarity)
        assert shown(found, claims, context) == case, path.name


def test_the_taliban_deny_as_a_party(seeds_store: Store) -> None:
    claim_set = gather(read(seeds_store))
    context = around(claim_set)
    denials = [
        standing(one, context).value
        for one in claim_set.claims
        if one.relation == "ALLEGED_LINK" and one.polarity == "denied"
        if context.origin(one) == TALIBAN
    ]
    assert denials and set(denials) == {"party"}


def test_headlines_of_the_seeds_count_for_nothing() -> None:
    claim_set = gather(find_loader("corpus").read(SEEDS))
    what = Proposition("ALLEGED_LINK", "group/haqqani-network", ISIS_K)
    heads = [
        one
        for one in claim_set.claims
        if one.relation == what.relation and len(one.chain) == 1
        if {one.subject, one.object} == {what.subject, what.object}
        if one.quote in claim_set.articles[one.article].title
    ]
    bare = [one for one in claim_set.claims if one not in heads]
    before, after = (
        corroboration(claims, around(claim_set), what)
        for claims in (bare, claim_set.claims)
    )
    assert sorted(one.article[:3] for one in heads) == ["000", "001"]
    assert after.reports == before.reports + 2
    assert [one.reason for one in after.absorbed].count("summary") == 2
    assert (after.articles, after.groups) == (before.articles, before.groups)
    assert (after.origins, after.named) == (before.origins, before.named)


def test_a_reprint_adds_nobody() -> None:
    claim_set = gather(find_loader("corpus").read(CASES / "reprint"))
    what = Proposition("ALLEGED_LINK", "group/hill-group", "group/river-cell")
    found = corroboration(claim_set.claims, around(claim_set), what)
    origins = {one.id: one.origin for one in claim_set.claims}
    [join] = found.joins
    assert (join.reason, join.detail) == ("near-copy", "0.73")
    assert {origins[join.left], origins[join.right]} == {"org/courier", "org/herald"}
    assert (found.reports, found.origins, found.independent) == (3, 3, 2)
    stricter = corroboration(claim_set.claims, around(claim_set), what, theta=0.8)
    assert stricter.independent == 3
