"""Which names does an entity have, and which of them does each article write?"""

import re
from collections.abc import Iterable

from claimgraph.model import Alias, Article, Claim, Entity
from claimgraph.passages import silent_spans
from claimgraph.reports.document import Row, Section, Sentence, Table
from claimgraph.reports.document.scope import Scope


def names_section(scope: Scope, entity_id: str, claims: Iterable[Claim]) -> Section:
    """The names of an entity, and those that each article with such claims writes."""
    entity = scope.context.entities.get(entity_id)
    if entity is None:
        return Section("names", "Names")
    about: dict[str, list[str]] = {}
    for claim in claims:
        about.setdefault(claim.article, []).append(claim.id)
    rows: list[Row] = []
    for stem, ids in sorted(about.items()):
        article = scope.context.articles.get(stem)
        found = () if article is None else written_names(article, entity)
        cells = (stem, article.title if article else "", ", ".join(found))
        rows.append(Row(cells, scope.in_time(ids)))
    columns = ("article", "title", "names as written")
    return Section(
        "names",
        "Names",
        sentences=tuple(sentences(scope, entity)),
        tables=(Table("As the articles write it", columns, tuple(rows)),),
    )


def sentences(scope: Scope, entity: Entity) -> Iterable[Sentence]:
    """The id, the names and the judgements behind it."""
    other = [alias.name for alias in entity.aliases]
    known = f"; other names: {', '.join(other)}" if other else ""
    kind = f", {entity.kind}" if entity.kind else ""
    yield Sentence(f"{entity.name} ({entity.id}{kind}){known}.")
    if entity.description:
        yield Sentence(f"The corpus describes it so: {entity.description}")
    joined = [
        one
        for one in scope.claim_set.judgements
        if one.verdict == "same" and scope.context.canonical(one.left) == entity.id
    ]
    for one in joined:
        yield Sentence(
            f"{one.who} judged {one.left} and {one.right} to be one on {one.when}: "
            f"{one.why}"
        )


def written_names(article: Article, entity: Entity) -> tuple[str, ...]:
    """The names of an entity that an article writes outside its silent zones.

    A name that stands only inside a longer one does not count.
    """
    if article.text is None:
        return ()
    text = spoken_text(article, article.text)
    names = [Alias(entity.name), *entity.aliases]
    found: list[str] = []
    for alias in sorted(names, key=lambda one: -len(one.name)):
        flags = 0 if alias.case_exact else re.IGNORECASE
        pattern = re.compile(rf"(?<!\w){re.escape(alias.name)}(?!\w)", flags)
        if pattern.search(text):
            found.append(alias.name)
            text = pattern.sub(lambda match: "\n" * len(match[0]), text)
    return tuple(sorted(found))


def spoken_text(article: Article, text: str) -> str:
    """The text with what makes no claims blotted out."""
    for span in silent_spans(article):
        text = text[: span.start] + "\n" * (span.end - span.start) + text[span.end :]
    return text
