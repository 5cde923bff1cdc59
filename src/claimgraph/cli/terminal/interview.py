"""The questions of `new claim`, in their order."""

from collections.abc import Collection, Mapping

from claimgraph.api.claim_drafts import (
    all_relations,
    figure,
    listed_words,
    near_relation,
    quote_places,
    relation_meant,
)
from claimgraph.cli.terminal.answers import ask, ask_yes, say_found, say_wrong
from claimgraph.cli.terminal.choosing import ask_entity
from claimgraph.cli.terminal.speakers import ask_chain
from claimgraph.coding.drafts import ClaimDraft
from claimgraph.coding.quotes import FoundPassage, NearPassage
from claimgraph.errors import Problem, known_word, nearest
from claimgraph.schema.types import RelationType

EXPLAIN = "?"
TAKE_NEAR = "="


def ask_claim(draft: ClaimDraft) -> None:
    """Asks for all keys of a claim; what is answered is in order when it ends."""
    ask_quote(draft)
    relation = ask_relation(draft)
    ask_word(draft, "polarity", "does the speaker say so, or not?", "affirmed")
    withheld = draft.keys.get("polarity") == "withheld"
    if withheld:
        ask_listed(draft, "reason", listed_words("reason"))
    ask_ends(draft, relation, withheld)
    ask_finer(draft, relation)
    ask_chain(draft)
    ask_word(draft, "modality", "how strongly is it said?", "stated")
    ask_text(draft, "valid", "when did it hold? (2021-05-06, 2021/..; empty: unsaid)")
    ask_note(draft)


def ask_quote(draft: ClaimDraft) -> None:
    """Asks for the words until they stand in the text, and which where they repeat."""
    near: NearPassage | None = None
    while True:
        typed = ask("quote: the shortest words that carry the claim")
        words = near.quote if near is not None and typed == TAKE_NEAR else typed
        found, near = quote_places(draft, words)
        if found:
            place = found[0] if len(found) == 1 else ask_which(found)
            wrong = say_quote(draft, place)
            if not wrong:
                return
            say_wrong(wrong)
        elif near is not None:
            say_wrong(f"line {near.line} has: {near.quote} ({TAKE_NEAR} takes that)")
        else:
            say_wrong("does not stand in the text, nor anything like it")


def say_quote(draft: ClaimDraft, place: FoundPassage) -> str:
    """Takes the quote of a place; why not, where it cannot be one."""
    draft.keys.pop("quote", None)
    if place.nth is not None:
        draft.keys["nth"] = place.nth
    wrong = draft.say("quote", place.quote)
    if wrong:
        draft.keys.pop("nth", None)
        return "; ".join(wrong)
    say_found(f"line {place.line}: {place.quote}")
    return ""


def ask_which(found: list[FoundPassage]) -> FoundPassage:
    """One of several places."""
    for number, one in enumerate(found, 1):
        say_found(f"{number}) line {one.line}: {one.quote}")
    while True:
        typed = ask("which of them", "1")
        if typed.isdecimal() and 1 <= int(typed) <= len(found):
            return found[int(typed) - 1]
        say_wrong(f"a number from 1 to {len(found)}")


def ask_relation(draft: ClaimDraft) -> RelationType:
    """Asks for the type of the claim, and shows the sentence that it will read as."""
    while True:
        typed = ask(f"relation ({EXPLAIN} lists them)")
        if typed == EXPLAIN:
            for one in all_relations():
                say_found(f"{one.name:<15} {sentence(one)}")
            continue
        found = relation_meant(typed)
        if found is not None and not draft.say("relation", found.name):
            say_found(f"{found.name}: {sentence(found)}")
            return found
        say_wrong(f"{typed} is no relation type{near_relation(typed)}")


def sentence(relation: RelationType) -> str:
    """What a claim of a type says of A and B."""
    return relation.sentence.format(
        subject="A", object="B", value="N", kind=" (kind)", role="role"
    )


