"""Questions for the value of a claim: how many, which day, which word."""

from claimgraph.api.claim_drafts import figure, figure_word
from claimgraph.cli.terminal.answers import ask, say_found, say_wrong
from claimgraph.cli.terminal.choices import ask_choice
from claimgraph.coding.drafts import ClaimDraft
from claimgraph.schema.types import RelationType

MANY = (
    "a number as the source says it, in digits or words: 25, at least four, more than "
    "170, 20-40, about 4,000, a dozen, several, dozens, scores, hundreds"
)
DAYS = (
    "the day as the source gives it: 2021-08-26, 2021-08, 2021; where it gives none, "
    "the latest day of saying: [..2021-08-26]"
)


def ask_value(draft: ClaimDraft) -> None:
    """Asks for what the relation has instead of a second end, if it has."""
    relation = draft.relation
    unsaid = draft.keys.get("polarity") == "withheld"
    if relation.value == "number":
        ask_number(draft, relation, unsaid)
    elif relation.value == "word":
        words = relation.word_notes
        while wrong := draft.say("value", {"is": ask_choice("N: which", words, "")}):
            say_wrong("; ".join(wrong))
    elif relation.value == "date":
        ask_day(draft, relation, unsaid)


def ask_number(draft: ClaimDraft, relation: RelationType, may_lack: bool) -> None:
    """Asks how many, and of whom."""
    lack = "; empty: unsaid" if may_lack else ""
    counted = "whom or what the number counts, in the words of the text"
    while True:
        typed = ask(f"N: how many (25, at least four, 20-40, dozens{lack})", MANY)
        if may_lack and not typed:
            return
        value = figure(typed)
        if value is None:
            say_wrong(f"{typed or 'nothing'} is no number, such as at least 25, dozens")
            continue
        question = "who or what is counted, as the text calls them"
        of = ask(question, counted, relation.counts or "people")
        wrong = draft.say("value", {**value, "of": of})
        if not wrong:
            note_word(draft, typed)
            return
        say_wrong("; ".join(wrong))


def note_word(draft: ClaimDraft, typed: str) -> None:
    """Puts the word for many, of which the value holds the least, into the note."""
    word = figure_word(typed)
    if word is not None:
        draft.say("note", f'"{word}"')
        say_found(f'the note says "{word}": the number is the least that it means')


def ask_day(draft: ClaimDraft, relation: RelationType, may_lack: bool) -> None:
    """Asks for the day that the source gives, or why it is open."""
    may_lack = may_lack or (relation.undated and draft.keys.get("polarity") == "denied")
    lack = "; empty: " + ("unsaid" if may_lack else "it is open")
    lack = lack if may_lack or relation.undated else ""
    while True:
        typed = ask(f"N: which day (2021-08-26, 2021-08, [..2021-08-26]{lack})", DAYS)
        if may_lack and not typed:
            return
        if relation.undated and not typed:
            ask_reason(draft)
            return
        wrong = draft.say("value", {"on": typed})
        if not wrong:
            return
        say_wrong("; ".join(wrong))


def ask_reason(draft: ClaimDraft) -> None:
    """Asks why a day is open, for the note."""
    explained = "a claim without its day needs a note that says why no day can be given"
    while True:
        typed = ask("why is the day open too? (goes into the note)", explained)
        wrong = draft.say("note", typed) if typed else ["the gate wants a reason"]
        if not wrong:
            return
        say_wrong("; ".join(wrong))
