"""Names that stand in one list: A, B and C."""

import re

from claimgraph.extraction.trees.reading import NamedSpan, Reading
from claimgraph.ids import id_prefix

LIST_GAP = re.compile(
    r"^[\"']?(?:/|,? ?(?:and|or|as well as|&)? ?(?:the |its |both )*)[\"']?$"
)
# before a name in a list what it is: "A, the militant group B and the C movement D"
TOLD_GAP = re.compile(
    r"^,? ?(?:(?:and|or|as well as) )?(?:the |an? |its )(?:[\w'-]+ ){0,3}"
    r"(?:group|movement|network|organi[sz]ation|militia|faction|party)s? [\"']?$"
)
JOINT = re.compile(r"\b(?:and|or|as well as)\b|[&/]")


def listed_with(reading: Reading, text: str, one: NamedSpan) -> list[NamedSpan]:
    """The names after a name that stand in one list with it."""
    inside = dict.fromkeys(reading.named.values())
    later = sorted(
        (other for other in inside if other.span.start >= one.span.end),
        key=lambda other: other.span.start,
    )
    found: list[NamedSpan] = []
    end = one.span.end
    for other in later:
        gap = text[end : other.span.start]
        same = id_prefix(other.who) == id_prefix(one.who)
        told = id_prefix(other.who) == "group" and TOLD_GAP.match(gap)
        if not told and not (same and LIST_GAP.match(gap)):
            break
        found.append(other)
        end = other.span.end
        if JOINT.search(gap):
            return found
    return []
