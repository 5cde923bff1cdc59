"""Questions for a word of a list, or for a text."""

from collections.abc import Mapping

from claimgraph.api.claim_drafts import listed_words
from claimgraph.cli.terminal.answers import ask, ask_yes, say_wrong
from claimgraph.cli.terminal.choices import ask_choice
from claimgraph.cli.terminal.choosing import ask_entity
from claimgraph.coding.drafts import ClaimDraft
from claimgraph.errors import Problem

# so many words stand in the question itself
FEW = 4
NOTE = "one line for whoever reads the claim: what its other keys do not hold"


def ask_withheld(draft: ClaimDraft) -> None:
    """Asks how a speaker withholds something, where he does."""
    if draft.keys.get("polarity") == "withheld":
        ask_listed(draft, "reason", listed_words("reason"))


def ask_finer(draft: ClaimDraft) -> None:
    """Asks what the relation has besides its ends."""
    relation = draft.relation
    if relation.kinds:
        ask_listed(draft, "kind", relation.kind_notes)
    if relation.roles:
        ask_listed(draft, "role", dict.fromkeys(relation.roles, ""))
    over = "former: it was so, and the source says that it is so no longer"
    if relation.former and ask_yes("is it over (former)?", over, False):
        draft.say("former", True)
    if relation.place:
        ask_entity(draft, relation, "place", "where it was", may_lack=True)


def ask_listed(draft: ClaimDraft, key: str, words: Mapping[str, str]) -> None:
    """Asks for a word of a list that may lack, unless the gate wants one."""
    while True:
        word = ask_choice(f"{key} (? lists them; empty: none)", words, "", True)
        wrong = draft.say(key, word) if word else reasons_of(draft.problems_at(key))
        if not wrong:
            return
        say_wrong("; ".join(wrong))


def ask_word(draft: ClaimDraft, key: str, question: str, default: str) -> None:
    """Asks for a word of a closed list of claims; the usual one is not written."""
    words = listed_words(key)
    listed = ", ".join(words) if len(words) < FEW else "? lists them"
    word = ask_choice(f"{key}: {question} ({listed})", words, default)
    if word != default:
        draft.say(key, word)


def reasons_of(problems: list[Problem]) -> list[str]:
    """The reasons of some problems."""
    return [one.reason for one in problems]


def ask_text(draft: ClaimDraft, key: str, question: str, explained: str) -> None:
    """Asks for a text that may lack, unless the gate wants one."""
    while True:
        typed = ask(f"{key}: {question}", explained)
        wrong = draft.say(key, typed) if typed else reasons_of(draft.problems_at(key))
        if not wrong:
            return
        say_wrong("; ".join(wrong))


def ask_note(draft: ClaimDraft) -> None:
    """Asks for a note; one that an answer has made already is kept before it."""
    made = draft.keys.get("note")
    if made is None:
        ask_text(draft, "note", "for whoever reads the claim (empty: none)", NOTE)
        return
    while True:
        typed = ask(f"note: anything besides {made}? (empty: nothing)", NOTE)
        wrong = draft.say("note", f"{made}; {typed}") if typed else []
        if not wrong:
            return
        say_wrong("; ".join(wrong))
