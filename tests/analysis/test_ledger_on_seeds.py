"""How the attacks and pairs of the seeds stand, on each engine."""

from typing import cast

from analysis.case_keys import rows, text, texts
from analysis.seeds_again import cases, read_again
from claimgraph.analysis.ledger import Ledger, ledger
from claimgraph.store.base import Store

Target = str | tuple[str, str]


def seen(found: Ledger) -> list[list[object]]:
    """The rows as a case writes them."""
    return [[row.claim, row.act, row.reply] for row in found.rows]


def test_the_seeds_give_what_the_cases_say(seeds_store: Store) -> None:
    claim_set, known = read_again(seeds_store)
    for case in cases("ledger"):
        only = texts(case, "only")
        claims = [one for one in claim_set.claims if not only or one.id in only]
        pair = texts(case, "pair")
        target = cast(Target, tuple(pair) if pair else text(case, "attack"))
        found = ledger(claims, known, target)
        assert found.status == case["status"], case
        if "rows" in case:
            assert seen(found) == rows(case, "rows"), case
        if "acts" in case:
            counts = {row.act: 0 for row in found.rows}
            for row in found.rows:
                counts[row.act] += 1
            assert counts == case["acts"], case
