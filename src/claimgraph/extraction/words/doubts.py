"""Words that leave open whether it is so, and which of them says more."""

from claimgraph.model import Modality

DOUBTFUL: dict[str, Modality] = {
    "may": "possible",
    "might": "possible",
    "could": "possible",
    "reportedly": "possible",
    "possibly": "possible",
    "reported": "possible",
    "perhaps": "possible",
    "probably": "possible",
    "likely": "possible",
    "apparently": "possible",
    "maybe": "possible",
    "seemingly": "possible",
    "possible": "possible",
    "probable": "possible",
    "suspected": "suspected",
    "presumed": "suspected",
    "alleged": "alleged",
    "allegedly": "alleged",
    "purported": "alleged",
    "purportedly": "alleged",
    "supposedly": "alleged",
    "accused": "alleged",
    "reputed": "alleged",
    "supposed": "alleged",
}
# what a noun says of the clause behind it
DOUBTFUL_NOUNS: dict[str, Modality] = {
    "suspicion": "suspected",
    "belief": "suspected",
    "accusation": "alleged",
    "allegation": "alleged",
    "charge": "alleged",
    "claim": "alleged",
}
RANK: tuple[Modality, ...] = (
    "stated",
    "possible",
    "suspected",
    "alleged",
    "hypothetical",
)


def stronger(one: Modality, other: Modality) -> Modality:
    """Of two, the one that takes more away from what is said."""
    return one if RANK.index(one) >= RANK.index(other) else other
