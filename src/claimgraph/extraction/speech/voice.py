"""A speaker by the words of a sentence, before it is known who that is."""

from dataclasses import dataclass

from claimgraph.model import Medium, Stance, TextSpan


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker before it is known who that is.

    `words` are the heads of the phrases that name it, none where nobody is named. `cue`
    is the passage that marks it. `content`: a noun tells what it said, "its statement".
    `listeners` were told it.
    """

    words: tuple[int, ...]
    cue: TextSpan
    stance: Stance | None = None
    medium: Medium | None = None
    content: bool = False
    listeners: tuple[int, ...] = ()

    @property
    def hidden(self) -> bool:
        """Whether the sentence hides who speaks: is accused of."""
        return not self.words
