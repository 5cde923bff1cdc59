"""The way of a reviewer through the queue: its order stays while one walks."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from claimgraph.api.reviewing import Proposed, QueueFilter, Review
from claimgraph.cli.screen.pace import Pace
from claimgraph.errors import number_of
from claimgraph.reviewing.ledger import HitRate
from claimgraph.safe_text import on_one_line


@dataclass(slots=True)
class Walk:
    """What is shown, what is at hand, and how many are hidden.

    `last` is what was at hand before all was decided. `open` are ids of what is not
    hidden, whatever is decided while one walks.
    """

    review: Review
    shown: QueueFilter
    listed: list[Proposed] = field(default_factory=list[Proposed])
    at: int = 0
    hidden: int = 0
    ranks: dict[str, int] = field(default_factory=dict[str, int])
    last: Proposed | None = None
    open: frozenset[str] = frozenset()
    pace: Pace = field(default_factory=Pace)

    def __post_init__(self) -> None:
        found = self.review.queue(QueueFilter()).proposed
        self.open = frozenset(one.claim.id for one in found)
        self.rebuild()

    @property
    def current(self) -> Proposed | None:
        """The proposal at hand."""
        return self.listed[self.at] if self.at < len(self.listed) else None

    def rebuild(self, aim: Collection[str] = ()) -> None:
        """Takes the queue anew, in the order of before; goes to the claim aimed at."""
        found = self.review.queue(replace(self.shown, hidden=True)).proposed
        taken = [one for one in found if self.shown.hidden or self.is_open(one)]
        self.hidden = len(found) - len(taken)
        for one in taken:
            self.ranks.setdefault(one.claim.id, len(self.ranks))
        held = self.current
        self.listed = sorted(taken, key=lambda one: self.ranks[one.claim.id])
        wanted = set(aim) or ({held.claim.id} if held else set[str]())
        places = [n for n, one in enumerate(self.listed) if one.claim.id in wanted]
        self.at = places[0] if places else min(self.at, max(len(self.listed) - 1, 0))

    def is_open(self, one: Proposed) -> bool:
        """Whether a proposal is looked at without being asked for."""
        return one.claim.id in self.open or not one.is_hidden

    def refresh(self) -> list[str]:
        """Drops what was decided; tells of what others decided meanwhile."""
        told: list[str] = []
        while (one := self.current) is not None:
            self.last = one
            now = self.review.desk.reread(one.claim.article).claim(one.claim.id)
            if now is not None and now.review == "proposed":
                # where it stands may have changed, and how often its producer was right
                score = self.review.desk.scores().get(one.producer, HitRate())
                self.listed[self.at] = replace(one, claim=now, score=score)
                break
            if not self.is_mine(one.claim.id):
                told.append(
                    "somebody else decided or changed the next one: passed over"
                )
            del self.listed[self.at]
            if self.at >= len(self.listed):
                self.at = 0
        return told[:1]

    def is_mine(self, claim_id: str) -> bool:
        """Whether this session decided about a claim."""
        return any(claim_id in step.claims for step in self.review.desk.steps)

    def go(self, steps: int) -> None:
        """Goes on or back; behind the last comes the first."""
        if self.listed:
            self.at = (self.at + steps) % len(self.listed)

    def narrow(self, kind: str = "", word: str = "") -> None:
        """Shows only what has a word; all again without one."""
        hidden = self.shown.hidden
        if kind:
            words = {**self.words(), kind: word}
            self.shown = QueueFilter(hidden=hidden, **words)
        else:
            self.shown = QueueFilter(hidden=hidden)
        self.at = 0
        self.rebuild()

    def words(self) -> dict[str, str]:
        """By what the queue is lines_with now."""
        shown = self.shown
        return {
            "rule": shown.rule,
            "producer": shown.producer,
            "relation": shown.relation,
            "article": shown.article,
        }

    def toggle_hidden(self) -> None:
        """Shows also what unsure rules propose, or hides that again."""
        self.shown = replace(self.shown, hidden=not self.shown.hidden)
        self.rebuild()

    def place_words(self) -> str:
        """Where in the queue this is."""
        words = on_one_line(self.shown.words)
        only = f", only {words}" if words else ""
        hidden = f", {self.hidden} hidden (h)" if self.hidden else ""
        if self.current is None:
            return f"nothing waits{only}{hidden}"
        time_left = self.pace.left_words(len(self.listed))
        left = f", {time_left}" if time_left else ""
        return f"{self.at + 1} of {len(self.listed)}{left}{only}{hidden}"

    def empty_words(self) -> str:
        """Why there is nothing to decide, and what can be done."""
        lines = ["Nothing waits for a decision here."]
        if told := self.pace.told():
            lines.append(f"{told}.")
        if self.shown.words:
            words = on_one_line(self.shown.words)
            lines.append(f"Only {words} is shown: F shows all.")
        if self.hidden:
            count = number_of(self.hidden, "proposal")
            lines.append(f"{count} of rules that were mostly rejected: h shows them.")
        lines.append("u takes the last decision back, q quits.")
        return "\n".join(lines)

    def any_article(self) -> str:
        """The first article of the corpus."""
        return next(iter(self.review.desk.files))
