"""Who says it, from the outside in, and how the text marks each of them?"""

from claimgraph.api.claim_drafts import cue_place, listed_words, quote_places
from claimgraph.cli.terminal.answers import ask, say_found, say_wrong
from claimgraph.cli.terminal.choices import ask_choice
from claimgraph.cli.terminal.choosing import NOBODY, Asked, ask_who
from claimgraph.coding.drafts import ClaimDraft

SPEAKERS = ["group", "person", "org", "state", "community"]
HIDDEN = "unspecified"
OWN = "CLAIMED_BY"
WHO = (
    "the speakers between the article and the claim, from the outside in: a spokesman "
    "first, then whom he quotes; what the article says in its own voice has none"
)
CUE = (
    "the words by which the text shows who speaks, as they stand there, nearest to the "
    "quote"
)


def ask_chain(draft: ClaimDraft) -> None:
    """Asks for the inner speakers of a claim until nobody is left."""
    chain: list[dict[str, object]] = []
    while True:
        hop = ask_hop(draft, chain)
        if hop is not None:
            wrong = draft.problems_with("chain", [*chain, hop])
            # what is wrong with the chain as a whole another speaker may mend
            own = [one.reason for one in wrong if one.key != "chain"]
            if own:
                say_wrong("; ".join(own))
            else:
                chain.append(hop)
            continue
        wrong_chain = draft.say("chain", chain)
        if not wrong_chain:
            if not chain:
                draft.keys.pop("chain")
            return
        say_wrong("; ".join(wrong_chain))


def ask_hop(
    draft: ClaimDraft, chain: list[dict[str, object]]
) -> dict[str, object] | None:
    """One speaker with cue, day and medium; None where nobody speaks further in."""
    own = str(draft.keys.get("object", ""))
    claims = draft.keys.get("relation") == OWN
    default = own if claims and all(one["holder"] != own for one in chain) else ""
    # what stands in brackets is what an empty answer takes
    empty = NOBODY if default else "empty"
    question = f"who says it? ({empty}: the article itself; {HIDDEN}: it hides who)"
    if chain:
        question = f"on whose word again? ({empty}: nobody further in)"
    asked = Asked(question, SPEAKERS, WHO, True, default, HIDDEN)
    typed = ask_who(draft, asked)
    if typed is None:
        return None
    hop: dict[str, object] = {"holder": typed}
    hop |= ask_cue(draft, claims and typed == own)
    hop |= ask_said(draft, len(chain))
    media = listed_words("medium")
    question = "how? (? lists the media; empty: unsaid)"
    medium = ask_choice(question, media, "", True, "by which medium")
    return {**hop, "medium": medium} if medium else hop


def ask_said(draft: ClaimDraft, index: int) -> dict[str, object]:
    """When a speaker said it; nothing where it is the day of the article."""
    while True:
        question = "when was it said? (2021-05-06; empty: when the article came out)"
        said = ask(question, "the day on which this speaker spoke: 2021-05-06, 2021-05")
        if not said:
            return {}
        hop = {"holder": HIDDEN, "implicit": True}
        chain = [*([hop] * index), {**hop, "said": said}]
        wrong = draft.problems_with("chain", chain)
        own = [one.reason for one in wrong if one.key == f"chain[{index}].said"]
        if not own:
            return {"said": said}
        say_wrong("; ".join(own))


def ask_cue(draft: ClaimDraft, needless: bool) -> dict[str, object]:
    """The words that mark a speaker, as they stand; none where no words do."""
    while True:
        question = 'words that mark the speaker ("the NDS said"; empty: none do)'
        typed = ask(question, CUE)
        if not typed:
            return {} if needless else {"implicit": True}
        found = cue_place(draft, typed)
        if found is not None:
            say_found(f"line {found.line}: {found.quote}")
            return {"cue": found.quote}
        _, near = quote_places(draft, typed)
        told = f"line {near.line} has: {near.quote}" if near else "nothing is like it"
        say_wrong(f"does not stand in the text; {told}")
