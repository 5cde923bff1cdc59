"""Words of a sentence that tell of an attack."""

from dataclasses import dataclass

from claimgraph.extraction.words.tokens import WordToken
from claimgraph.model import TextSpan


@dataclass(frozen=True, slots=True)
class Deed:
    """Words that tell of an attack in the sentence of a number.

    `several` tells that a noun is of more than one, `lasting` that it is of what goes
    on for long, `by_year` that a year tells which it is; `back` that it only means what
    was told of before, `going_on` that a verb may do so and `onto_known`
    that whom it was done to was told of, `fresh` that it does not,
    `indefinite` that it tells what somebody new does and `of_new`
    what was done to somebody new; `often` that it was done more
    than once; `willed` that nothing of the kind has happened, and `tried` that somebody
    set about it; `charged` that it is what somebody is charged with.
    """

    number: int
    span: TextSpan
    kind: str | None
    noun: bool
    definite: bool = False
    several: bool = False
    lasting: bool = False
    by_year: bool = False
    back: bool = False
    willed: bool = False
    tried: bool = False
    charged: bool = False
    going_on: bool = False
    onto_known: bool = False
    often: bool = False
    fresh: bool = False
    indefinite: bool = False
    of_new: bool = False
    # where the words of its phrase begin
    begins: int = 0
    # how many of those told of before a noun means: both attacks
    count: int = 0
    # names and weapons before the noun
    called: str = ""
    word: str = ""

    @property
    def unmade(self) -> bool:
        """Whether nobody so much as set about it."""
        return self.willed and not self.tried


def span_of(token: WordToken) -> TextSpan:
    """The place of a word without a possessive 's."""
    return TextSpan(token.start, token.bare_end)
