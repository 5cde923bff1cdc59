"""What a person has answered so far, so that an answer can be changed later."""

from contextvars import ContextVar
from dataclasses import dataclass, field


class BackError(Exception):
    """The person goes back: the questions come again, with the answers so far."""


@dataclass(slots=True)
class Answer:
    """What was said to a question of a step, and whether it could not be taken."""

    step: str
    question: str
    text: str
    refused: bool = False


@dataclass(slots=True)
class Dialogue:
    """The answers of one run through the questions, and those of the run before.

    `before` are taken again without a word, up to the question that the person went
    back to; `later` are those behind it, taken again where their question comes.
    A step without a name is asked anew each time.
    """

    step: str = ""
    given: list[Answer] = field(default_factory=list[Answer])
    before: list[Answer] = field(default_factory=list[Answer])
    later: list[Answer] = field(default_factory=list[Answer])

    def former(self, question: str) -> tuple[str, bool] | None:
        """The answer of the run before, and whether the person should see it again."""
        if self.before:
            return self.before.pop(0).text, False
        for at, one in enumerate(self.later):
            if (one.step, one.question) == (self.step, question):
                del self.later[: at + 1]
                return one.text, True
        return None

    def take(self, question: str, text: str) -> None:
        """Keeps an answer."""
        self.given.append(Answer(self.step, question, text))

    def refuse(self) -> None:
        """Marks the last answer as one that could not be taken."""
        if self.given:
            self.given[-1].refused = True

    def steps(self) -> list[str]:
        """The steps that were answered, each once."""
        return [*dict.fromkeys(one.step for one in self.given if one.step)]

    def go_back(self) -> bool:
        """Goes back to the last answer that was taken; whether there is one."""
        taken = [at for at, one in enumerate(self.given) if not one.refused]
        if taken:
            self.begin_at(taken[-1])
        return bool(taken)

    def go_to(self, step: str) -> None:
        """Goes back to the first question of a step."""
        steps = [one.step for one in self.given]
        self.begin_at(steps.index(step))

    def begin_at(self, at: int) -> None:
        """Begins anew, with all answers before that one and those of later steps."""
        changed = self.given[at].step
        behind = [one for one in self.given[at + 1 :] if not one.refused]
        self.later = [
            one for one in (*behind, *self.later) if one.step not in ("", changed)
        ]
        self.before, self.given = self.given[:at], []


CURRENT: ContextVar[Dialogue] = ContextVar("dialogue")


def dialogue() -> Dialogue:
    """The dialogue that is going on; without one each question stands alone."""
    return CURRENT.get(None) or Dialogue()
