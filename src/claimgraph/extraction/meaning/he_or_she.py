"""Whether a person is he or she, by what the words beside the name call him or her."""

from collections.abc import Iterator

from claimgraph.extraction.trees.bearers import bearers
from claimgraph.extraction.trees.reading import Reading
from claimgraph.extraction.words.cues import cues
from claimgraph.ids import id_prefix

MALE, FEMALE = cues("coreference", "male"), cues("coreference", "female")
TOLD = MALE | FEMALE


def sexes_told(reading: Reading) -> Iterator[tuple[str, str]]:
    """Each named person of a sentence who is told to be a he or a she."""
    for word in reading.tree.words:
        low = word.text.lower().rstrip(".")
        if low not in TOLD:
            continue
        after = [word.i + 1] if word.i + 1 < len(reading.tree) else []
        for one in (*after, *bearers(reading.tree, word.i)):
            named = reading.named.get(one)
            if named is not None and id_prefix(named.who) == "person":
                yield named.who, "he" if low in MALE else "she"
