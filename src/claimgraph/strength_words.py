"""How strongly something is said, in words: the property `says` of a claim."""

from collections.abc import Mapping
from functools import cache

from claimgraph.model import Claim

# what the origin does, now and of what is over
AFFIRMS, DENIES, WITHHOLDS = ("says", "said"), ("denies", "denied"), ("withholds",) * 2
SILENT: Mapping[str | None, tuple[str, str]] = {
    "declines-to-name": ("declines to name", "declined to name"),
    "does-not-blame": ("does not blame", "did not blame"),
    "silent": ("is silent", "was silent"),
    "cannot-verify": ("cannot verify", "could not verify"),
}
RELAYED: Mapping[str, str] = {
    "doubts": "; passed on with doubt",
    "disputes": "; passed on and disputed",
    "unverified": "; passed on unverified",
}


def says(claim: Claim) -> str:
    """What the origin does with the proposition, and how far a relay vouches for it."""
    chain = claim.chain
    doubting = next((hop.stance for hop in chain[:-1] if hop.stance in RELAYED), "")
    return words(claim.polarity, claim.reason, claim.modality, claim.former, doubting)


@cache
def words(
    polarity: str, reason: str | None, modality: str, former: bool, relayed: str
) -> str:
    """The words for one way of saying something.

    >>> words("affirmed", None, "stated", False, ""), words(
    ...     "denied", None, "stated", False, "")
    ('says', 'denies')
    >>> words("affirmed", None, "possible", False, "unverified")
    'says, as possible; passed on unverified'
    >>> words("withheld", "declines-to-name", "stated", False, ""), words(
    ...     "affirmed", None, "stated", True, "")
    ('declines to name', 'said: formerly')
    """
    if polarity == "withheld":
        verb = SILENT.get(reason, WITHHOLDS)[former]
    else:
        verb = (AFFIRMS if polarity == "affirmed" else DENIES)[former]
    weaker = "" if modality == "stated" else f", as {modality}"
    over = ": formerly" if former else ""
    return f"{verb}{weaker}{over}{RELAYED.get(relayed, '')}"
