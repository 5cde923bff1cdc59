"""The claim in words, who proposed it, and what rests on it."""

from rich.text import Text
from textual.widgets import Static

from claimgraph.api.reviewing import Card
from claimgraph.safe_text import on_one_line


class ClaimCard(Static):
    """Shows one proposal."""

    DEFAULT_CSS = "ClaimCard { padding: 0 1; height: auto; }"

    def put(self, card: Card | None, empty: str) -> None:
        """Shows a proposal, or why there is none."""
        self.update(Text(empty) if card is None else card_text(card))


def card_text(card: Card) -> Text:
    """A proposal as styled lines, what decides first."""
    text = Text(card.sentence, style="bold")
    for span in card.usual:
        text.stylize("not bold dim", span.start, span.end)
    for one in card.problems:
        reason = on_one_line(one)
        text.append(f"\nThe gate refuses it: {reason}", style="not bold red")
    if card.mark:
        text.append(f"\n{card.mark}", style=mark_style(card))
    relation = card.claim.relation
    text.append(f"\n{relation}", style="not bold cyan")
    if card.claim.note:
        text.append(f", {on_one_line(card.claim.note)}", style="not bold")
    if card.dates:
        text.append(f", {card.dates}", style="not bold")
    text.append(f"\n{card.basis}", style="not bold dim")
    for one in card.rests:
        text.append(f"\n{one}", style="not bold dim")
    return text


def mark_style(card: Card) -> str:
    """Green where producers agree, yellow where a look is needed."""
    return "not bold green" if card.proposed.is_agreed else "not bold yellow"
