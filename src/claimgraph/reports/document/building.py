"""From the sections that a report made to the whole report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import cast

from claimgraph.ids import corpus_sha256
from claimgraph.model import Claim
from claimgraph.reports.document import (
    Chapter,
    Head,
    LeftOut,
    Report,
    Section,
    Sentence,
    Share,
)
from claimgraph.reports.document.brief import Draft, short_page
from claimgraph.reports.document.grammar import with_capital
from claimgraph.reports.document.lines import claim_line, passage
from claimgraph.reports.document.pictures import draw
from claimgraph.reports.document.scope import Scope


def build(
    scope: Scope,
    *,
    name: str,
    title: str,
    subjects: Sequence[str],
    brief: Draft,
    summary: Sequence[Sentence],
    sections: Sequence[Section],
) -> Report:
    """The report with head, numbers, lines, passages, sources and pictures.

    Claims are numbered from 1 in the order in which the parts first name them;
    tables without rows and sections without content are left out.
    """
    kept = tuple(filter(has_content, map(without_empty_tables, sections)))
    top = head(scope)
    page = short_page(title, top, brief)
    named = mentioned_claims(page, summary, kept, scope.known)
    pictures = draw(with_alike(scope, named), scope.context, subjects)
    drawn = (one for one in texts(pictures) if one in scope.known)
    claims = [scope.known[one] for one in dict.fromkeys((*named, *drawn))]
    articles = scope.claim_set.articles
    lines = tuple(
        claim_line(claim, scope.context, number)
        for number, claim in enumerate(claims, 1)
    )
    return Report(
        name=name,
        title=with_capital(title),
        subjects=tuple(subjects),
        head=top,
        brief=page,
        summary=tuple(summary),
        sections=kept,
        sources=shares(scope, claims),
        claims=lines,
        passages=tuple(passage(claim, articles.get(claim.article)) for claim in claims),
        pictures=pictures,
    )


def with_alike(scope: Scope, ids: Iterable[str]) -> list[Claim]:
    """The claims with all others of their propositions, which a drawing counts."""
    named = {scope.context.proposition(scope.known[one]) for one in ids}
    ordered = sorted(named, key=lambda one: one.order)
    return [claim for one in ordered for claim in scope.alike[one]]


def without_empty_tables(section: Section) -> Section:
    """A section with those of its tables that have rows; an empty ledger tells much."""
    if section.key == "ledger":
        return section
    tables = tuple(table for table in section.tables if table.rows)
    return replace(section, tables=tables)


def has_content(section: Section) -> bool:
    """Whether there is anything to read in a section."""
    return bool(section.sentences or section.claims or section.tables)


def head(scope: Scope) -> Head:
    """What stands above every report."""
    selection, held = scope.selection, scope.claim_set
    articles = held.articles.values()
    return Head(
        corpus_sha256=corpus_sha256(
            {one.id: one.sha256 for one in articles},
            sorted(f"{one.id} {one.digest}" for one in held.every),
            held.judgements,
        ),
        filters=tuple(selection.words),
        used=len(selection.claims),
        proposed=sum(claim.review == "proposed" for claim in selection.claims),
        left_out=tuple(LeftOut(one.reason, one.claims) for one in selection.left_out),
        rejected=sum(article.rejected for article in articles),
        unchecked=tuple(one.id for one in articles if not one.quote_checked),
        machine_read=held.machine_read,
    )


def mentioned_claims(
    page: Iterable[Chapter],
    summary: Iterable[Sentence],
    sections: Iterable[Section],
    known: Mapping[str, Claim],
) -> list[str]:
    """The ids of all claims that a part names, in the order of reading."""
    found: dict[str, None] = {}
    for sentence in summary:
        found.update(dict.fromkeys(sentence.claims))
    for section in sections:
        for sentence in section.sentences:
            found.update(dict.fromkeys(sentence.claims))
        for table in section.tables:
            for row in table.rows:
                found.update(dict.fromkeys(row.claims))
        found.update(dict.fromkeys(section.claims))
    # last, so that a form that numbers by first mention gives the same numbers
    for section in sections:
        inside = (text for text in texts(section.data) if text in known)
        found.update(dict.fromkeys(inside))
    for chapter in page:
        for point in chapter.points:
            found.update(dict.fromkeys(point.claims))
    return list(found)


def texts(value: object) -> Iterator[str]:
    """Every text inside dataclasses, maps and sequences."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts(getattr(value, one.name))
    elif isinstance(value, Mapping):
        for inner in cast("Mapping[str, object]", value).values():
            yield from texts(inner)
    elif isinstance(value, Sequence):
        for inner in cast("Sequence[object]", value):
            yield from texts(inner)


def shares(scope: Scope, claims: Sequence[Claim]) -> tuple[Share, ...]:
    """The origins of the claims with their part of all, the largest first."""
    found: dict[str, list[str]] = {}
    for claim in claims:
        found.setdefault(scope.context.origin(claim), []).append(claim.id)
    rows = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(
        Share(
            source,
            scope.name(source),
            tuple(sorted(ids)),
            round(len(ids) / len(claims), 4),
        )
        for source, ids in rows
    )
