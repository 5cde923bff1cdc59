"""The body that the words of an office tell: "an Arlandish army spokesman"."""

from claimgraph.extraction.names.described import BODIES, LONGEST_BODY, Description
from claimgraph.extraction.words.word_lists import words
from claimgraph.folding import fold

# forces that are bodies beside an office alone
FORCES = {
    ("intelligence",): "security-service",
    ("naval",): "armed-force",
    ("border", "guard"): "security-service",
    ("border", "police"): "security-service",
    ("riot", "police"): "security-service",
}
KINDS = {**BODIES, **FORCES}
# bodies that are nobody's office: "coalition officials" are several states'
NOT = frozenset((("coalition",), ("coalition", "forces"), ("troops",), ("forces",)))
WRITTEN = {"naval": "navy"}
DEMONYMS = words("demonyms", "all")


def body_of_office(one: Description) -> Description | None:
    """The body before the last word of an office, described with whose it is.

    >>> office = Description(0, 27, "senior Afghan army official", "person", "", False)
    >>> (body := body_of_office(office)) and body.words
    'Afghan army'
    """
    if one.prefix != "person":
        return None
    *said, _ = one.words.split()
    low = [fold(word).removesuffix("'s") for word in said]
    for length in range(min(LONGEST_BODY, len(low)), 0, -1):
        key = tuple(low[-length:])
        if key not in KINDS or key in NOT:
            continue
        start = one.end - len(one.words)
        owner = owner_of(one.words[: one.start - start].split(), said[:-length])
        name = [WRITTEN.get(word, word) for word in key]
        prefix = "state" if KINDS[key] == "state" else "org"
        whole = " ".join((*owner, *name))
        return Description(start, one.end, whole, prefix, KINDS[key], bool(owner))
    return None


def owner_of(taken: list[str], before: list[str]) -> list[str]:
    """Whose a body is by words before it: names, and peoples; not "Senior"."""
    return [
        word
        for at, word in enumerate(before)
        if word[0].isupper() and (at or word in taken or fold(word) in DEMONYMS)
    ]
