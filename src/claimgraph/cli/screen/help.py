"""Which keys there are, and what the colours mean."""

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

BAR = (
    ("a", "ccept"),
    ("r", "eject"),
    ("e", "dit"),
    ("s", "kip"),
    ("u", "ndo"),
    ("A", " all of rule"),
    ("m", "issed"),
    ("f", "ilter"),
    ("?", " help"),
    ("q", "uit"),
)
HELP = (
    ("a", "accept: you stand by the claim as it is"),
    ("r", "reject: it stays in its file, and is not proposed again"),
    ("e", "edit: change what is wrong, then w writes it"),
    ("s, right", "skip, and decide later; left goes back"),
    ("u", "undo the last decision of this session, then the one before"),
    ("A", "accept all that are shown of this rule; u takes it back"),
    ("m", "add a claim that was missed: mark its words, then choose"),
    ("f, F", "show only a rule, producer, relation or article; F: all"),
    ("h", "show what mostly rejected rules propose, or hide it again"),
    ("up, down", "scroll the article; PgUp and PgDn by pages"),
    ("q", "quit: all is written; the next review goes on from there"),
    ("", ""),
    ("yellow", "the quote; underlined: the words that show who speaks"),
    ("green", "quotes of accepted claims; dim: comments, adverts, menus"),
    ("", ""),
)
ORDER = (
    "First come claims that rules and a model agree on, then those of whoever was "
    "right most often: (accepted + 1) / (accepted + rejected + 2), hidden below 0.5."
)


class HelpScreen(ModalScreen[None]):
    """The keys; any key closes it."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > VerticalScroll {
        width: 96%; max-width: 90; height: auto; max-height: 96%;
        border: round $accent; background: $surface; padding: 0 1;
    }
    """

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(help_text())

    def on_key(self, event: events.Key) -> None:
        """Closes it, but for the keys that scroll."""
        if event.key not in ("up", "down", "pageup", "pagedown"):
            event.stop()
            self.dismiss(None)


def help_text() -> Group:
    """The whole help, the keys in a column of their own."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    for key, meaning in HELP:
        table.add_row(Text(key), Text(meaning))
    return Group(table, Text(ORDER))


def keys_text() -> Text:
    """The keys, on one line of eighty columns."""
    text = Text(no_wrap=True, overflow="ellipsis")
    for number, (key, rest) in enumerate(BAR):
        text.append(key if not number else f"  {key}", style="bold")
        text.append(rest, style="dim")
    return text
