"""Questions of the library, with names in place of ids."""

from collections.abc import Mapping
from dataclasses import replace

from claimgraph import library
from claimgraph.api.naming import check_kind, find_claim, found_entity
from claimgraph.cypher import lookups
from claimgraph.library import (
    Question,
    Rows,
    find_question,
    known_parameters,
    known_question,
    questions,
)
from claimgraph.library.index import kind_words
from claimgraph.library.word_search import nearest_words
from claimgraph.made_names import short_title
from claimgraph.store.base import Store
from claimgraph.store.read_only import refuse_writing as check_cypher

__all__ = [
    "article_titles",
    "ask",
    "check_cypher",
    "find_question",
    "kind_words",
    "known_question",
    "nearest_words",
    "questions",
]


def ask(
    store: Store,
    question: str,
    arguments: Mapping[str, object] | None = None,
    /,
    **more: object,
) -> Rows:
    """The answer to a question: rows that are dicts, with their `columns`.

    Where an id is wanted a name or an alias does, or a part of one that only one entity
    of the wanted type has (`told` says which), and the first digits of a claim's id.
    `arguments` is for names that Python keeps for itself (`from`). QueryError for an
    unknown question and for an unknown, missing or wrong argument.
    """
    asked = find_question(question)
    given = known_parameters(asked, {**(arguments or {}), **more})
    told: list[str] = []
    found = library.answer(store, asked, with_ids(store, asked, given, told))
    return replace(found, told=tuple(told))


def with_ids(
    store: Store, question: Question, arguments: Mapping[str, object], told: list[str]
) -> dict[str, object]:
    """The arguments, with ids in place of the names and the short claim ids."""
    known = {parameter.name: parameter for parameter in question.parameters}
    found = dict(arguments)
    for name, value in arguments.items():
        if not isinstance(value, str) or not value.strip():
            continue
        if known[name].kind == "claim":
            found[name] = find_claim(store, value)
        elif known[name].kind == "kind":
            check_kind(store, value, key=name)
        elif known[name].kind == "entity":
            one = found_entity(store, value, *known[name].prefixes, key=name)
            found[name] = one.id
            told += [f"{name}: {one.told}"] if one.told else []
    return found


def article_titles(store: Store, answer: Rows) -> dict[str, str]:
    """The titles of the articles in the column `article`, in few words, by their ids.

    None of those that have no title, and none where the answer has titles itself.
    """
    if "article" not in answer.columns or "title" in answer.columns:
        return {}
    ids = sorted({str(row["article"]) for row in answer if row["article"] is not None})
    rows = store.read(lookups.TITLES, {"ids": ids})
    return {
        str(row["id"]): title
        for row in rows
        if (title := short_title(str(row["title"] or "")))
    }
