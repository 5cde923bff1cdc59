"""What is only proposed is in no sentence that counts."""

from dataclasses import replace

import pytest

from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.selection import Filters
from claimgraph.ids import identified_claim
from claimgraph.model import Claim, TextSpan
from claimgraph.reports import group, overview, source
from claimgraph.reports.document import Report
from report_cases import around, seeds


def again(claim: Claim) -> Claim:
    """The same said a second time, which a machine proposes."""
    place = claim.selector
    assert isinstance(place, TextSpan)
    moved = replace(claim, selector=TextSpan(place.start, place.end + 1))
    known = {one.id: one for one in seeds()[0].articles.values()}
    found = identified_claim(moved, known[claim.article], False)
    return replace(found, review="proposed")


@pytest.mark.parametrize("name", ["overview", "group", "source"])
def test_counts_are_those_of_accepted_claims(name: str) -> None:
    alone, _ = seeds()
    beside = tuple(map(again, alone.claims[::3]))
    listed = sorted((*alone.claims, *beside), key=lambda one: one.id)
    both = replace(alone, claims=tuple(listed))
    texts = [
        [
            one.text.replace(f" (and {len(beside)} proposed)", "").replace(
                "no accepted claim here", "nobody here"
            )
            for one in made.summary
        ]
        for made in (made_of(name, alone), made_of(name, both))
    ]
    if name == "group":
        texts = [[text.partition(" claims")[0] for text in held[:1]] for held in texts]
    assert texts[0][:2] == texts[1][:2]


def made_of(name: str, claim_set: ClaimSet) -> Report:
    """A report on some claims."""
    context = around(claim_set)
    if name == "overview":
        return overview.report(claim_set, context, Filters())
    if name == "group":
        asked = "group/islamic-state-khorasan"
        return group.report(claim_set, context, Filters(), group=asked)
    return source.report(claim_set, context, Filters(), source="org/nds")
