"""Lists to pick from by typing a part, and lines to type into."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option as Line

from claimgraph.api.review_lists import PickLine, lines_with

# as many lines as anybody looks through
MOST = 100
MOVES = {
    **{one: f"cursor_{one}" for one in ("down", "up")},
    **{one.replace("_", ""): one for one in ("page_down", "page_up")},
}
BOX = """
{name} {{ align: center middle; }}
{name} > Vertical {{
    width: 90%; max-width: 90; height: auto; max-height: 90%;
    border: round $accent; background: $surface; padding: 0 1;
}}
{name} OptionList {{ height: auto; max-height: 14; border: none; padding: 0; }}
{name} OptionList:focus {{ border: none; }}
{name} Input, {name} Input:focus {{ border: none; height: 1; padding: 0; margin: 0; }}
{name} .title {{ text-style: bold; }}
{name} .note {{ color: $text-muted; }}
{name} .wrong {{ color: $error; }}
"""


@dataclass(frozen=True, slots=True)
class Picked:
    """What was picked: a line of the list, or a new entity of a type."""

    value: str
    new_prefix: str = ""


class Picker(ModalScreen[Picked | None]):
    """A list that gets shorter while one types; Enter takes the line, Esc none.

    `prefixes` are the types of which a new entity may be made of what was typed.
    """

    DEFAULT_CSS = BOX.format(name="Picker")

    def __init__(
        self, title: str, options: Sequence[PickLine], prefixes: Collection[str] = ()
    ) -> None:
        super().__init__()
        self.asked, self.options = title, options
        self.prefixes = prefixes
        self.lines: list[Picked] = []

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Text(self.asked), classes="title")
            yield Input(placeholder="type a part; up and down choose, Enter takes")
            yield OptionList()

    def on_mount(self) -> None:
        """Shows the whole list, and waits for typing."""
        self.narrow("")
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrows the list."""
        self.narrow(event.value)

    def narrow(self, typed: str) -> None:
        """Shows the lines that hold what was typed."""
        found = lines_with(self.options, typed, MOST)
        shown = [line_text(one) for one in found]
        self.lines = [Picked(one.value) for one in found]
        name = typed.strip()
        if name:
            for prefix in self.prefixes:
                self.lines.append(Picked(name, prefix))
                shown.append(Text(f"new {prefix}: “{name}”", style="italic"))
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options([Line(one) for one in shown])
        listed.highlighted = 0 if shown else None

    async def on_key(self, event: events.Key) -> None:
        """Up and down move in the list while one types."""
        listed = self.query_one(OptionList)
        if event.key in MOVES:
            event.stop()
            await listed.run_action(MOVES[event.key])
        elif event.key == "escape":
            event.stop()
            self.dismiss(None)

    def on_input_submitted(self) -> None:
        """Takes the line that is marked."""
        self.take(self.query_one(OptionList).highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Takes the line that was clicked."""
        self.take(event.option_index)

    def take(self, number: int | None) -> None:
        """Ends with a line."""
        if number is not None and number < len(self.lines):
            self.dismiss(self.lines[number])


def line_text(one: PickLine) -> Text:
    """A line of a list, its hint dim."""
    text = Text(one.shown or "(none)", no_wrap=True, overflow="ellipsis")
    if one.hint:
        text.append(f"  {one.hint}", style="dim")
    return text


class TypedLine(ModalScreen[str | None]):
    """A line to type into; Enter takes it where nothing is wrong with it."""

    DEFAULT_CSS = BOX.format(name="TypedLine")

    def __init__(
        self,
        title: str,
        note: str,
        value: str,
        check: Callable[[str], list[str]],
    ) -> None:
        super().__init__()
        self.asked, self.note, self.value, self.check = title, note, value, check

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Text(self.asked), classes="title")
            yield Input(value=self.value)
            yield Static(Text(self.note), classes="note")
            yield Static("", classes="wrong")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Takes what was typed, or says why it cannot be."""
        wrong = self.check(event.value.strip())
        if wrong:
            self.query_one(".wrong", Static).update(Text("; ".join(wrong)))
        else:
            self.dismiss(event.value.strip())

    def on_key(self, event: events.Key) -> None:
        """Esc leaves all as it was."""
        if event.key == "escape":
            event.stop()
            self.dismiss(None)
