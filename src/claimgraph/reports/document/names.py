"""Which names does an entity have, and which of them does each article write?"""

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimgraph.model import Alias, Article, Claim, Entity
from claimgraph.passages import silent_spans
from claimgraph.reports.document import Row, Section, Sentence, Table
from claimgraph.reports.document.scope import Scope
from claimgraph.safe_text import shown_title

WORD = re.compile(r"\w+|[^\w\s]")
# a search without case takes all four letters of i for one
DOTLESS = str.maketrans("\u0130\u0131", "ii")


def names_section(scope: Scope, entity_id: str, claims: Iterable[Claim]) -> Section:
    """The names of an entity, and those that each article with such claims writes."""
    own = scope.context.entities.get(entity_id)
    if own is None:
        return Section("names", "Names")
    entity = with_all_names(own, scope)
    about: dict[str, list[str]] = {}
    for claim in claims:
        about.setdefault(claim.article, []).append(claim.id)
    rows: list[Row] = []
    for stem, ids in sorted(about.items()):
        article = scope.context.articles.get(stem)
        found = () if article is None else written_names(article, entity)
        cells = (title_of(scope, stem), ", ".join(found))
        rows.append(Row(cells, scope.in_time(ids)))
    columns = ("article", "names as written")
    return Section(
        "names",
        "Names",
        sentences=tuple(sentences(scope, entity)),
        tables=(Table("As the articles write it", columns, tuple(rows)),),
    )


def with_all_names(entity: Entity, scope: Scope) -> Entity:
    """An entity with the names of all ids that judgements made one with it."""
    others = scope.context.identity.classes().get(entity.id, set()) - {entity.id}
    held = [scope.context.entities.get(one) for one in sorted(others)]
    found = {alias.name: alias for alias in entity.aliases}
    for other in held:
        for alias in (Alias(other.name), *other.aliases) if other else ():
            found.setdefault(alias.name, alias)
    found.pop(entity.name, None)
    return replace(entity, aliases=tuple(found.values()))


def title_of(scope: Scope, stem: str) -> str:
    """The title of an article; with its stem where another one has the same title."""
    articles = scope.context.articles
    title = articles[stem].title if stem in articles else stem
    alike = sum(one.title == title for one in articles.values())
    return f"{shown_title(title)} ({stem})" if alike > 1 else shown_title(title)


def sentences(scope: Scope, entity: Entity) -> Iterable[Sentence]:
    """The id, the names and the judgements behind it."""
    other = entity.names[1:]
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
    search = NameSearch(article.text, [Alias(entity.name), *entity.aliases])
    for zone in silent_spans(article):
        search.blot(zone.start, zone.end)
    return tuple(sorted(filter(None, map(search.find, search.names))))


class NameSearch:
    """Names in a text, the longest first: what one has found no other finds again.

    Each name is looked for where its rarest word stands, not in the whole text: so
    thousands of names and a text of megabytes are read once each.
    """

    def __init__(self, text: str, names: Iterable[Alias]) -> None:
        self.text = text
        self.names = sorted(names, key=lambda one: -len(one.name))
        self.blotted = bytearray(len(text))
        wanted = {word for one in names for word, _ in words_of(one.name)}
        self.places: dict[str, array[int]] = {word: array("Q") for word in wanted}
        for word, at in words_of(text):
            if word in wanted:
                self.places[word].append(at)

    def blot(self, start: int, end: int) -> None:
        """Hide a part of the text."""
        self.blotted[start:end] = b"\1" * (end - start)

    def find(self, alias: Alias) -> str | None:
        """The name where the text has it; all its places are blotted out then."""
        words = list(words_of(alias.name))
        if not words:
            return None
        rarest, inside = min(words, key=lambda one: len(self.places[one[0]]))
        flags = 0 if alias.case_exact else re.IGNORECASE
        pattern = re.compile(rf"(?<!\w){re.escape(alias.name)}(?!\w)", flags)
        found: list[int] = []
        free = 0
        for place in self.places[rarest]:
            start = place - inside
            if start >= free and self.stands(pattern, start, len(alias.name)):
                found.append(start)
                free = start + len(alias.name)
        for start in found:
            self.blot(start, start + len(alias.name))
        return alias.name if found else None

    def stands(self, pattern: re.Pattern[str], start: int, length: int) -> bool:
        """Whether a name of that length is in the text there, and nothing hides it."""
        first, last = max(start - 1, 0), start + length + 1
        window = self.text[first:last]
        if any(self.blotted[first:last]):
            pairs = zip(window, self.blotted[first:last], strict=True)
            window = "".join("\n" if hidden else letter for letter, hidden in pairs)
        return pattern.match(window, start - first) is not None


def words_of(text: str) -> Iterator[tuple[str, int]]:
    """The words and signs of a text without their case, each with its offset."""
    for found in WORD.finditer(text):
        yield found[0].translate(DOTLESS).casefold(), found.start()
