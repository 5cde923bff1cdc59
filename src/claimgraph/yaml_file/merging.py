"""A changed text with the lines of the original that no change touched."""

from difflib import SequenceMatcher
from itertools import pairwise


def merged_text(original: str, before: str, after: str) -> str:
    r"""`after`, but with the lines of `original` where it equals `before`.

    `before` is what the writer makes of the original without an edit. Lines that are
    new end as the first line of the original does.

    >>> merged_text("a:   1\nb:   2\n", "a: 1\nb: 2\n", "a: 1\nb: 3\n")
    'a:   1\nb: 3\n'
    """
    old, base, new = (
        [*part.splitlines(True), ""] for part in (original, before, after)
    )
    # the writer changes spaces: lines that differ in nothing else belong together
    at_old = boundaries(
        [bare_line(line) for line in base], [bare_line(line) for line in old]
    )
    at_new = boundaries(base, new)
    cuts = sorted(at_old.keys() & at_new.keys())
    end = "\r\n" if old[0].endswith("\r\n") else "\n"
    lines: list[str] = []
    for left, right in pairwise(cuts):
        kept = base[left:right]
        mine = old[at_old[left] : at_old[right]]
        theirs = new[at_new[left] : at_new[right]]
        # a line that was put in before an untouched one
        extra = len(theirs) - len(kept)
        if extra >= 0 and theirs[extra:] == kept:
            lines += [line.replace("\n", end) for line in theirs[:extra]] + mine
        else:
            lines += [line.replace("\n", end) for line in theirs]
    return "".join(lines)


def boundaries(base: list[str], other: list[str]) -> dict[int, int]:
    """Gaps between the lines of `base` that have a place in `other`."""
    found: dict[int, int] = {}
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, base, other).get_opcodes():
        if tag == "equal":
            pairs = zip(range(i1, i2 + 1), range(j1, j2 + 1), strict=True)
        else:
            pairs = zip((i1, i2), (j1, j2), strict=True)
        for here, there in pairs:
            found.setdefault(here, there)
    found[len(base)] = len(other)
    return found


def bare_line(line: str) -> str:
    """A line without its spaces."""
    return "".join(line.split())
