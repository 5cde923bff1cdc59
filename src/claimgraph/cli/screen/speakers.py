"""Who says it, and by which words the article shows that."""

from claimgraph.api.review_lists import PickLine, passage_keys
from claimgraph.cli.screen.asking import SPEAKERS, ClaimQuestions

ARTICLE = PickLine("", "the article itself", "nobody else says it", "article itself")
HIDDEN = PickLine(
    "unspecified",
    "somebody not named",
    "“is accused of”",
    "unspecified not named hidden",
)
NOBODY = PickLine("", "nobody", "the article has it from the speaker", "nobody")
OWN = "CLAIMED_BY"


async def ask_speaker(ask: ClaimQuestions, *, relays: bool) -> bool:
    """Asks on whose word the claim stands; with `relays` also who passed it on."""
    chain: list[dict[str, object]] = []
    own = str(ask.draft.keys.get("object", ""))
    title, first = "Who says it?", first_lines(ask, own)
    while True:
        holder = await ask.entity(title, SPEAKERS, first)
        if holder is None:
            return False
        if not holder:
            break
        hop: dict[str, object] = {"holder": holder}
        if ask.draft.keys.get("relation") != OWN or holder != own or chain:
            marked = await ask_cue(ask)
            if marked is None:
                return False
            hop |= marked
        chain.insert(0, hop)
        if not relays or holder == HIDDEN.value:
            break
        title, first = "Who passed it on to the article?", [NOBODY]
    if not chain:
        ask.draft.keys.pop("chain", None)
        return True
    return ask.say("chain", chain)


def first_lines(ask: ClaimQuestions, own: str) -> list[PickLine]:
    """Who may say it before all others: of its own deed the group itself alone."""
    group = ask.draft.entities.get(own)
    if ask.draft.keys.get("relation") != OWN or group is None:
        return [ARTICLE, HIDDEN]
    return [PickLine(own, group.name, "it takes responsibility", "itself")]


async def ask_cue(ask: ClaimQuestions) -> dict[str, object] | None:
    """The words that show who speaks; none where no words do."""
    words = {
        "implicit": "the passage makes it clear without words",
        "cue": "mark them in the text",
    }
    found = await ask.choose("Which words show who speaks?", words)
    if found != "cue":
        return None if found is None else {"implicit": True}
    span = await ask.mark("Mark the words that show who speaks", whole=False)
    if span is None:
        return None
    keys = passage_keys(ask.draft, span.start, span.end)
    cue: dict[str, object] = {"cue": keys["quote"]}
    if "nth" in keys:
        cue["nth"] = keys["nth"]
    return cue
