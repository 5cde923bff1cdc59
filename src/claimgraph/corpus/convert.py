"""From the shapes of articles, entities and judgements to the values of the model."""

from collections.abc import Sequence
from typing import TypeVar

from claimgraph.corpus.forms import (
    ArticleForm,
    JudgementForm,
    RetellsForm,
    WorkForm,
)
from claimgraph.errors import Problem, unknown_word
from claimgraph.ids import judgement_id
from claimgraph.model import (
    ARTICLE_KINDS,
    VERDICTS,
    ZONE_KINDS,
    Article,
    Judgement,
    Retelling,
    Where,
    Work,
    Zone,
)

W = TypeVar("W", bound=str)


def retelling_of(form: RetellsForm) -> Retelling:
    """A retelling from its entry."""
    work = form.work
    if isinstance(work, WorkForm):
        outside = Work(work.title, work.publisher, work.published)
        return Retelling(outside, form.from_, form.to)
    return Retelling(work, form.from_, form.to)


def article_of(
    form: ArticleForm,
    stem: str,
    corpus: str,
    text: str | None,
    where: Where,
    problems: list[Problem],
) -> Article:
    """An article from its header and its text; words on no list are problems."""
    zones = [
        Zone(
            checked_word(
                zone.kind, ZONE_KINDS, where, f"zones[{index}].kind", problems
            ),
            zone.from_,
            zone.to,
        )
        for index, zone in enumerate(form.zones)
    ]
    return Article(
        id=stem,
        corpus=corpus,
        title=form.title,
        kind=checked_word(form.kind, ARTICLE_KINDS, where, "kind", problems),
        publisher=form.publisher,
        author=form.author,
        published=form.published,
        published_why=form.published_why,
        language=form.language,
        url=form.url,
        sha256=form.sha256,
        source_sha256=form.source_sha256,
        retells=tuple(retelling_of(item) for item in form.retells),
        marking=form.marking,
        zones=tuple(zones),
        note=form.note,
        text=text,
        where=where,
    )


def judgement_of(
    form: JudgementForm, where: Where, problems: list[Problem]
) -> Judgement:
    """A judgement from its line; a verdict that is none is a problem."""
    verdict = checked_word(form.verdict, VERDICTS, where, "verdict", problems)
    return Judgement(
        id=judgement_id(form.left, form.right, verdict, form.who, form.when),
        left=form.left,
        right=form.right,
        verdict=verdict,
        who=form.who,
        when=form.when,
        why=form.why,
        where=where,
    )


def checked_word(
    word: str, words: Sequence[W], where: Where, key: str, problems: list[Problem]
) -> W:
    """The word of a closed list, or its first one and a problem."""
    found = next((one for one in words if one == word), None)
    if found is None:
        problems.append(where.problem(key, unknown_word(word, words)))
    return found or words[0]
