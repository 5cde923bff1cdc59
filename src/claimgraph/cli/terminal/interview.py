"""The questions of `new claim`, in their order."""

from collections.abc import Callable

from claimgraph.api.claim_drafts import (
    all_relations,
    last_problems,
    near_relation,
    quote_places,
    relation_meant,
    told_passage,
)
from claimgraph.cli.terminal.answers import ask, say_found, say_problem, say_wrong
from claimgraph.cli.terminal.choices import ask_choice
from claimgraph.cli.terminal.choosing import ask_entity
from claimgraph.cli.terminal.dialogue import CURRENT, BackError, Dialogue, dialogue
from claimgraph.cli.terminal.speakers import ask_chain
from claimgraph.cli.terminal.value_questions import ask_value
from claimgraph.cli.terminal.word_questions import (
    ask_finer,
    ask_note,
    ask_text,
    ask_withheld,
    ask_word,
)
from claimgraph.coding.drafts import ClaimDraft
from claimgraph.coding.quotes import FoundPassage, NearPassage
from claimgraph.schema.types import RelationType

TAKE_NEAR = "="
VALID = (
    "the day, month or period in which it was so, as the source says: 2021-05-06, "
    "2021-05, 2021/2023, 2021/.. (from then on), 2021-05~ (about); leave it empty "
    "where the source does not say"
)


def ask_claim(empty: ClaimDraft) -> ClaimDraft:
    """A claim whose keys were all asked for, and that is in order."""
    known = CURRENT.set(Dialogue())
    try:
        while True:
            draft = empty.emptied()
            try:
                ask_all(draft)
            except BackError:
                continue
            return draft
    finally:
        CURRENT.reset(known)


def ask_all(draft: ClaimDraft) -> None:
    """Asks all questions once; BackError where they have to come again."""
    steps: tuple[tuple[str, Callable[[ClaimDraft], None]], ...] = (
        ("quote", ask_quote),
        ("relation", ask_relation),
        ("polarity", ask_polarity),
        ("reason", ask_withheld),
        ("subject", ask_subject),
        ("object", ask_object),
        ("value", ask_value),
        ("kind", ask_finer),
        ("chain", ask_chain),
        ("", settle_same),
        ("modality", ask_modality),
        ("valid", ask_valid),
        ("note", ask_note),
        ("", settle),
    )
    for step, question in steps:
        dialogue().step = step
        question(draft)


def settle_same(draft: ClaimDraft) -> None:
    """Goes back to what makes this claim another, where somebody wrote it already."""
    line = draft.same_line()
    if line is not None:
        say_problem(
            f"line {line} of the claims file has this very claim: the same ends, quote "
            "and chain"
        )
        ask_correction("")


def settle(draft: ClaimDraft) -> None:
    """Goes back to the question of what is still wrong with the claim as a whole."""
    wrong = last_problems(draft)
    if not wrong:
        return
    for one in wrong:
        say_problem(f"{one.key}: {one.reason}" if one.key else one.reason)
    first = wrong[0].key.partition(".")[0].partition("[")[0]
    ask_correction(first if first in dialogue().steps() else "")


def ask_correction(default: str) -> None:
    """Asks which answer is to be changed, and goes back to it: BackError."""
    steps = dialogue().steps()
    question = f"which answer is to be changed? ({', '.join(steps)})"
    explained = "its question comes again; all other answers stay as they are"
    step = ask_choice(question, dict.fromkeys(steps, ""), default, explained=explained)
    dialogue().go_to(step)
    raise BackError


def ask_quote(draft: ClaimDraft) -> None:
    """Asks for the words until they stand in the text, and which where they repeat."""
    near: NearPassage | None = None
    explained = (
        "copy or type the fewest words of the article that say it; line ends, capitals "
        "and kinds of quotation marks need not be as in the text"
    )
    while True:
        typed = ask("quote: the shortest words that carry the claim", explained)
        words = near.quote if near is not None and typed == TAKE_NEAR else typed
        found, near = quote_places(draft, words)
        spoken = [one for one in found if not one.silent]
        if spoken:
            place = spoken[0] if len(spoken) == 1 else ask_which(draft, spoken)
            wrong = say_quote(draft, place)
            if not wrong:
                return
            say_wrong(wrong)
        elif found:
            say_wrong(
                f"stands on line {found[0].line} only, in a zone that makes no claims "
                "(comments, navigation): no quote may stand there"
            )
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


def ask_which(draft: ClaimDraft, found: list[FoundPassage]) -> FoundPassage:
    """One of several places."""
    for number, one in enumerate(found, 1):
        say_found(f"{number}) {told_passage(draft, one)}")
    explained = f"the words stand {len(found)} times: the number of the place you mean"
    while True:
        typed = ask(f"which of them, 1 to {len(found)}", explained, "1")
        if typed.isdecimal() and 1 <= int(typed) <= len(found):
            return found[int(typed) - 1]
        say_wrong(f"a number from 1 to {len(found)}")


def ask_relation(draft: ClaimDraft) -> None:
    """Asks for the type of the claim, and shows the sentence that it will read as."""
    listed = [f"{one.name:<15} {sentence(one)}" for one in all_relations()]
    while True:
        typed = ask("relation (? lists them)", listed)
        found = relation_meant(typed)
        if found is not None and not draft.say("relation", found.name):
            say_found(f"{found.name}: {sentence(found)}")
            return
        say_wrong(f"{typed or 'nothing'} is no relation type{near_relation(typed)}")


def sentence(relation: RelationType) -> str:
    """What a claim of a type says of A and B."""
    return relation.sentence.format(
        subject="A", object="B", value="N", kind=" (kind)", role=" (role)"
    )


def ask_polarity(draft: ClaimDraft) -> None:
    """Asks whether the speaker says so."""
    ask_word(draft, "polarity", "does the speaker say so?", "affirmed")


def ask_subject(draft: ClaimDraft) -> None:
    """Asks of whom the claim is."""
    ask_entity(draft, draft.relation, "subject", "A")


def ask_object(draft: ClaimDraft) -> None:
    """Asks of whom else the claim is, where it is of two."""
    if draft.relation.value is None:
        may_lack = draft.keys.get("polarity") == "withheld"
        ask_entity(draft, draft.relation, "object", "B", may_lack=may_lack)


def ask_modality(draft: ClaimDraft) -> None:
    """Asks how strongly it is said."""
    ask_word(draft, "modality", "how strongly is it said?", "stated")


def ask_valid(draft: ClaimDraft) -> None:
    """Asks when it held."""
    ask_text(
        draft, "valid", "when did it hold? (2021-05-06, 2021/..; empty: unsaid)", VALID
    )
