"""A claim key by key, with the gate's word on it; Enter changes one, w writes."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Line

from claimgraph.cli.screen.asking import DAYS, ClaimQuestions
from claimgraph.cli.screen.speakers import ask_speaker
from claimgraph.safe_text import on_one_line
from claimgraph.type_guards import is_list, is_map

USUAL = {"polarity": "affirmed", "modality": "stated", "chain": "the article itself"}
KEYS = "up and down choose, Enter changes; w writes it, Esc leaves all as it was"


@dataclass(frozen=True, slots=True)
class FormLine:
    """One key of the claim: what it is called, what it says, how it is asked for."""

    key: str
    label: str
    ask: Callable[[ClaimQuestions], Awaitable[bool]]


def form_lines(ask: ClaimQuestions) -> list[FormLine]:
    """The keys that such a claim may have."""
    relation = ask.relation
    lines = [
        FormLine("quote", "quote", ClaimQuestions.quote),
        FormLine("relation", "relation", ClaimQuestions.kind_of_claim),
        FormLine("subject", "A", ClaimQuestions.subject),
    ]
    if relation is not None:
        key = "object" if relation.value is None else "value"
        letter = "B" if relation.value is None else "N"
        lines.append(FormLine(key, letter, ClaimQuestions.other_end))
        for finer, words in (("kind", relation.kinds), ("role", relation.roles)):
            if words:
                lines.append(FormLine(finer, finer, asking_finer(finer, words)))
    lines.append(FormLine("chain", "who says it", asking_speakers))
    lines.append(
        FormLine("polarity", "said to be so", asking_word("polarity", "Is it so?"))
    )
    if ask.draft.keys.get("polarity") == "withheld":
        reason = asking_word("reason", "How is it withheld?")
        lines.append(FormLine("reason", "withheld how", reason))
    strength = asking_word("modality", "How strongly is it said?")
    lines.append(FormLine("modality", "how strongly", strength))
    lines.append(FormLine("valid", "when it held", asking_day))
    lines.append(FormLine("note", "note", asking_note))
    return lines


def asking_finer(
    key: str, words: tuple[str, ...]
) -> Callable[[ClaimQuestions], Awaitable[bool]]:
    """Asks for a finer word."""

    async def question(ask: ClaimQuestions) -> bool:
        return await ask.finer(key, words)

    return question


def asking_word(key: str, title: str) -> Callable[[ClaimQuestions], Awaitable[bool]]:
    """Asks for a word of a closed list."""

    async def question(ask: ClaimQuestions) -> bool:
        return await ask.word(key, title)

    return question


async def asking_speakers(ask: ClaimQuestions) -> bool:
    """Asks for the whole chain."""
    return await ask_speaker(ask, relays=True)


async def asking_day(ask: ClaimQuestions) -> bool:
    """Asks when it held."""
    return await ask.typed("valid", "When did it hold? (empty: unsaid)", DAYS)


async def asking_note(ask: ClaimQuestions) -> bool:
    """Asks for a note."""
    return await ask.typed("note", "Note", "for those who read the file after you")


def shown_value(ask: ClaimQuestions, key: str) -> str:
    """What a key says, for eyes."""
    held = ask.draft.keys.get(key)
    usual = {
        "polarity": "affirmed",
        "modality": "stated",
        "chain": "the article itself",
    }
    if held in (None, "", []):
        return usual.get(key, "")
    if key == "chain" and is_list(held):
        names = [entity_name(ask, one["holder"]) for one in held if is_map(one)]
        return " > ".join(names)
    if is_map(held):
        return ", ".join(f"{name} {one}" for name, one in held.items())
    return (
        entity_name(ask, held)
        if key in ("subject", "object")
        else on_one_line(str(held))
    )


def entity_name(ask: ClaimQuestions, entity_id: object) -> str:
    """The name of an entity of a draft."""
    entity = ask.draft.entities.get(str(entity_id))
    return on_one_line(str(entity_id) if entity is None else entity.name)


class ClaimForm(ModalScreen[bool]):
    """One claim; ends with whether it is to be written.

    `tell` gives the claim as a sentence.
    """

    DEFAULT_CSS = """
    ClaimForm { align: center middle; }
    ClaimForm > Vertical {
        width: 96%; max-width: 110; height: auto; max-height: 96%;
        border: round $accent; background: $surface; padding: 0 1;
    }
    ClaimForm OptionList { height: auto; max-height: 14; border: none; padding: 0; }
    ClaimForm OptionList:focus { border: none; }
    ClaimForm .wrong { color: $error; height: auto; max-height: 4; }
    ClaimForm .keys { color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w,a", "write"),
        Binding("escape", "leave"),
    ]

    def __init__(
        self, title: str, ask: ClaimQuestions, tell: Callable[[], str]
    ) -> None:
        super().__init__()
        self.asked, self.ask, self.tell = title, ask, tell
        self.lines: list[FormLine] = []

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Text(self.asked, style="bold"))
            yield Static("", classes="told")
            yield OptionList()
            yield Static("", classes="wrong")
            yield Static(Text(KEYS), classes="keys")

    def on_mount(self) -> None:
        """Shows the claim as it is."""
        self.show(0)

    def show(self, number: int) -> None:
        """Shows all keys, with one of them marked."""
        self.lines = form_lines(self.ask)
        listed = self.query_one(OptionList)
        listed.clear_options()
        for line in self.lines:
            text = Text(f"{line.label:<15}", style="dim", no_wrap=True)
            text.append(shown_value(self.ask, line.key), style="not dim")
            text.overflow = "ellipsis"
            listed.add_option(Line(text))
        listed.highlighted = min(number, len(self.lines) - 1)
        listed.focus()
        self.query_one(".told", Static).update(Text(self.tell(), style="italic"))
        reasons = [
            f"{one.key}: {one.reason}" if one.key else one.reason
            for one in self.ask.draft.problems()
        ]
        self.query_one(".wrong", Static).update(
            Text("\n".join(map(on_one_line, reasons)))
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Asks for a key anew."""
        self.change(event.option_index)

    @work
    async def change(self, number: int) -> None:
        """Asks for a key, and shows the claim then."""
        await self.lines[number].ask(self.ask)
        self.show(number)

    def action_write(self) -> None:
        """Ends with the claim, unless something is wrong with it."""
        wrong = self.ask.draft.problems()
        if wrong:
            self.ask.refuse([f"{one.key}: {one.reason}" for one in wrong])
        else:
            self.dismiss(True)

    def action_leave(self) -> None:
        """Ends without a change."""
        self.dismiss(False)
