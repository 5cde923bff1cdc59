"""From answers to proposed claims: what the gate lets pass, all else with a reason."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from claimgraph.extraction.candidates import ClaimCandidate
from claimgraph.extraction.known import Known
from claimgraph.extraction.language_model.answers import ModelAnswer
from claimgraph.extraction.language_model.cast import CastReader
from claimgraph.extraction.language_model.claims import ClaimReader
from claimgraph.extraction.language_model.ends import ends_of
from claimgraph.extraction.language_model.entries import cast_entries
from claimgraph.extraction.language_model.json_texts import answered_object
from claimgraph.extraction.language_model.numbered import numbered_sentences
from claimgraph.extraction.language_model.places import CopiedWords
from claimgraph.extraction.language_model.plain_forms import (
    MOST,
    NotTaken,
    listed_below,
    sentence_of,
    too_many,
    words,
)
from claimgraph.extraction.language_model.prompt import prompt
from claimgraph.extraction.language_model.windows import Window, windows_of
from claimgraph.extraction.proposals import Proposals, Refusal, let_pass
from claimgraph.model import Article
from claimgraph.passages import line_numbers
from claimgraph.safe_text import on_one_line
from claimgraph.type_guards import is_map

UNKNOWN_MODEL = "model"


def proposals_from(
    article: Article, known: Known, answers: Iterable[ModelAnswer], model: str = ""
) -> Proposals:
    """What a model's answers propose for an article, in the order of its parts.

    An answer that names its model is that model's; `model` is for the others.
    """
    reading = ArticleReading(article, known)
    listed = sorted(
        (one for one in answers if one.article == article.id),
        key=lambda one: one.window,
    )
    told = next((one.model for one in listed if one.model), None) or model
    reading.producer = f"llm {producer_name(told)}"
    for one in listed:
        reading.read(one)
    reading.note_missing(listed)
    found = let_pass(
        article, reading.cast.members, reading.candidates, reading.producer
    )
    refused = (*reading.refused, *found.refused)
    return replace(found, refused=refused)


def producer_name(model: str) -> str:
    """A model's name in one word, as `by` has it."""
    return "-".join(on_one_line(model).split())[:100] or UNKNOWN_MODEL


class ArticleReading:
    """Reads the answers for one article, part by part."""

    def __init__(self, article: Article, known: Known) -> None:
        self.article = article
        self.producer = ""
        sentences = numbered_sentences(article)
        self.windows: Mapping[int, Window] = {
            one.number: one for one in windows_of(sentences)
        }
        self.text = CopiedWords(article.text or "", sentences)
        self.cast = CastReader(article, known, self.text)
        self.candidates: list[ClaimCandidate] = []
        self.refused: list[Refusal] = []

    def read(self, answer: ModelAnswer) -> None:
        """Take what one answer proposes."""
        window = self.windows.get(answer.window)
        if window is None:
            self.refuse("the answer is of a part that the article has not")
            return
        told = answer.error or answered_object(answer.content)
        if isinstance(told, str):
            self.refuse(told, window.first)
            return
        cast, refused = cast_entries(told, self.article.published)
        claims = listed_below(told, "claims")[:MOST]
        cut = [reason for key in ("cast", "claims") for reason in too_many(told, key)]
        before = len(self.cast.refused)
        reader = ClaimReader(
            text=self.text,
            ids=self.cast.ids(cast, ends_of(claims)),
            publisher=self.article.speaker,
            published=self.article.published,
            first=self.text.sentences[window.first].span.start,
            part=window.number,
            rule=prompt().version,
        )
        for reason in (*cut, *refused, *self.cast.refused[before:]):
            self.refuse(reason, window.first)
        self.candidates += self.claims(reader, claims)

    def claims(
        self, reader: ClaimReader, told: Sequence[object]
    ) -> Iterator[ClaimCandidate]:
        """The candidates of one answer; the others are refused with their reasons."""
        for one in told:
            try:
                yield reader.candidate(one)
            except NotTaken as error:
                number = sentence_of(one) if is_map(one) else 0
                relation = words(one.get("relation"), 40) if is_map(one) else None
                self.refuse(str(error), number, relation or "")

    def refuse(self, reason: str, sentence: int = 0, relation: str = "") -> None:
        """Keep why something is not taken, with the line of its sentence."""
        found = self.text.sentences.get(sentence)
        start = found.span.start if found is not None else 0
        line = line_numbers(self.article.text or "", [start])[0]
        self.refused.append(Refusal(line, self.producer, relation, reason))

    def note_missing(self, answers: Sequence[ModelAnswer]) -> None:
        """Say which parts of an article that was asked about have no answer."""
        answered = {one.window for one in answers}
        for number in self.windows.keys() - answered if answers else ():
            self.refuse(f"part {number} has no answer", self.windows[number].first)
