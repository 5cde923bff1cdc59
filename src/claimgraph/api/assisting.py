"""What an assistant may ask of a graph: each answer with claims and their quotes."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

from claimgraph.api.asking import ask, questions
from claimgraph.api.naming import entity_prefixes, named_entities
from claimgraph.api.reporting import find_report, report, report_names
from claimgraph.api.searching import search
from claimgraph.api.showing import ShownClaim, show
from claimgraph.assistants.page import page
from claimgraph.errors import QueryError, unknown_word
from claimgraph.model import Claim, TextSpan
from claimgraph.passages import excerpt
from claimgraph.readback import read_claims
from claimgraph.reports.document import ClaimLine
from claimgraph.reports.document.brief import SHORT_ID
from claimgraph.safe_text import on_one_line
from claimgraph.store.base import Row, Store
from claimgraph.type_guards import is_list

__all__ = ["Answer", "Assistant", "instructions", "page"]

SHORT_IDS = re.compile(rf"`([0-9a-f]{{{SHORT_ID}}})`")
# an answer is read by a model: longer ones are cut, and say so
MOST_ROWS, MOST_QUOTES, MOST_LETTERS = 100, 60, 60_000
Answer = dict[str, object]
CUT = "\n\n(cut here: ask for less, or read it with `claimgraph report`)"


@dataclass(frozen=True, slots=True)
class Assistant:
    """Answers from one graph, which is opened for each of them and never written to."""

    open_graph: Callable[[], AbstractContextManager[Store]]

    def ask(
        self,
        question: str,
        arguments: dict[str, str | int | bool] | None = None,
        limit: int = 30,
    ) -> Answer:
        """The rows of a question of the library by its name, as attacks/attributions.

        `arguments` by name; names of groups, people and attacks do for ids. Each row
        has its claim's id and quote, or `quotes` has them by claim id.
        """
        kept = max(1, min(limit, MOST_ROWS))
        with self.open_graph() as store:
            found = ask(store, question, arguments)
            rows = [dict(one) for one in found[:kept]]
            quotes = quotes_of(store, rows)
        return {
            "question": found.question.question,
            "notes": found.question.notes,
            "told": list(found.told),
            "rows": rows,
            "more": len(found) > kept or found.more,
            "quotes": quotes,
        }

    def find(self, name: str, type: str | None = None) -> Answer:
        """Who or what is called so, by any part of a name; `type` as group, attack."""
        if type is not None and type not in entity_prefixes():
            raise QueryError(unknown_word(type, entity_prefixes()), key="type")
        with self.open_graph() as store:
            rows = named_entities(store, name, *([type] if type else []))
        return {"entities": rows[:MOST_ROWS], "more": len(rows) > MOST_ROWS}

    def show(self, claim: str) -> Answer:
        """One claim by the beginning of its id: chain of speakers, passage, dates."""
        with self.open_graph() as store:
            return shown_claim(show(store, claim))

    def search(self, words: str, limit: int = 10) -> Answer:
        """Quotes, names and articles that hold all the words."""
        with self.open_graph() as store:
            hits = search(store, words, limit=max(1, min(limit, MOST_ROWS)))
        articles = [
            {"article": one["article"], "title": one["title"]} for one in hits.articles
        ]
        return {
            "quotes": hits.quotes,
            "names": hits.names,
            "articles": articles,
            "nearest": hits.nearest,
        }

    def report(
        self,
        name: str,
        subjects: list[str] | None = None,
        options: dict[str, str] | None = None,
    ) -> str:
        """A report in Markdown: linkage of two groups, an attack, a group, a source.

        The claims that it names stand below it with their quotes.
        """
        flags = {one.name for one in find_report(name).OPTIONS if one.flag}
        own = {key: key in flags or held for key, held in (options or {}).items()}
        with self.open_graph() as store:
            found = report(
                store,
                name,
                *(subjects or []),
                valid=text_or_none(own.pop("valid", None)),
                said=text_or_none(own.pop("said", None)),
                loaded=text_or_none(own.pop("loaded", None)),
                mode="possible",
                accepted_only=own.pop("accepted_only", "") not in ("", "false"),
                min_modality=text_or_none(own.pop("min_modality", None)),
                **own,
            )
        told = found.markdown()
        text = "\n".join((*found.told, told, *quote_lines(told, found.content.claims)))
        return text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS] + CUT


def quote_lines(text: str, claims: Iterable[ClaimLine]) -> Iterator[str]:
    """A line with its quote for each claim whose id stands in a text."""
    named = set(SHORT_IDS.findall(text))
    yield "## The quotes of the claims above\n"
    for one in claims:
        if one.id[:SHORT_ID] in named:
            quote = on_one_line(one.quote)
            yield f'* `{one.id[:SHORT_ID]}` {one.article}: "{quote}"'


def text_or_none(held: str | bool | None) -> str | None:
    """An option that is a text; None where it was not given."""
    return None if held is None else str(held)


def quotes_of(store: Store, rows: Iterable[Row]) -> dict[str, Answer]:
    """The quotes of the claims that rows name and do not quote, by id."""
    ids: dict[str, None] = {}
    for row in rows:
        listed = row.get("claim_ids")
        named = listed if is_list(listed) else [row.get("claim")]
        if "quote" not in row or is_list(listed):
            ids |= dict.fromkeys(str(one) for one in named[:3] if one is not None)
    claims = read_claims(store, [*ids][:MOST_QUOTES])
    return {one.id: in_short(one) for one in claims}


def in_short(claim: Claim) -> Answer:
    """What a claim says, on whose word, in which words."""
    return {
        "relation": claim.relation,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "origin": claim.origin,
        "article": claim.article,
        "quote": claim.quote,
        "review": claim.review,
    }


def shown_claim(found: ShownClaim) -> Answer:
    """A claim with names for ids, its chain, and the line that its quote stands in."""
    claim, names = found.claim, found.names
    text, place = found.article.text, claim.selector
    passage = claim.quote
    if text is not None and isinstance(place, TextSpan):
        passage = "".join(excerpt(text, place))
    return {
        "id": claim.id,
        **in_short(claim),
        "subject": {"id": claim.subject, "name": names[claim.subject]},
        "object": claim.object and {"id": claim.object, "name": names[claim.object]},
        "value": None if claim.value is None else str(claim.value),
        "chain": [
            {"holder": names[hop.holder], "stance": hop.stance, "cue": hop.cue}
            for hop in claim.chain
        ],
        "reason": claim.reason,
        "kind": claim.kind,
        "role": claim.role,
        "former": claim.former,
        "said": claim.said,
        "valid": claim.valid or claim.valid_words,
        "title": found.article.title,
        "published": found.article.published,
        "passage": passage,
        "note": claim.note,
    }


def instructions() -> str:
    """What a model is told before it asks: the graph, the questions, the reports."""
    lines = [page(), "\n## Questions for the tool `ask`"]
    for one in questions():
        names = ", ".join(parameter.name for parameter in one.parameters)
        lines.append(f"* {one.name} ({names}): {one.title}")
    lines.append("\n## Reports for the tool `report`")
    for name in report_names():
        subjects = ", ".join(one.name for one in find_report(name).ARGUMENTS)
        lines.append(f"* {name} ({subjects or 'no subject'})")
    return "\n".join(lines)
