"""Lines of a text that make no claims, as zones that say where they begin and end."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from claimgraph.model import TextSpan, Zone, ZoneKind
from claimgraph.passages import line_beginning, zone_span

# so many words are enough to know a line again, if no other begins so
FEW = 60
# lines that may be needed to tell one place from another that begins alike
MOST_LINES = 6
# a page with more is no page; each looks through the text
MOST_ZONES = 1000


def zones_of(
    text: str, spans: Sequence[TextSpan], kinds: Sequence[ZoneKind | None]
) -> tuple[tuple[Zone, ...], int]:
    """The zones of neighbouring lines of one kind, and of how many lines none is made.

    `spans` are the lines that hold something, in order. No zone is made where its first
    or last line cannot be told from others.
    """
    zones, lost = list[Zone](), 0
    for _, group in groupby(range(len(spans)), key=lambda at: kinds[at]):
        found = list(group)
        kind = kinds[found[0]]
        if kind is None:
            continue
        part = spans[found[0] : found[-1] + 1]
        last = found[-1] == len(spans) - 1
        zone = zone_around(text, part, kind, last) if len(zones) < MOST_ZONES else None
        if zone is None:
            lost += len(found)
        else:
            zones.append(zone)
    return tuple(zones), lost


def zone_around(
    text: str, lines: Sequence[TextSpan], kind: ZoneKind, last: bool
) -> Zone | None:
    """The zone of these lines and no others; None where no words mark them out."""
    start, end = lines[0].start, lines[-1].end
    for beginning in beginnings(text, lines[0]):
        if line_beginning(text, beginning) != start:
            continue
        if last and not text[end:].strip():
            return Zone(kind, beginning)
        for ending in endings(text, lines):
            zone = Zone(kind, beginning, ending)
            if zone_span(text, zone) == TextSpan(start, end):
                return zone
        return None
    return None


def beginnings(text: str, line: TextSpan) -> Iterator[str]:
    """Words that a zone may begin with: few, the whole line, some lines after it."""
    whole = text[line.start : line.end]
    if len(whole) > FEW and (cut := whole[:FEW].rfind(" ")) > 0:
        yield whole[:cut]
    yield whole
    end = line.end
    for _ in range(MOST_LINES):
        start = end + 1
        end = text.find("\n", start)
        if end < 0:
            yield text[line.start :].rstrip()
            return
        few = start + FEW if end > start + FEW else end
        yield text[line.start : few].rstrip()


def endings(text: str, lines: Sequence[TextSpan]) -> Iterator[str]:
    """Words that a zone may end with: its last line, with more and more before it."""
    end = lines[-1].end
    for line in reversed(lines[-MOST_LINES:]):
        yield text[line.start : end]


def line_spans(text: str) -> list[TextSpan]:
    r"""The lines that hold something, without the spaces around them at the end.

    >>> line_spans("a b \n\nc")
    [TextSpan(start=0, end=3), TextSpan(start=6, end=7)]
    """
    spans, start = list[TextSpan](), 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        kept = len(text[start:end].rstrip())
        if kept:
            spans.append(TextSpan(start, start + kept))
        start = end + 1
    return spans
