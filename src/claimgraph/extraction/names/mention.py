"""What passes between the stages that find who is spoken of."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from claimgraph.extraction.words.tokens import WordToken, tokens_of
from claimgraph.ids import id_prefix
from claimgraph.model import Entity, TextSpan

# of so many words that are long enough most begin with a capital in a title
TITLE_WORDS, LONG_WORD = 4, 4
TITLE_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or describe somebody, without an article before them.

    `others` has who else may be meant by the same name in another place of a claim: the
    country beside the state.
    """

    span: TextSpan
    entity: Entity
    known: bool
    others: tuple[Entity, ...] = ()

    @property
    def prefix(self) -> str:
        """What the id of the entity begins with: its type."""
        return id_prefix(self.entity.id)

    def of_type(self, prefixes: Sequence[str]) -> Entity | None:
        """Who of some types is meant; None where nobody is."""
        everybody = (self.entity, *self.others)
        found = (one for one in everybody if id_prefix(one.id) in prefixes)
        return next(found, None)


@dataclass(frozen=True)
class SpokenSentence:
    """A sentence with its words."""

    text: str
    span: TextSpan

    @cached_property
    def tokens(self) -> list[WordToken]:
        """Its words, in order."""
        return tokens_of(self.text, self.span)

    @cached_property
    def words(self) -> str:
        """The sentence itself."""
        return self.text[self.span.start : self.span.end]

    @cached_property
    def in_capitals(self) -> bool:
        """Whether all its letters are capitals, so that case tells nothing."""
        return self.words.isupper() and len(self.words) > TITLE_WORDS

    @cached_property
    def is_title(self) -> bool:
        """Whether most of its longer words begin with a capital, as in headlines."""
        long = [one for one in self.tokens if len(one.text) >= LONG_WORD]
        if len(long) < TITLE_WORDS or self.words.endswith((".", '."')):
            return False
        return sum(one.is_capital for one in long) >= TITLE_SHARE * len(long)

    @cached_property
    def is_heading(self) -> bool:
        """Whether it is a line that is a title, or a part of one."""
        ends = (".", '."', ".'", "!", "?", ";", ",", ":", '"', ")")
        return self.is_title or not self.words.endswith(ends)
