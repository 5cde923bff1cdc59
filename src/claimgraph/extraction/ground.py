"""What the rules stand on: the sentences of an article with all found in them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimgraph.extraction.attacks.attacks import Attacks, attacks_in
from claimgraph.extraction.candidates import Member
from claimgraph.extraction.dates.dates import DateMention, dates_in
from claimgraph.extraction.known import Known
from claimgraph.extraction.meaning.coalitions import with_coalitions
from claimgraph.extraction.names.armies import with_states
from claimgraph.extraction.names.mention import Mention, SpokenSentence
from claimgraph.extraction.names.mentions import mentions_of
from claimgraph.extraction.names.nations import with_nations
from claimgraph.extraction.names.rebellions import with_rebels
from claimgraph.extraction.names.seats import with_seats
from claimgraph.extraction.text.capitals import is_in_capitals, restored_case
from claimgraph.extraction.text.normalise import working_text
from claimgraph.extraction.text.sentences import sentences
from claimgraph.extraction.text.zones import speaking_lines
from claimgraph.model import Article, Entity, TextSpan


@dataclass(frozen=True, slots=True)
class Ground:
    """One article as the rules read it; all places are those of the raw text.

    `text` is the working text, `passages` its sentences in zones that speak.
    """

    text: str
    passages: Sequence[SpokenSentence]
    mentions: Sequence[Mention]
    dates: Sequence[DateMention]
    attacks: Attacks

    def cast(self) -> dict[str, Member]:
        """All who are spoken of, and all attacks, by their ids."""
        places: dict[str, list[TextSpan]] = defaultdict(list)
        whose: dict[str, tuple[Entity, bool]] = {}
        for one in self.mentions:
            for entity in (one.entity, *one.others):
                places[entity.id].append(one.span)
                whose[entity.id] = (entity, one.known)
        members: Mapping[str, Member] = {
            key: Member(entity=entity, known=known, mentions=tuple(places[key]))
            for key, (entity, known) in whose.items()
        }
        return {**members, **self.attacks.members}


def ground_of(article: Article, known: Known) -> Ground:
    """An article read up to who and what its sentences speak of."""
    text = working_text(article.text or "")
    if is_in_capitals(text):
        names = (name for one in known.entities.values() for name in one.names)
        text = restored_case(text, names)
    spans = sentences(text, speaking_lines(article))
    passages = [SpokenSentence(text, one) for one in spans]
    found = mentions_of(text, passages, known, article.id)
    named = with_rebels(text, passages, with_seats(text, found, known), known)
    nations = with_nations(passages, named, known)
    mentions = with_states(with_coalitions(text, nations), known)
    dates = outside(dates_in(text, spans, article.published), mentions)
    attacks = attacks_in(passages, mentions, dates, known)
    return Ground(text, passages, mentions, dates, attacks)


def outside(
    dates: Sequence[DateMention], mentions: Sequence[Mention]
) -> list[DateMention]:
    """The dates that are no part of a name: not Sunday, of the Sunday Times."""
    named = [one.span for one in mentions if one.prefix in ("org", "group", "person")]
    starts = [one.start for one in named]
    found: list[DateMention] = []
    for one in dates:
        at = bisect_right(starts, one.span.start) - 1
        if at < 0 or named[at].end < one.span.end:
            found.append(one)
    return found
