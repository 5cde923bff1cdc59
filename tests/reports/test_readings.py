"""A report from what it reads of a graph is the one that the whole graph gives."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.analysis.claim_set import ClaimSet, gather
from claimgraph.analysis.context import Context
from claimgraph.analysis.selection import Filters
from claimgraph.api import report_claims
from claimgraph.api.reporting import (
    FORMS,
    FinishedReport,
    find_report,
    report,
    report_names,
)
from claimgraph.loading import load
from claimgraph.model import Batch
from claimgraph.readback import read
from claimgraph.schema import load_schema
from claimgraph.store.base import Store
from examples import mostly_slow
from market import copy_market, load_stems
from own_graphs import few, own_store
from report_cases import around, read_cases
from strategies import corpora

NARROW = [name for name in report_names() if find_report(name).READS is not None]
WEAK = Filters(valid="2020", said="2021", loaded="2030", min_modality="alleged")
FILTERS = (Filters(), Filters(accepted_only=True), WEAK)


class Whole:
    """The whole of a graph, and the reports that it gives."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.claim_set: ClaimSet = gather(read(store))
        self.context: Context = around(self.claim_set)

    def differing(
        self, name: str, subjects: tuple[str, ...], filters: Filters
    ) -> list[str]:
        """The forms in which the report that reads less is another one."""
        reporter = find_report(name)
        asked = dict(
            zip((one.name for one in reporter.ARGUMENTS), subjects, strict=True)
        )
        made = reporter.report(self.claim_set, self.context, filters, **asked)
        found = report(self.store, name, *subjects, **asdict(filters))
        if found.content == made:
            return []
        whole = FinishedReport(made)
        return [
            "content",
            *(one for one in FORMS if found.form(one) != whole.form(one)),
        ]

    def subjects(self, name: str) -> Iterator[tuple[str, ...]]:
        """Whatever the report can be about: of pairs those that somebody ties."""
        prefixes = find_report(name).ARGUMENTS[0].prefixes
        standing = self.context.canonical
        known = {standing(one) for one in self.claim_set.entities}
        fitting = sorted(one for one in known if one.partition("/")[0] in prefixes)
        if len(find_report(name).ARGUMENTS) == 1:
            yield from ((one,) for one in fitting)
            return
        ends = (
            {standing(one.subject), standing(one.object or "")}
            for one in self.claim_set.claims
        )
        tied = {tuple(sorted(two)) for two in ends if two <= set(fitting)}
        yield from sorted(two for two in tied if len(two) == 2)
        yield from list(combinations(fitting, 2))[:5]


@pytest.mark.slow
@pytest.mark.parametrize("name", mostly_slow(NARROW))
def test_about_every_subject_of_the_seeds(seeds_folder: Store, name: str) -> None:
    whole = Whole(seeds_folder)
    for subjects in whole.subjects(name):
        assert whole.differing(name, subjects, Filters()) == [], subjects


def test_in_every_form_on_every_engine(seeds_store: Store) -> None:
    whole = Whole(seeds_store)
    for case in read_cases():
        if case.report in NARROW:
            names = [one.name for one in find_report(case.report).ARGUMENTS]
            subjects = tuple(str(case.asked[name]) for name in names)
            found = report(seeds_store, case.report, *subjects, **asdict(case.filters))
            reporter = find_report(case.report)
            made = FinishedReport(
                reporter.report(
                    whole.claim_set, whole.context, case.filters, **case.asked
                )
            )
            for form in FORMS:
                assert found.form(form) == made.form(form), (str(case), form)


@few
@given(corpora(), st.sampled_from(FILTERS))
def test_about_every_subject_of_any_corpus(
    batches: list[Batch], filters: Filters
) -> None:
    with own_store() as store:
        load(batches, store)
        whole = Whole(store)
        if not whole.claim_set.claims:
            return
        for name in NARROW:
            for subjects in whole.subjects(name):
                assert whole.differing(name, subjects, filters) == [], subjects


def test_what_others_load_meanwhile_is_left_out(tmp_path: Path) -> None:
    folder = copy_market(tmp_path / "market")
    with own_store() as store:
        load_stems(folder, store, "alpha")
        frame = report_claims.read_frame(store, Filters(), load_schema())
        context = around(frame)
        asked = [
            (find_report(name).READS or (), subjects)
            for name in NARROW
            for subjects in Whole(store).subjects(name)
        ]

        def readings() -> list[ClaimSet]:
            return [
                report_claims.with_claims(store, frame, context, parts, subjects)
                for parts, subjects in asked
            ]

        alone = readings()
        load_stems(folder, store, "beta", "gamma")
        assert readings() == alone