def ask_ends(draft: ClaimDraft, relation: RelationType, withheld: bool) -> None:
    """Asks of whom the claim is, and of whom or how many else."""
    ask_entity(draft, relation, "subject", "A")
    if relation.value is None:
        ask_entity(draft, relation, "object", "B", may_lack=withheld)
    elif relation.value == "number":
        ask_number(draft, withheld)
    elif relation.value == "word":
        words = relation.word_notes
        while wrong := draft.say("value", {"is": ask_choice("N: which", words, "")}):
            say_wrong("; ".join(wrong))
    else:
        ask_day(draft, withheld or relation.undated)


def ask_number(draft: ClaimDraft, may_lack: bool) -> None:
    """Asks how many, and of whom."""
    while True:
        typed = ask("N: how many (25, at least 25, more than 170, 20-40, about 4000)")
        if may_lack and not typed:
            return
        value = figure(typed)
        if value is None:
            say_wrong(f"{typed} is no number, such as 25, at least 25, 20-40, dozens")
            continue
        of = ask("of whom (soldiers, civilians; empty: people)", "people")
        wrong = draft.say("value", {**value, "of": of})
        if not wrong:
            return
        say_wrong("; ".join(wrong))


def ask_day(draft: ClaimDraft, may_lack: bool) -> None:
    """Asks for the day that the source gives."""
    while True:
        typed = ask("N: which day (2021-08-26, 2021-08, [..2021-08-26])")
        if may_lack and not typed:
            return
        wrong = draft.say("value", {"on": typed})
        if not wrong:
            return
        say_wrong("; ".join(wrong))


def ask_finer(draft: ClaimDraft, relation: RelationType) -> None:
    """Asks what the relation has besides its ends."""
    if relation.kinds:
        ask_listed(draft, "kind", relation.kind_notes)
    if relation.roles:
        ask_listed(draft, "role", dict.fromkeys(relation.roles, ""))
    if relation.former and ask_yes("is it over (former)?", False):
        draft.say("former", True)
    if relation.place:
        ask_entity(draft, relation, "place", "where it was", may_lack=True)


def ask_listed(draft: ClaimDraft, key: str, words: Mapping[str, str]) -> None:
    """Asks for a word of a list that may lack, unless the gate wants one."""
    while True:
        word = ask_choice(f"{key} ({EXPLAIN} lists them; empty: none)", words, "", True)
        wrong = draft.say(key, word) if word else reasons_of(draft.problems_at(key))
        if not wrong:
            return
        say_wrong("; ".join(wrong))


def ask_word(draft: ClaimDraft, key: str, question: str, default: str) -> None:
    """Asks for a word of a closed list of claims; the usual one is not written."""
    words = listed_words(key)
    word = ask_choice(f"{key}: {question} ({', '.join(words)})", words, default)
    if word != default:
        draft.say(key, word)


def reasons_of(problems: list[Problem]) -> list[str]:
    """The reasons of some problems."""
    return [one.reason for one in problems]


def ask_choice(
    question: str, words: Mapping[str, str], default: str, may_lack: bool = False
) -> str:
    """One of some words; what is none of them is asked again."""
    while True:
        typed = ask(question, default)
        if not typed and may_lack:
            return ""
        found = known_word(typed, words) or only_begun(typed, words)
        if found is not None:
            return found
        if typed != EXPLAIN:
            say_wrong(f"{typed or 'nothing'} is none of them{nearest(typed, words)}")
        for word, meaning in words.items():
            say_found(f"{word}: {meaning}" if meaning else word)


def only_begun(typed: str, words: Collection[str]) -> str | None:
    """The only one of some words that begins so."""
    begun = [one for one in words if typed and one.startswith(typed.casefold())]
    return begun[0] if len(begun) == 1 else None


def ask_text(draft: ClaimDraft, key: str, question: str) -> None:
    """Asks for a text that may lack, unless the gate wants one."""
    while True:
        typed = ask(f"{key}: {question}")
        wrong = draft.say(key, typed) if typed else reasons_of(draft.problems_at(key))
        if not wrong:
            return
        say_wrong("; ".join(wrong))


def ask_note(draft: ClaimDraft) -> None:
    """Asks for a note, which only what lacks elsewhere asks for."""
    ask_text(draft, "note", "for whoever reads the claim (empty: none)")
    while "note" not in draft.keys and (wrong := draft.problems()):
        say_wrong("; ".join(f"{one.key} {one.reason}" for one in wrong))
        ask_text(draft, "note", "for whoever reads the claim")
