"""The screen of a review: article, claim, and one key for each decision."""

from collections.abc import Callable
from contextlib import suppress
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.widgets import Static

from claimgraph.api.review_lists import PickLine
from claimgraph.api.reviewing import (
    Narrowing,
    Proposed,
    QueueFilter,
    Review,
    ReviewStep,
)
from claimgraph.cli.screen.article_view import NO_MARKS, ArticleView
from claimgraph.cli.screen.asking import ClaimQuestions
from claimgraph.cli.screen.claim_card import ClaimCard
from claimgraph.cli.screen.claim_form import ClaimForm
from claimgraph.cli.screen.help import HelpScreen, keys_text
from claimgraph.cli.screen.picker import Picker
from claimgraph.cli.screen.speakers import ask_speaker
from claimgraph.cli.screen.walk import Walk
from claimgraph.errors import ClaimgraphError, GateError, number_of
from claimgraph.model import Claim, TextSpan
from claimgraph.safe_text import on_one_line


class ReviewApp(App[None]):
    """Shows one proposal after the other, and writes what is decided at once."""

    TITLE = "claimgraph review"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    CSS = """
    #top { height: 1; background: $primary-darken-2; color: $text; padding: 0 1; }
    #keys { height: 1; background: $panel; padding: 0 1; }
    #body { height: 1fr; }
    #side { background: $surface; scrollbar-size-vertical: 1; }
    .-narrow #body { layout: vertical; }
    .-narrow ArticleView { height: 1fr; }
    .-narrow #side { height: auto; max-height: 50%; border-top: solid $accent; }
    .-wide #body { layout: horizontal; }
    .-wide ArticleView { width: 1fr; }
    .-wide #side { width: 46; height: 1fr; border-left: solid $accent; }
    ToastRack { dock: top; align: right top; margin-top: 1; margin-bottom: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,enter", "decide('accept')"),
        Binding("r", "decide('reject')"),
        Binding("e", "edit"),
        Binding("s,right,space", "go(1)"),
        Binding("left", "go(-1)"),
        Binding("u", "undo"),
        Binding("A", "accept_all"),
        Binding("m,plus", "add"),
        Binding("f", "filter"),
        Binding("F", "show_all"),
        Binding("h", "show_hidden"),
        Binding("up,k", "scroll(-1)"),
        Binding("down,j", "scroll(1)"),
        Binding("pageup", "scroll(-10)"),
        Binding("pagedown", "scroll(10)"),
        Binding("question_mark", "help"),
        Binding("q,ctrl+c,ctrl+q", "quit", priority=False),
    ]

    def __init__(self, review: Review, shown: QueueFilter) -> None:
        super().__init__()
        self.review = review
        self.walk = Walk(review, shown)

    def compose(self) -> ComposeResult:
        yield Static(id="top")
        with Container(id="body"):
            yield ArticleView()
            with VerticalScroll(id="side", can_focus=False):
                yield ClaimCard()
        yield Static(keys_text(), id="keys")

    def on_mount(self) -> None:
        """Shows the first proposal, and reads the names meanwhile."""
        self.query_one(ArticleView).focus()
        self.show()
        self.read_names()

    @work(thread=True)
    def read_names(self) -> None:
        """Reads who is known by name, so that the first list comes at once."""
        # what is wrong there is told when a list is wanted
        with suppress(ClaimgraphError):
            self.review.all_names()

    def show(self) -> None:
        """Shows the proposal at hand."""
        for told in self.walk.refresh():
            self.say(told)
        one = self.walk.current
        view, card = self.query_one(ArticleView), self.query_one(ClaimCard)
        if one is None:
            view.put("", NO_MARKS)
            card.put(None, self.walk.empty_words())
        else:
            article = self.review.article(one.claim.article)
            view.put(article.text or "", self.review.marks(one.claim))
            card.put(self.review.card(one), "")
        self.walk.pace.begin()
        self.query_one("#side").scroll_home(animate=False)
        self.query_one("#top", Static).update(self.top_text(one))

    def top_text(self, one: Proposed | None) -> Text:
        """Where the reviewer is."""
        text = Text(self.walk.place_words(), style="bold", no_wrap=True)
        text.overflow = "ellipsis"
        if one is not None:
            title = self.review.article(one.claim.article).title
            text.append(f"  {on_one_line(title)}", style="not bold")
        return text

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Tells something in passing."""
        words = on_one_line(words)
        if wrong:
            self.notify(words, severity="error", timeout=8, markup=False)
        else:
            self.notify(words, timeout=3, markup=False)

    def attempt(self, act: Callable[[], ReviewStep | None]) -> ReviewStep | None:
        """Does something that writes; what forbids it is told."""
        try:
            return act()
        except GateError as error:
            reasons = dict.fromkeys(one.reason for one in error.problems)
            self.say("; ".join(reasons), wrong=True)
        except ClaimgraphError as error:
            self.say(error.message, wrong=True)
        return None

    def action_decide(self, word: str) -> None:
        """Accepts or rejects the claim at hand, and goes on."""
        one = self.walk.current
        if one is None:
            return
        claim = one.claim
        if word == "accept":
            wrong = self.review.problems(claim)
            if wrong:
                self.say(f"cannot be accepted as it is: {'; '.join(wrong)}", wrong=True)
                return
            step = self.attempt(lambda: self.review.accept(claim))
        else:
            step = self.attempt(lambda: self.review.reject(claim))
        if step is not None:
            self.walk.pace.decided()
        self.show()

    def action_go(self, steps: int) -> None:
        """Goes to the next proposal, or back."""
        self.walk.go(steps)
        self.show()

    def action_undo(self) -> None:
        """Takes the last step back, and goes to what waits again."""
        if not self.review.desk.steps:
            self.say("nothing was decided in this session")
            return
        step = self.attempt(self.review.undo)
        self.walk.rebuild(step.claims if step else ())
        if step is not None:
            self.say(f"taken back: {step.words}")
        self.show()

    def action_accept_all(self) -> None:
        """Accepts all that are shown of the rule at hand."""
        one = self.walk.current
        if one is None:
            return
        listed, producer = self.walk.listed, one.producer
        step = self.attempt(lambda: self.review.accept_all(listed, producer))
        self.walk.rebuild()
        if step is not None:
            self.say(f"{step.words} of {producer}; u takes that back")
        self.show()

    @work
    async def action_filter(self) -> None:
        """Asks what is to be shown, and shows no more."""
        choices = self.review.choices(self.walk.shown)
        options = [
            PickLine(
                str(number),
                choice_words(one),
                number_of(one.number, "claim"),
            )
            for number, one in enumerate(choices)
        ]
        picked = await self.push_screen_wait(Picker("Show only", options))
        if picked is not None:
            choice = choices[int(picked.value)]
            self.walk.narrow(choice.kind, choice.word)
            self.show()

    def action_show_all(self) -> None:
        """Shows all proposals again."""
        self.walk.narrow()
        self.show()

    def action_show_hidden(self) -> None:
        """Shows also what unsure rules propose, or hides that again."""
        self.walk.toggle_hidden()
        self.show()

    def action_scroll(self, lines: int) -> None:
        """Scrolls the article."""
        view = self.query_one(ArticleView)
        view.scroll_relative(y=lines, animate=False)

    def action_help(self) -> None:
        """Shows the keys."""
        self.push_screen(HelpScreen())

    @work
    async def action_edit(self) -> None:
        """Changes the claim at hand, and writes it where that is wanted."""
        one = self.walk.current
        if one is None:
            return
        claim = one.claim
        ask = self.questions(claim)
        if ask is None:
            return
        form = ClaimForm("Change what is wrong", ask, lambda: self.told(ask))
        if await self.push_screen_wait(form):
            step = self.attempt(lambda: self.review.correct(claim, ask.draft))
            if step is not None:
                self.walk.pace.decided()
                self.say(step.words)
            self.show()

    @work
    async def action_add(self) -> None:
        """Adds a claim that nobody proposed."""
        one = self.walk.current or self.walk.last
        stem = one.claim.article if one else self.walk.any_article()
        marks = self.review.marks(one.claim) if one else NO_MARKS
        near = marks.quote or TextSpan(0, 0)
        try:
            draft = self.review.new_draft(stem)
        except ClaimgraphError as error:
            self.say(error.message, wrong=True)
            return
        ask = ClaimQuestions(self, draft, marks, near)
        questions = (
            *(ask.quote, ask.kind_of_claim, ask.subject, ask.other_end),
            ask.whether_so,
        )
        for question in questions:
            if not await question():
                self.say("nothing was added")
                return
        if not await ask_speaker(ask, relays=False):
            self.say("nothing was added")
            return
        form = ClaimForm("Add this claim", ask, lambda: self.told(ask))
        if await self.push_screen_wait(form):
            step = self.attempt(lambda: self.review.add(draft))
            if step is not None:
                self.say(step.words)
            self.show()

    def questions(self, claim: Claim) -> ClaimQuestions | None:
        """The questions about a proposal; None where it waits no more."""
        try:
            draft = self.review.draft_of(claim)
        except ClaimgraphError as error:
            self.say(error.message, wrong=True)
            return None
        marks = self.review.marks(claim)
        return ClaimQuestions(self, draft, marks, marks.quote or TextSpan(0, 0))

    def told(self, ask: ClaimQuestions) -> str:
        """A draft as a sentence."""
        return self.review.draft_sentence(ask.draft)


def choice_words(one: Narrowing) -> str:
    """By what the queue is lines_with, in words."""
    word = on_one_line(one.word)
    return word if one.kind == "rule" else f"{one.kind} {word}"
