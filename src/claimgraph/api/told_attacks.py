"""Attacks by what is told of them: where they were, and in which words.

An attack has no name of its own: a reader knows its town, or a word of the headline.
"""

from collections.abc import Collection, Iterable

from claimgraph.api.searching import search
from claimgraph.cypher import commands
from claimgraph.entity_names import DOERS, EVENT, NamedEntity, meant_entities
from claimgraph.folding import fold, folded_words, holds_words
from claimgraph.store.base import Store

# as many quotes and articles as are looked at
MOST = 50


def attacks_told(
    store: Store, known: Collection[NamedEntity], text: str
) -> list[NamedEntity]:
    """The attacks at a place that is called so, else those whose headlines have all
    words of the text, else those whose quotes have them.

    None where a group is called so.
    """
    asked = fold(text)
    if not asked or any(one.prefix in DOERS and one.has_name(asked) for one in known):
        return []
    attacks = {one.id: one for one in known if one.prefix == EVENT}

    def told_by(query: str, ids: Iterable[object]) -> list[NamedEntity]:
        rows = store.read(query, {"ids": [*ids]})
        found = {str(row["id"]) for row in rows}
        return [attacks[one] for one in sorted(found & attacks.keys())]

    others = [one for one in known if one.prefix != EVENT]
    places = [one.id for one in meant_entities(others, text).entities]
    found = told_by(commands.ATTACKS_AT, places) if places else []
    if found or not attacks:
        return found
    hits = search(store, text, limit=MOST)
    titled = [
        row["article"]
        for row in hits.articles
        if holds_words(folded_words(str(row["title"] or "")), hits.words)
    ]
    found = told_by(commands.ATTACKS_IN, titled)
    return found or told_by(
        commands.ATTACKS_QUOTED, [row["claim"] for row in hits.quotes]
    )
