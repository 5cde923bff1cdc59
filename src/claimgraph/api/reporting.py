"""A report on what a graph holds, in one call, and its forms."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimgraph import library, modules, reports
from claimgraph.analysis.claim_set import gather
from claimgraph.analysis.clocks import Mode
from claimgraph.analysis.context import Context, context_of
from claimgraph.analysis.selection import Filters
from claimgraph.analysis.selection import check as check_filters
from claimgraph.api.naming import found_entity
from claimgraph.api.report_claims import read_frame, with_claims
from claimgraph.atomic import in_place_of, link_target
from claimgraph.dates import span
from claimgraph.errors import (
    ClaimgraphError,
    QueryError,
    known_word,
    nearest,
    unknown_word,
)
from claimgraph.readback import read
from claimgraph.reports.document import Report
from claimgraph.reports.document.asking import (
    Asked,
    HealthRow,
    Option,
    Reporter,
)
from claimgraph.schema import load_schema
from claimgraph.store.base import Store

FORMS = ("terminal", "markdown", "html", "json")
ENDINGS = {
    ".md": "markdown",
    ".html": "html",
    ".json": "json",
    ".txt": "terminal",
}
EMPTY = "the graph holds no claims: `claimgraph load` puts some in"


@dataclass(frozen=True, slots=True)
class FinishedReport:
    """A report and its forms; `content` has all of it as values.

    `told` says for whom a part of a name was taken.
    """

    content: Report
    told: tuple[str, ...] = ()

    def text(self, *, full: bool = False) -> str:
        """The report as a pipe gets it, in lines of 120 columns."""
        from claimgraph.reports.forms.terminal import terminal_text

        return terminal_text(self.content, full=full)

    def markdown(self, *, full: bool = False) -> str:
        """The report in Markdown; all of it has each claim as a footnote."""
        from claimgraph.reports.forms.markdown import markdown

        return markdown(self.content, full=full)

    def html(self, *, full: bool = False) -> str:
        """The report as one page that needs nothing from outside.

        All of it is there; what is not on the short page is folded, if not `full`.
        """
        from claimgraph.reports.forms.html import html

        return html(self.content, full=full)

    def json(self) -> str:
        """The report as JSON, as reports/forms/report.schema.json describes it."""
        from claimgraph.reports.forms.json import json

        return json(self.content)

    def show(self, *, full: bool = False) -> None:
        """Prints it on standard output, in colours on a terminal."""
        from claimgraph.console import STDOUT
        from claimgraph.reports.forms.terminal import print_report

        print_report(self.content, STDOUT, full=full)

    def form(self, name: str, *, full: bool = False) -> str:
        """The report in one of FORMS; QueryError for any other."""
        match name:
            case "terminal":
                return self.text(full=full)
            case "markdown":
                return self.markdown(full=full)
            case "html":
                return self.html(full=full)
            case "json":
                return self.json()
            case _:
                raise QueryError(unknown_word(name, FORMS), key="form")

    def parts(self, form: str, *, full: bool = False) -> Iterator[str]:
        """The same in parts: JSON, which may be large, is made as it is taken."""
        if form == "json":
            from claimgraph.reports.forms.json import json_parts

            yield from json_parts(self.content)
        else:
            yield self.form(form, full=full)

    def write(
        self, path: str | Path, form: str | None = None, *, full: bool = False
    ) -> None:
        """Writes it into a file, which is replaced only by a whole one.

        The ending of the name says which form it has: QueryError for an unknown one,
        and for a `form` that it contradicts.
        """
        path = Path(path)
        parts = self.parts(form_of(path, form), full=full)
        with in_place_of(link_target(path)) as scratch, scratch.open("wb") as file:
            for part in parts:
                file.write(part.encode("utf-8", "backslashreplace"))


def form_of(path: Path, form: str | None = None) -> str:
    """The form that the ending of a name means; QueryError where it means none."""
    found = ENDINGS.get(path.suffix.lower())
    if found is None:
        there = ", ".join(ENDINGS)
        raise QueryError(f"{path.name} has none of the endings {there}", key="out")
    if form is not None and form not in FORMS:
        raise QueryError(unknown_word(form, FORMS), key="form")
    if form is not None and form != found:
        wanted = next(one for one, held in ENDINGS.items() if held == form)
        raise QueryError(
            f"{path.name} ends as {found} does, and the format is {form}: name it "
            f"{path.stem}{wanted}, or leave the format out",
            key="out",
        )
    return found


def report(
    store: Store,
    name: str,
    /,
    *subjects: str,
    valid: str | None = None,
    said: str | None = None,
    loaded: str | None = None,
    mode: Mode = "possible",
    accepted_only: bool = False,
    min_modality: str | None = None,
    **options: str | bool | None,
) -> FinishedReport:
    """What the sources say about the subjects, by name, a part of one, or id.

    `valid`, `said` and `loaded` are days as EDTF: what held on that day, what had been
    said, what had been loaded by then; `mode` says whether some day of a date in
    question may fit or all must. `options` are those of the report itself. QueryError
    for an empty graph and for what does not fit.
    """
    reporter = find_report(name)
    filters = Filters(valid, said, loaded, mode, accepted_only, min_modality)
    check_filters(filters)
    asked = dict(own_options(name, reporter.OPTIONS, options))
    schema, parts, told = load_schema(), reporter.READS, list[str]()
    claim_set = (
        gather(read(store)) if parts is None else read_frame(store, filters, schema)
    )
    if not claim_set.every:
        raise QueryError(EMPTY)
    around = context_of(claim_set, schema)
    found = dict(standing_subjects(store, reporter, around, subjects, told))
    if parts is not None:
        claim_set = with_claims(store, claim_set, around, parts, found.values())
        around = around.over(claim_set)
    asked.update(found)
    if getattr(reporter, "HEALTH", False):
        asked["health"] = tuple(health_rows(store))
    made = reporter.report(claim_set, around, filters, **asked)
    return FinishedReport(made, tuple(told))


def report_names() -> list[str]:
    """The reports that there are, sorted."""
    return modules.names(reports)


def find_report(name: str) -> Reporter:
    """The report of that name; ClaimgraphError for an unknown one."""
    found = modules.find(reports, name)
    if not isinstance(found, Reporter):
        raise TypeError(f"{found.__name__} lacks what a report has")
    return found


def own_options(
    name: str, known: Sequence[Option], given: Mapping[str, str | bool | None]
) -> Iterator[tuple[str, Asked]]:
    """A value for each option of a report; QueryError for an unknown or wrong one."""
    names = [one.name for one in known]
    for key in given:
        if key not in names:
            there = ", ".join(names) or "none of its own"
            hint = f"is no option of {name}{nearest(key, names)}"
            raise QueryError(f"{hint} (there are: {there})", key=key)
    for option in known:
        value = given.get(option.name)
        if value is None and not option.flag:
            value = option.default
        if value is None and option.required:
            raise QueryError(f"{name} needs it: {option.meaning}", key=option.name)
        if option.day and isinstance(value, str):
            check_day(option.name, value)
        if option.choices and value is not None:
            value = chosen_word(option, str(value))
        yield option.name, bool(value) if option.flag else value


def check_day(key: str, value: str) -> None:
    """QueryError for a text that is no date."""
    try:
        span(value)
    except ClaimgraphError as error:
        raise QueryError(error.message, key=key) from error


def chosen_word(option: Option, value: str) -> str:
    """The choice that is meant, in any case; QueryError where it is none."""
    found = known_word(value, option.choices)
    if found is None:
        hint = nearest(value, option.choices)
        there = ", ".join(option.choices)
        raise QueryError(f"{value} is none of {there}{hint}", key=option.name)
    return found


def health_rows(store: Store) -> Iterator[HealthRow]:
    """What the health questions of the library find."""
    for question in library.health_questions():
        rows = len(library.answer(store, question, {}))
        defect = question.defect and rows > 0
        yield HealthRow(question.name, question.question, rows, defect)


def standing_subjects(
    store: Store,
    reporter: Reporter,
    around: Context,
    subjects: Sequence[str],
    told: list[str],
) -> Iterator[tuple[str, str]]:
    """The standing ids of the subjects; QueryError where they do not fit."""
    if len(subjects) != len(reporter.ARGUMENTS):
        wanted = [one.name for one in reporter.ARGUMENTS]
        there = f" ({', '.join(wanted)})" if wanted else ""
        count = f"{len(wanted)} subjects{there}, not {len(subjects)}"
        raise QueryError(f"the report is about {count}")
    seen: dict[str, str] = {}
    for argument, given in zip(reporter.ARGUMENTS, subjects, strict=True):
        one = found_entity(store, given, *argument.prefixes, key=argument.name)
        told += [f"{argument.name}: {one.told}"] if one.told else []
        found = around.canonical(one.id)
        if found in seen:
            both = f"{seen[found]!r} and {given!r}"
            raise QueryError(f"{both} are one entity, {found}: give two that differ")
        seen[found] = given
        yield argument.name, found
