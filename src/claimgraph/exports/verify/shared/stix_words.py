"""What an object of STIX says in words and labels: what people read, and see first."""

import re

from claimgraph.exports.verify.shared.json_values import Block, json_objects
from claimgraph.safe_text import speaker

# where each type of object says in words what an origin does, and with which verb
WORDS = {"relationship": "description", "note": "content", "opinion": "explanation"}
ACTS = {
    "affirmed": "says",
    "denied": "denies",
    "declines-to-name": "declines to name who",
    "does-not-blame": "does not blame",
    "silent": "is silent on",
    "cannot-verify": "cannot verify",
}
# a name that could look like a speaker stands in quotes
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
HOP = re.compile(r"\[([a-z]+/[a-z0-9_-]+)\] ([a-z]+)")


def says_so(one: Block, fields: Block, origin: str) -> bool:
    """Whether type, labels, opinion and words all say what the claim says."""
    polarity, kind = fields.get("polarity"), str(one["type"])
    tie = polarity == "affirmed" and fields.get("object") is not None
    act = ACTS.get(str(fields.get("reason") or polarity))
    texts = [one.get(WORDS[kind]), *([one.get("abstract")] if kind == "note" else [])]
    labels = [polarity, str(fields.get("relation")).lower().replace("_", "-")]
    labels += [fields.get("modality"), fields.get("reason"), fields.get("review")]
    return (
        (kind == "relationship") == tie
        and one.get("labels") == [word for word in labels if word is not None]
        and all(str(text).startswith(f"{speaker(origin)} {act}: ") for text in texts)
        and chain_in(str(texts[0]), fields)
        and (
            kind != "opinion"
            or (polarity == "denied" and one.get("opinion") == "strongly-disagree")
        )
    )


def chain_in(text: str, fields: Block) -> bool:
    """Whether a text gives the quote, and every speaker in the order of the chain."""
    _, quoted, chain = text.rpartition(f"\nQuote: {fields.get('quote')}\nChain: ")
    hops = json_objects(fields.get("chain"))
    told = [(hop.get("holder"), hop.get("stance")) for hop in hops]
    return bool(quoted) and HOP.findall(QUOTED.sub("", chain)) == told


def sentence_of(one: Block) -> str:
    """The sentence of a claim, which its report repeats."""
    return str(one.get(WORDS[str(one["type"])])).partition("\n")[0]
