"""A passage of the article, marked by keys or with the mouse."""

import re
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input, Static

from claimgraph.api.review_cards import Marks
from claimgraph.cli.screen.article_view import ArticleView
from claimgraph.cli.screen.wrapping import SENTENCE_END
from claimgraph.model import TextSpan

KEYS = (
    "arrows move, Space begins (or shift with arrows), . to the end of the sentence, "
    "/ looks for words, Enter takes, Esc leaves"
)


class MarkScreen(Screen[TextSpan | None]):
    """The article with a cursor; ends with the marked passage, or None."""

    DEFAULT_CSS = """
    MarkScreen .bar { background: $accent; color: $text; padding: 0 1; height: auto; }
    MarkScreen Input { height: 1; display: none; }
    MarkScreen Input, MarkScreen Input:focus { border: none; }
    MarkScreen Input.open { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "move(1)", priority=False),
        Binding("left,h", "move(-1)"),
        Binding("down,j", "lines(1)"),
        Binding("up,k", "lines(-1)"),
        Binding("pagedown", "lines(10)"),
        Binding("pageup", "lines(-10)"),
        Binding("shift+right", "extend(1)"),
        Binding("shift+left", "extend(-1)"),
        Binding("space,v", "begin"),
        Binding("tab", "other_end"),
        Binding("full_stop", "sentence"),
        Binding("slash", "find"),
        Binding("n", "again"),
        Binding("enter", "take"),
        Binding("escape", "leave"),
    ]

    def __init__(
        self, title: str, text: str, marks: Marks, span: TextSpan, *, whole: bool
    ) -> None:
        super().__init__()
        self.asked, self.text, self.marks = title, text, marks
        self.span, self.whole, self.sought = span, whole, ""

    def compose(self) -> ComposeResult:
        yield Static(Text(self.asked, style="bold"), classes="bar")
        yield ArticleView(self.text, self.marks)
        yield Input(placeholder="words to look for; Enter goes there")
        yield Static(Text(KEYS), classes="bar")

    def on_mount(self) -> None:
        """Puts the cursor where the passage may be."""
        view = self.view
        view.focus()
        self.call_after_refresh(self.start)

    def start(self) -> None:
        """Marks what is marked at first."""
        self.view.begin(self.span.start, self.span.end if self.whole else None)

    @property
    def view(self) -> ArticleView:
        """The article."""
        return self.query_one(ArticleView)

    def action_move(self, words: int) -> None:
        """Moves the cursor, which is one end of what is marked."""
        self.view.move(words)

    def action_extend(self, words: int) -> None:
        """Begins to mark where nothing is marked, and moves."""
        if self.view.first_word is None:
            self.view.first_word = self.view.cursor
        self.view.move(words)

    def action_lines(self, lines: int) -> None:
        """Moves the cursor by lines."""
        self.view.move_lines(lines)

    def action_begin(self) -> None:
        """Begins to mark at the cursor, or marks nothing any more."""
        self.view.first_word = (
            None if self.view.first_word is not None else self.view.cursor
        )
        self.view.refresh()

    def action_other_end(self) -> None:
        """Moves the other end from now on."""
        view = self.view
        if view.first_word is not None and view.cursor is not None:
            view.first_word, view.cursor = view.cursor, view.first_word

    def action_sentence(self) -> None:
        """Marks up to the end of the sentence."""
        view = self.view
        marked = view.marked()
        if marked is None or view.cursor is None:
            return
        view.first_word = view.cursor if view.first_word is None else view.first_word
        found = SENTENCE_END.search(self.text, marked.end)
        end = found.start() if found else len(self.text)
        view.cursor = max(view.word_at(max(end - 1, marked.start)), view.cursor)

    def action_find(self) -> None:
        """Asks for words to go to."""
        field = self.query_one(Input)
        field.add_class("open")
        field.value = ""
        field.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Goes to the next place of the words."""
        event.input.remove_class("open")
        self.view.focus()
        self.sought = event.value.strip()
        self.action_again()

    def action_again(self) -> None:
        """Goes to the next place of what was looked for last."""
        view = self.view
        if not self.sought or view.cursor is None:
            return
        here = view.words[view.cursor].end
        found = self.place_from(here)
        found = self.place_from(0) if found is None else found
        if found is None:
            self.notify(f"“{self.sought}” does not stand in this article")
            return
        view.cursor = view.word_at(found)

    def place_from(self, start: int) -> int | None:
        """Where the words stand next, from an offset on."""
        pattern = re.compile(re.escape(self.sought), re.IGNORECASE)
        found = pattern.search(self.text, start)
        return None if found is None else found.start()

    def action_take(self) -> None:
        """Ends with what is marked, or with the word under the cursor."""
        self.dismiss(self.view.marked())

    def action_leave(self) -> None:
        """Ends with nothing; closes the line to type into first."""
        field = self.query_one(Input)
        if field.has_class("open"):
            field.remove_class("open")
            self.view.focus()
        else:
            self.dismiss(None)
