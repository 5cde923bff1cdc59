"""The short page: what a reader must know, and no more than one page holds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from claimgraph.passages import cut_end
from claimgraph.reports.document import Chapter, Head, Sentence
from claimgraph.reports.document.wording import count_of, verb_for

# at most so many lines of a terminal, which is about a sheet of A4
LINES, WIDTH = 60, 80
# the mark before a point, and its reference behind it
MARK, REFERENCE = 3, 11
LONGEST = 12
# as much of an id as names one claim
SHORT_ID = 8
# no text shows more references to claims than these
MOST_REFERENCES = 5
TITLES: Mapping[str, str] = {
    "short": "In short",
    "sides": "For and against",
    "alone": "On the word of one speaker",
    "open": "Disputed and withheld",
    "proposed": "Only proposed, in no count",
    "nobody": "What nobody says",
}
# how the last of them is called, and begins, where a machine read the articles
NOT_FOUND = "Of what no claim was found"
MISSES = "A machine read articles here and misses much: they may say what follows."
# how many points of a chapter are chosen in each round
TURNS = {"short": 3, "sides": 3}
# what the words mean, where the first of them stands
WORDS = "What each word means: claimgraph docs glossary."
# the last line of the page
ENDING = "claimgraph show ID opens a claim with its quote; --full gives everything."
# the same point by other claims: the first that no point before it shows is taken
Wordings = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """All that the chapters of the short page could say, what matters most first."""

    short: Iterable[Wordings] = ()
    sides: Iterable[Wordings] = ()
    alone: Iterable[Wordings] = ()
    open: Iterable[Wordings] = ()
    proposed: Iterable[Wordings] = ()
    nobody: Iterable[Wordings] = ()

    def chapters(self) -> Iterator[tuple[str, list[Wordings]]]:
        """The points of each chapter in the order of the page."""
        for key in TITLES:
            points: Iterable[Wordings] = getattr(self, key)
            yield key, [one for one in points if one]


def opening_words(head: Head, reviews: Sequence[str]) -> list[str]:
    """What stands above the short page, below its title.

    `reviews` are those of the claims behind the report. Only what may surprise is said
    of filters and of claims that are left out.
    """
    named, proposed = len(reviews), reviews.count("proposed")
    stand = verb_for(named, "stands", "stand")
    behind = f"{stand} behind this report{proposed_words(named, proposed)}"
    used = f"{named or 'None'} of {count_of(head.used, 'claim')} {behind}"
    used = used if head.used else "There are no claims here"
    marks = [f"filters: {one}" for one in head.filters]
    left_out = sum(len(one.claims) for one in head.left_out)
    marks += [f"{left_out} left out"] if left_out else []
    marks += [f"{head.rejected} rejected before"] if head.rejected else []
    return [head.caution, f"{'; '.join((used, *marks))}.", WORDS]


def proposed_words(named: int, proposed: int) -> str:
    """How many of the claims behind a report are only proposed.

    >>> proposed_words(3, 2), proposed_words(2, 2), proposed_words(2, 0)
    (', 2 of them only proposed and in no count', ', only proposed and in no count', '')
    """
    some = f" {proposed} of them" if proposed < named else ""
    return f",{some} only proposed and in no count" if proposed else ""


def more_words(chapter: Chapter, how: str = ": --full") -> str:
    """How many points of a chapter the page has no room for."""
    return f" (and {chapter.more} more{how})" if chapter.more else ""


def short_page(title: str, head: Head, draft: Draft) -> tuple[Chapter, ...]:
    """The chapters with as many points as the page has lines for.

    The chapters take turns, so that none takes the place of another. No claim is
    referred to twice, and nothing said twice; a point that is too long for the lines
    that are left gives way. A chapter with nothing to say is left out.
    """
    titles, waiting = titles_for(head), dict(draft.chapters())
    # what leads in to what nobody says stands only before a point
    leads = {"nobody": (Sentence(MISSES),)} if head.machine_read else {}
    chosen: dict[str, list[tuple[int, Sentence]]] = {key: [] for key in waiting}
    passed: dict[str, list[Wordings]] = {key: [] for key in waiting}
    places = {key: 0 for key in waiting}
    room = free_lines(title, head, sum(map(bool, waiting.values())))
    used = set[str]()
    while any(waiting.values()):
        for key, points in waiting.items():
            for _ in range(min(TURNS.get(key, 1), len(points))):
                point = points.pop(0)
                places[key] += 1
                one = free_wording(point, used)
                if one is None:
                    continue
                lead = () if chosen[key] else leads.get(key, ())
                if (needed := sum(map(height, (*lead, one)))) > room:
                    passed[key].append(point)
                    continue
                room -= needed
                used.update((one.text, *one.claims))
                chosen[key].append((places[key], one))
    return tuple(
        Chapter(
            key,
            titles[key],
            (*leads.get(key, ()), *(one for _, one in chosen[key])),
            sum(free_wording(one, used) is not None for one in passed[key]),
        )
        for key in TITLES
        if chosen[key]
    )


def titles_for(head: Head) -> Mapping[str, str]:
    """How the chapters are called: what a machine missed is not what nobody says."""
    return {**TITLES, "nobody": NOT_FOUND} if head.machine_read else TITLES


def free_wording(point: Wordings, used: set[str]) -> Sentence | None:
    """The first wording whose claim no point refers to yet, cut where it is long."""
    for one in point:
        text = cut_end(one.text, LONGEST * (WIDTH - MARK))
        if used.isdisjoint((text, *one.claims[:1])):
            return Sentence(text, one.claims)
    return None


def free_lines(title: str, head: Head, chapters: int) -> int:
    """The lines that head, titles of chapters and the last lines leave."""
    # as if all claims were behind it, and some proposed: no opening is longer
    most = ["proposed"] * min(head.proposed, max(head.used - 1, 0))
    opening = opening_words(head, most + ["accepted"] * (head.used - len(most)))
    above = sum(lines_of(one, WIDTH) for one in (title, *opening))
    return LINES - above - lines_of(ENDING, WIDTH) - 1 - 2 * chapters


def height(one: Sentence) -> int:
    """The lines that a point takes on a terminal."""
    reference = " " + "x" * REFERENCE if one.claims else ""
    return lines_of(one.text + reference, WIDTH - MARK)


def lines_of(text: str, width: int) -> int:
    """How many lines a text takes, broken at spaces as a terminal does."""
    return len(wrap(text, width, break_on_hyphens=False))
