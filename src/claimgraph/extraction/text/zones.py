"""The lines of an article that may speak: none of its comments, adverts, captions."""

import re
from bisect import bisect_right

from claimgraph.extraction.text.normalise import working_text
from claimgraph.model import Article, TextSpan
from claimgraph.pages.markers import REPEATED, line_kinds
from claimgraph.pages.zones import line_spans
from claimgraph.passages import silent_spans

# what stands before a caption of a page: "Image copyright A Image caption"
PICTURES = r"(?:image|media|video|photo)"
LABEL = re.compile(
    rf"(?i:(?:{PICTURES} (?:copyright|source|credit)\b.{{1,60}}?)?\b{PICTURES} caption)"
    r":?\s+(?=[^a-z\s])"
)
LABELS = ("image ", "media ", "video ", "photo ")


def speaking_lines(article: Article) -> list[TextSpan]:
    """The lines that may make claims, in order, each without spaces around it.

    Zones of the header win. Where there are none, the lines themselves tell comments,
    adverts, navigation, credits and author boxes. A longer line speaks once.
    """
    text = working_text(article.text or "")
    lines = [without_outer_spaces(text, one) for one in line_spans(text)]
    words = [text[one.start : one.end] for one in lines]
    silent = Silence(silent_spans(article))
    if not silent.spans:
        kinds = line_kinds(words, [None] * len(words))
        told = (one for one, kind in zip(lines, kinds, strict=True) if kind is None)
        return [without_label(text, one) for one in told]
    spoken, seen = list[TextSpan](), set[str]()
    for line, said in zip(lines, words, strict=True):
        parts = silent.rest_of(line)
        if parts and len(said) >= REPEATED:
            parts = [] if said in seen else parts
            seen.add(said)
        spoken += [without_outer_spaces(text, part) for part in parts]
    return [without_label(text, one) for one in spoken if one.start < one.end]


def without_label(text: str, line: TextSpan) -> TextSpan:
    """A line without what tells that it is a caption, and whose picture it is of.

    >>> line = "Image copyright ABC Image caption The Front claimed the attack"
    >>> without_label(line, TextSpan(0, len(line))).start == line.index("The")
    True
    """
    if text[line.start : line.start + len(LABELS[0])].lower() not in LABELS:
        return line
    label = LABEL.match(text, line.start, line.end)
    return TextSpan(label.end(), line.end) if label else line


def without_outer_spaces(text: str, span: TextSpan) -> TextSpan:
    """A passage without the spaces at its ends."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return TextSpan(start, start + len(words.strip()))


class Silence:
    """Passages that do not speak, united and in order."""

    def __init__(self, spans: list[TextSpan]) -> None:
        self.spans: list[TextSpan] = []
        for one in sorted(spans, key=lambda span: span.start):
            last = self.spans[-1] if self.spans else None
            if last is not None and one.start <= last.end:
                self.spans[-1] = TextSpan(last.start, max(last.end, one.end))
            else:
                self.spans.append(one)
        self.starts = [one.start for one in self.spans]

    def rest_of(self, line: TextSpan) -> list[TextSpan]:
        """What of a line is not silent."""
        parts, start = list[TextSpan](), line.start
        first = max(bisect_right(self.starts, line.start) - 1, 0)
        for one in self.spans[first:]:
            if one.start >= line.end:
                break
            if one.start > start:
                parts.append(TextSpan(start, one.start))
            start = max(start, one.end)
        if start < line.end:
            parts.append(TextSpan(start, line.end))
        return parts
