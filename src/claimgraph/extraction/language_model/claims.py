"""The claims of an answer as candidates: words by their places, people by their ids."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimgraph.characters import LONGEST_QUOTE
from claimgraph.extraction.candidates import UNSPECIFIED, ClaimCandidate, Speaker
from claimgraph.extraction.language_model.places import CopiedWords
from claimgraph.extraction.language_model.plain_forms import (
    FORM,
    NotTaken,
    below,
    copied_words,
    date_below,
    finer_below,
    flag_below,
    listed_below,
    listed_form,
    map_of,
    sentence_of,
    whole,
    word_below,
    words,
    words_below,
)
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
from claimgraph.schema import load_schema

# what a claim is where an answer says nothing of it
AFFIRMED: Polarity = "affirmed"
STATED: Modality = "stated"
NOBODY = "somebody of the claim is not in the cast, or not mentioned in the text"
NO_QUOTE = "the quote does not stand in its sentence, letter by letter"
HALF_REPLY = "replies: says not which claim is answered, or not how"
NO_CUE = "the cue of a speaker does not stand in the text"
CONTEXT = "the quote stands in the part before, of which no claims are asked"


@dataclass(frozen=True, slots=True)
class ClaimReader:
    """Reads the claims of one part: `ids` are those of its cast, by number.

    `publisher` is the article's own voice; quotes that begin before `first` are of the
    part before.
    """

    text: CopiedWords
    ids: Mapping[int, str]
    publisher: str
    published: str | None
    first: int
    part: int
    rule: str

    def candidate(self, said: object) -> ClaimCandidate:
        """The candidate that one claim is; NotTaken where it is none."""
        told = map_of(said)
        known = load_schema().relations
        relation = listed_form(words(told.get("relation")) or "", known)
        listed = known.get(relation)
        quote = self.quote(told)
        target, place = below(told, "object"), below(told, "place")
        thing = None if target is None else self.member(target)
        reply, how = self.reply(told)
        polarity = word_below(POLARITIES, told, "polarity") or AFFIRMED
        modality = word_below(MODALITIES, told, "modality") or STATED
        speakers = self.speakers(told, quote)
        if relation == OWN_WORD and polarity == "affirmed":
            speakers = with_claimant(speakers, thing)
        return ClaimCandidate(
            relation=relation,
            subject=self.member(below(told, "subject")),
            object=thing,
            value=value_of(told, relation, self.published),
            polarity=polarity,
            reason=word_below(REASONS, told, "reason"),
            modality=modality,
            kind=finer_below(told, "kind", listed.kinds if listed else ()),
            role=finer_below(told, "role", listed.roles if listed else ()),
            former=flag_below(told, "former"),
            place=None if place is None else self.member(place),
            speakers=speakers,
            quote=quote,
            valid=date_below(told, "valid", self.published),
            valid_words=words_below(told, "valid_words", LONGEST_QUOTE),
            note=words_below(told, "note", LONGEST_QUOTE),
            rule=self.rule,
            key=self.key(told, "id"),
            reply=reply,
            how=how,
        )

    def quote(self, told: Mapping[str, object]) -> TextSpan:
        """Where the quote stands."""
        said = copied_words(told.get("quote"), LONGEST_QUOTE)
        if said is None:
            raise NotTaken(FORM)
        found = self.text.quote(said, sentence_of(told))
        if found is None:
            raise NotTaken(NO_QUOTE)
        if found.start < self.first:
            raise NotTaken(CONTEXT)
        return found

    def member(self, said: object) -> str:
        """The id of a member of the cast, by its number."""
        number = whole(said)
        found = None if number is None else self.ids.get(number)
        if found is None:
            raise NotTaken(NOBODY)
        return found

    def speakers(
        self, told: Mapping[str, object], quote: TextSpan
    ) -> tuple[Speaker, ...]:
        """The speakers from the outside in, without the article's own voice."""
        listed = [self.speaker(one, quote) for one in listed_below(told, "speakers")]
        if listed and listed[0].holder == self.publisher:
            listed = listed[1:]
        return tuple(listed)

    def speaker(self, said: object, quote: TextSpan) -> Speaker:
        """One speaker: a member by its number, or 0 for one whom the text hides."""
        told = map_of({"who": said} if whole(said) is not None else said)
        cue = below(told, "cue")
        place = None
        if cue is not None:
            copied = copied_words(cue, LONGEST_QUOTE)
            place = self.text.cue(copied, quote) if copied else None
            if place is None:
                raise NotTaken(NO_CUE)
        who = told.get("who")
        return Speaker(
            holder=UNSPECIFIED if whole(who) == 0 else self.member(who),
            cue=place,
            stance=word_below(STANCES, told, "stance"),
            said=date_below(told, "said", self.published),
            medium=word_below(MEDIA, told, "medium"),
        )

    def reply(self, told: Mapping[str, object]) -> tuple[str | None, ReplyKind | None]:
        """Which claim of its part this one answers, and how."""
        said = below(told, "replies")
        if said is None:
            return None, None
        answer = map_of(said)
        how: ReplyKind | None = word_below(REPLIES, answer, "how")
        key = self.key(answer, "to")
        if key is None or how is None:
            raise NotTaken(HALF_REPLY)
        return key, how

    def key(self, told: Mapping[str, object], where: str) -> str | None:
        """The name of a claim among those of the whole article."""
        name = words_below(told, where)
        return f"{self.part}:{name}" if name else None


def with_claimant(
    speakers: tuple[Speaker, ...], claimant: str | None
) -> tuple[Speaker, ...]:
    """Speakers of whom the last takes responsibility, also where nobody listed him."""
    if claimant is None or (speakers and speakers[-1].holder == claimant):
        return speakers
    return (*speakers, Speaker(holder=claimant))
