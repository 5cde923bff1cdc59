"""Who says it, from the outside in, and how the text marks each of them?"""

from claimgraph.api.claim_drafts import cue_place, listed_words, quote_places
from claimgraph.cli.terminal.answers import ask, say_found, say_wrong
from claimgraph.cli.terminal.choosing import ask_who, one_of
from claimgraph.coding.drafts import ClaimDraft

SPEAKERS = ["group", "person", "org", "state", "community"]
HIDDEN = "unspecified"
OWN = "CLAIMED_BY"


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
    question = f"who says it? (empty: the article itself; {HIDDEN}: it hides who)"
    if chain:
        question = "on whose word again? (empty: nobody further in)"
    own = str(draft.keys.get("object", ""))
    claims = draft.keys.get("relation") == OWN
    default = own if claims and all(one["holder"] != own for one in chain) else ""
    typed = ask_who(
        draft, question, SPEAKERS, may_lack=True, default=default, also=HIDDEN
    )
    if typed is None:
        return None
    hop: dict[str, object] = {"holder": typed}
    hop |= ask_cue(draft, claims and typed == own)
    hop |= ask_said(draft, len(chain))
    media = listed_words("medium")
    medium = one_of(f"how? ({', '.join(media)}; empty: unsaid)", list(media), True)
    return {**hop, "medium": medium} if medium else hop


def ask_said(draft: ClaimDraft, index: int) -> dict[str, object]:
    """When a speaker said it; nothing where it is the day of the article."""
    while True:
        said = ask("when was it said? (2021-05-06; empty: when the article came out)")
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
        typed = ask('words that mark the speaker ("the NDS said"; empty: none do)')
        if not typed:
            return {} if needless else {"implicit": True}
        found = cue_place(draft, typed)
        if found is not None:
            say_found(f"line {found.line}: {found.quote}")
            return {"cue": found.quote}
        _, near = quote_places(draft, typed)
        told = f"line {near.line} has: {near.quote}" if near else "nothing is like it"
        say_wrong(f"does not stand in the text; {told}")
