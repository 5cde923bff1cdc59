"""The text of an article, a quote marked in it; words can be marked by keys."""

from collections.abc import Iterator
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from claimgraph.api.review_cards import Marks
from claimgraph.cli.screen.wrapping import WORD, WrappedText, wrap_text
from claimgraph.model import TextSpan

QUOTE = Style(color="black", bgcolor="yellow", bold=True)
CUE = Style(underline=True, bold=True, color="bright_cyan")
SILENT = Style(dim=True)
DONE = Style(color="green")
MARKED = Style(color="black", bgcolor="bright_cyan", underline=False)
MOVING = Style(bgcolor="white", underline=True)
CURSOR = Style(color="black", bgcolor="white")
# lines seen before and behind a quote
AROUND = 2
NO_MARKS = Marks(None, (), (), ())


class ArticleView(ScrollView):
    """Shows a text with its marks, scrolled to the quote."""

    DEFAULT_CSS = """
    ArticleView {
        padding: 0 1; overflow-x: hidden; overflow-y: scroll;
        scrollbar-size-vertical: 1;
    }
    """
    cursor: reactive[int | None] = reactive(None)
    first_word: reactive[int | None] = reactive(None)

    def __init__(self, text: str = "", marks: Marks = NO_MARKS) -> None:
        super().__init__()
        self.can_focus = True
        self.text, self.marks = text, marks
        self.wrap: WrappedText = wrap_text(text, 80)
        self.words: list[TextSpan] = []

    def put(self, text: str, marks: Marks) -> None:
        """Shows another text, or other marks in it."""
        fresh = text is not self.text
        self.text, self.marks = text, marks
        if fresh:
            self.fill()
        self.see(marks.quote)
        self.refresh()

    def fill(self) -> None:
        """Wraps the text anew."""
        width = max(self.scrollable_content_region.width, 20)
        self.wrap = wrap_text(self.text, width)
        self.virtual_size = Size(width, len(self.wrap.lines))
        self.refresh()

    def on_resize(self) -> None:
        """Another width has other lines."""
        self.fill()
        self.see(self.marks.quote)

    def see(self, span: TextSpan | None) -> None:
        """Scrolls a passage to the upper part, unless it is seen well as it is."""
        if span is None:
            return
        first, last = self.wrap.line_at(span.start), self.wrap.line_at(span.end)
        height = max(self.scrollable_content_region.height, 1)
        top, least = self.scroll_offset.y, min(AROUND, height // 4)
        under = min(last + least, len(self.wrap.lines) - 1)
        if top <= max(first - least, 0) and under < top + height:
            return
        above = max((height - (last - first + 1)) // 3, 0)
        self.scroll_to(y=max(first - above, 0), animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        number = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        base = self.rich_style
        if not 0 <= number < len(self.wrap.lines):
            return Strip.blank(width, base)
        start, end = self.wrap.lines[number]
        segments = [
            Segment(self.wrap.shown[first:last], base + style)
            for first, last, style in self.runs(start, end)
        ]
        return Strip(segments).adjust_cell_length(width, base)

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, Style]]:
        """The parts of a line that look the same."""
        spans = [one for one in self.styled() if one[0] < end and one[1] > start]
        cuts = {start, end}
        for first, last, _ in spans:
            cuts |= {max(first, start), min(last, end)}
        places = sorted(cuts)
        for first, last in pairwise(places):
            style = Style()
            for low, high, one in spans:
                if low <= first and last <= high:
                    style += one
            yield first, last, style

    def styled(self) -> Iterator[tuple[int, int, Style]]:
        """All that is marked, what counts most last."""
        marks = self.marks
        yield from ((one.start, one.end, SILENT) for one in marks.silent)
        yield from ((one.start, one.end, DONE) for one in marks.accepted)
        if marks.quote is not None:
            yield marks.quote.start, marks.quote.end, QUOTE
        yield from ((one.start, one.end, CUE) for one in marks.cues)
        marked = self.marked()
        if marked is None or self.cursor is None:
            return
        word = self.words[self.cursor]
        if self.first_word is None:
            yield word.start, word.end, CURSOR
        else:
            yield marked.start, marked.end, MARKED
            yield word.start, word.end, MOVING

    # marking words

    def begin(self, start: int, end: int | None = None) -> None:
        """Puts the cursor on the word at an offset; marks up to `end` if given."""
        self.words = [TextSpan(*one.span()) for one in WORD.finditer(self.text)]
        if not self.words:
            return
        first = self.word_at(start)
        self.first_word = None if end is None else first
        self.cursor = first if end is None else self.word_at(max(end - 1, start))

    def word_at(self, offset: int) -> int:
        """The number of the word at an offset, or of the next one."""
        found = (at for at, one in enumerate(self.words) if one.end > offset)
        return next(found, len(self.words) - 1)

    def marked(self) -> TextSpan | None:
        """The words from the anchor to the cursor."""
        if self.cursor is None or not self.words:
            return None
        ends = sorted(
            (self.cursor, self.cursor if self.first_word is None else self.first_word)
        )
        return TextSpan(self.words[ends[0]].start, self.words[ends[1]].end)

    def move(self, words: int) -> None:
        """Moves the cursor by words."""
        if self.cursor is not None:
            self.cursor = min(max(self.cursor + words, 0), len(self.words) - 1)

    def move_lines(self, lines: int) -> None:
        """Moves the cursor up or down, about as far along the line."""
        if self.cursor is None:
            return
        own = self.words[self.cursor].start
        number = self.wrap.line_at(own)
        along = own - self.wrap.lines[number][0]
        last = len(self.wrap.lines) - 1
        step = 1 if lines > 0 else -1
        aim = min(max(number + lines, 0), last)
        while 0 < aim < last and self.is_blank(aim):
            aim += step
        start, end = self.wrap.lines[aim]
        self.cursor = self.word_at(min(start + along, max(end - 1, start)))

    def is_blank(self, number: int) -> bool:
        """Whether a line holds no word."""
        start, end = self.wrap.lines[number]
        return not self.text[start:end].strip()

    def watch_cursor(self) -> None:
        """Keeps the cursor on the screen."""
        if self.cursor is not None and self.words:
            line = self.wrap.line_at(self.words[self.cursor].start)
            self.scroll_to_region(
                Region(0, max(line - 1, 0), 1, 3), animate=False, immediate=True
            )
        self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begins to mark with the mouse."""
        if self.cursor is not None:
            self.cursor = self.first_word = self.word_under(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Marks further while a button is down."""
        if self.cursor is not None and event.button:
            self.cursor = self.word_under(event)

    def word_under(self, event: events.MouseEvent) -> int:
        """The number of the word under the mouse."""
        number = min(event.y + self.scroll_offset.y, len(self.wrap.lines) - 1)
        start, end = self.wrap.lines[number]
        return self.word_at(min(start + max(event.x - 1, 0), end))
