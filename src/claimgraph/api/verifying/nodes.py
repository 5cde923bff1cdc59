"""Entities, articles and judgements against their digests and those who name them."""

import hashlib
from collections.abc import Callable, Iterable, Iterator

from claimgraph.api.verifying.content import Content
from claimgraph.api.verifying.differences import UNFIT, Difference, going_on
from claimgraph.cypher import MARK, Row, sweeps
from claimgraph.definitions import united_entity
from claimgraph.entity_closure import bylines
from claimgraph.exports.graph_dump.elements import dated_row, labels
from claimgraph.graph import (
    article_row,
    entity_row,
    kept_judgement_row,
    stamp_row,
    without_absent,
    work_row,
)
from claimgraph.identity import resolve
from claimgraph.ids import judgement_id
from claimgraph.model import Article
from claimgraph.readback import (
    article_from,
    entity_from,
    judgement_from,
    read_texts,
    works_by_id,
)
from claimgraph.store.rows import map_at, text_at, texts_at

# notes what a row says, and gives all properties that such a node must have
Taker = Callable[[Content, Row], Row]


def node_differences(content: Content) -> Iterator[Difference]:
    """Nodes that are not what their digests say; notes what all of them say."""
    for sort, label, take in (
        ("entities", "Entity", entity_taken),
        ("articles", "Article", article_taken),
        ("judgements", "Judgement", judgement_taken),
        ("Graph nodes", "Graph", stamp_taken),
    ):

        def check(
            sort: str = sort, label: str = label, take: Taker = take
        ) -> Iterator[Difference]:
            return label_differences(content, sort, label, take)

        yield from going_on(sort, check)
    content.identity = resolve(content.judgements, content.entities)[0]


def label_differences(
    content: Content, sort: str, label: str, take: Taker
) -> Iterator[Difference]:
    """The nodes of one label that are not what was written."""
    found = content.store.read(sweeps.NODES.format(label=label))
    # an article may retell a work outside: that is to be known before
    found.sort(key=lambda row: map_at(row, "row").get("outside") is not True)
    for row in found:
        content.nodes += 1
        held = without_absent(map_at(row, "row"))
        held.pop(MARK, None)
        one = str(held.get("id", label))
        content.places[row["place"]] = one
        try:
            wanted = take(content, held)
        except UNFIT as error:
            yield Difference(sort, f"{label} {one}: it is not whole: {error}")
            continue
        if held != wanted:
            names = [name for name in wanted if held.get(name) != wanted[name]]
            names += [name for name in held if name not in wanted]
            told = "digest" if "digest" in names else ", ".join(names)
            yield Difference(sort, f"{label} {one}: its {told} does not fit it")
        if sorted(texts_at(row, "labels")) != labels_of(content, label, held):
            yield Difference(sort, f"{label} {one}: it has other labels")


def labels_of(content: Content, label: str, held: Row) -> list[str]:
    """All labels that a node must have, sorted."""
    if label != "Entity":
        return [label]
    unnamed = held.get("unnamed") is True
    return sorted(set(labels(text_at(held, "id"), unnamed, content.schema)))


def entity_taken(content: Content, row: Row) -> Row:
    """An entity, with the place that it lies in."""
    entity = entity_from(row)
    content.entities[entity.id] = entity
    for place in entity.around:
        content.want("WITHIN", entity.id, place, {})
    if entity.definitions:
        entity = united_entity(entity.definitions)
    return entity_row(entity)


def article_taken(content: Content, row: Row) -> Row:
    """An article, or a work outside."""
    if row.get("outside") is True:
        [(one, work)] = works_by_id(
            [row | {"publisher": row.get("publisher_id")}]
        ).items()
        content.works[one] = work
        tied = work_row(work, tied=True)
        if row.get("digest") != tied["digest"]:
            return dated_row(work_row(work, tied=False))
        content.tied.add(one)
        return dated_row(tied)
    article = article_from(row, content.works)
    content.articles[article.id] = article
    content.name(bylines(article), article.corpus)
    return dated_row(article_row(article))


def judgement_taken(content: Content, row: Row) -> Row:
    """A judgement; its id must follow from it."""
    one = judgement_from(row)
    content.judgements.append(one)
    own = judgement_id(one.left, one.right, one.verdict, one.who, one.when)
    return kept_judgement_row(one, texts_at(row, "corpora")) | {"id": own}


def stamp_taken(content: Content, row: Row) -> Row:
    """The stamp; what the graph counts of itself is held to what is there elsewhere."""
    stamp = stamp_row(text_at(row, "schema_version"), text_at(row, "schema_sha256"))
    fields = {field.name for field in content.schema.nodes["Graph"].properties}
    return {name: row[name] for name in row if name in fields} | stamp


def text_differences(content: Content) -> Iterator[Difference]:
    """Articles whose text has another digest."""
    for article in content.articles.values():
        if article.text is None:
            continue

        def check(article: Article = article) -> Iterator[Difference]:
            text = read_texts(content.store, [article.id]).get(article.id) or ""
            sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
            if sha256 != article.sha256:
                words = f"article {article.id}: its text is not the one of its digest"
                yield Difference("texts", words)

        yield from going_on(f"the text of {article.id}", check)


def need_differences(content: Content) -> Iterator[Difference]:
    """Entities that something names and are not there, or that nothing needs."""
    needed = needed_by(content)
    outside = {work.publisher for work in content.works.values()} - {None}
    for one in sorted(needed.keys() - content.entities.keys() - outside):
        yield Difference("entities that are missing", f"entity {one} is missing")
    for one in sorted(content.entities.keys() - needed.keys()):
        yield Difference("entities too many", f"entity {one}: nothing names it")
    for one in sorted(content.entities.keys() & needed.keys() - outside):
        told = content.entities[one].definitions
        if {name for each in told for name in each.needed_by} != needed[one]:
            words = f"entity {one}: articles of {', '.join(sorted(needed[one]))} need "
            yield Difference("definitions", f"{words}it, its definitions say others")
    retold = {work for article in content.articles.values() for work in works(article)}
    for one in sorted(retold - content.works.keys()):
        yield Difference("works that are missing", f"article {one} is missing")
    for one in sorted(content.works.keys() - retold):
        yield Difference("works too many", f"article {one}: nothing retells it")


def needed_by(content: Content) -> dict[str, set[str]]:
    """The corpora whose articles need an entity, or a place that lies in it."""
    needed: dict[str, set[str]] = {}
    queue = [(one, corpus) for one, names in content.named.items() for corpus in names]
    while queue:
        one, corpus = queue.pop()
        if corpus in needed.setdefault(one, set()):
            continue
        needed[one].add(corpus)
        held = content.entities.get(one)
        for told in held.definitions if held is not None else ():
            if corpus in told.needed_by and told.entity.within is not None:
                queue.append((told.entity.within, corpus))
    return needed


def works(article: Article) -> Iterable[str]:
    """The works outside that an article retells, by the ids of their nodes."""
    retold = article_row(article).get("retells_works")
    ids = texts_at({"works": retold}, "works")
    return [one for one in ids if one.startswith("outside/")]


def count_differences(content: Content) -> Iterator[Difference]:
    """Nodes of ours beside those that were read by their labels."""
    [row] = content.store.read(sweeps.NODE_COUNT)
    if row["n"] != content.nodes:
        words = (
            f"{row['n']} nodes are there, {content.nodes} have a label that is known"
        )
        yield Difference("nodes", words)
