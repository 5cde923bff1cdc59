"""The claims of an answer as candidates: words by their places, people by their ids."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from claimgraph.characters import LONGEST_QUOTE
from claimgraph.extraction.candidates import UNSPECIFIED, ClaimCandidate, Speaker
from claimgraph.extraction.language_model.entries import (
    copied_words,
    one_of,
    whole,
    words,
)
from claimgraph.extraction.language_model.json_texts import TWICE, entries
from claimgraph.extraction.language_model.places import CopiedWords
from claimgraph.extraction.language_model.values import value_of
from claimgraph.gate.finer import OWN_WORD
from claimgraph.model import (
    MEDIA,
    MODALITIES,
    POLARITIES,
    REASONS,
    REPLIES,
    STANCES,
    Modality,
    Polarity,
    ReplyKind,
    TextSpan,
)
from claimgraph.type_guards import is_map

T = TypeVar("T", bound=str)
NOBODY = "somebody of the claim is not in the cast, or not mentioned in the text"
FORM = "a claim has not the right form"
NO_QUOTE = "the quote does not stand in its sentence, letter by letter"
NO_CUE = "the cue of a speaker does not stand in the text"
CONTEXT = "the quote stands in the part before, of which no claims are asked"


class NotTaken(Exception):
    """Why a claim of an answer is not taken."""


@dataclass(frozen=True, slots=True)
class ClaimReader:
    """Reads the claims of one part: `ids` are those of its cast, by number.

    `publisher` is the article's own voice; quotes that begin before `first` are of the
    part before.
    """

    text: CopiedWords
    ids: Mapping[int, str]
    publisher: str
    first: int
    part: int
    rule: str

    def candidate(self, told: object) -> ClaimCandidate:
        """The candidate that one claim is; NotTaken where it is none."""
        if not is_map(told) or TWICE in told:
            raise NotTaken(FORM)
        relation = words(told.get("relation")) or ""
        quote = self.quote(told)
        target = told.get("object")
        thing = None if target is None else self.member(target)
        place = told.get("place")
        reply, how = self.reply(told)
        polarity: Polarity | None = word_below(POLARITIES, told, "polarity")
        modality: Modality | None = word_below(MODALITIES, told, "modality")
        return ClaimCandidate(
            relation=relation,
            subject=self.member(told.get("subject")),
            object=thing,
            value=value_of(told, relation),
            polarity=polarity or "affirmed",
            reason=word_below(REASONS, told, "reason"),
            modality=modality or "stated",
            kind=words(told.get("kind")),
            role=words(told.get("role")),
            former=told.get("former") is True,
            place=None if place is None else self.member(place),
            speakers=self.speakers(told, relation, thing, quote),
            quote=quote,
            valid=words(told.get("valid")),
            valid_words=words(told.get("valid_words")),
            note=words(told.get("note")),
            rule=self.rule,
            key=self.key(told.get("id")),
            reply=reply,
            how=how,
        )

    def quote(self, told: Mapping[str, object]) -> TextSpan:
        """Where the quote stands."""
        said = copied_words(told.get("quote"), LONGEST_QUOTE)
        number = whole(told.get("sentence"))
        if said is None or number is None:
            raise NotTaken(FORM)
        found = self.text.quote(said, number)
        if found is None:
            raise NotTaken(NO_QUOTE)
        if found.start < self.first:
            raise NotTaken(CONTEXT)
        return found

    def member(self, number: object) -> str:
        """The id of a member of the cast."""
        found = self.ids.get(whole(number) or 0)
        if found is None:
            raise NotTaken(NOBODY)
        return found

    def speakers(
        self,
        told: Mapping[str, object],
        relation: str,
        claimant: str | None,
        quote: TextSpan,
    ) -> tuple[Speaker, ...]:
        """The speakers from the outside in, without the article's own voice.

        Whoever takes responsibility speaks last, whether or not the answer repeats it.
        """
        listed = [self.speaker(one, quote) for one in entries(told.get("speakers"))]
        if listed and listed[0].holder == self.publisher:
            listed = listed[1:]
        last = listed[-1].holder if listed else None
        if relation == OWN_WORD and claimant is not None and last != claimant:
            listed.append(Speaker(holder=claimant))
        return tuple(listed)

    def speaker(self, told: object, quote: TextSpan) -> Speaker:
        """One speaker: a member by its number, or 0 for one whom the text hides."""
        told = {"who": told} if whole(told) is not None else told
        if not is_map(told) or TWICE in told:
            raise NotTaken(FORM)
        cue = told.get("cue")
        place = None
        if cue:
            said = copied_words(cue, LONGEST_QUOTE)
            place = self.text.cue(said, quote) if said else None
            if place is None:
                raise NotTaken(NO_CUE)
        who = told.get("who")
        hidden = whole(who) == 0
        return Speaker(
            holder=UNSPECIFIED if hidden else self.member(who),
            cue=place,
            stance=word_below(STANCES, told, "stance"),
            said=words(told.get("said")),
            medium=word_below(MEDIA, told, "medium"),
        )

    def reply(self, told: Mapping[str, object]) -> tuple[str | None, ReplyKind | None]:
        """Which claim of its part this one answers, and how."""
        said = told.get("replies")
        if not is_map(said) or TWICE in said:
            return None, None
        how: ReplyKind | None = word_below(REPLIES, said, "how")
        key = self.key(said.get("to"))
        return (key, how) if key and how else (None, None)

    def key(self, said: object) -> str | None:
        """The name of a claim among those of the whole article."""
        name = words(said)
        return f"{self.part}:{name}" if name else None


def word_below(listed: tuple[T, ...], told: Mapping[str, object], key: str) -> T | None:
    """The word of a closed list below a key; NotTaken where it is another word."""
    said = told.get(key)
    if said is None or said == "":
        return None
    found = one_of(listed, said)
    if found is None:
        shown = (words(said) or "something else")[:40]
        raise NotTaken(f"{key}: {shown} is unknown")
    return found
