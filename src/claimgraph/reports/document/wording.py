"""Words that all parts of a report use: speakers, numbers, lists and days."""

from collections.abc import Mapping, Sequence

from claimgraph.analysis.context import is_unspecified
from claimgraph.date_words import day_words
from claimgraph.errors import number_of
from claimgraph.made_names import HIDDEN_SPEAKER, is_made_name, with_short_titles
from claimgraph.reports.document import ClaimLine, HopLine
from claimgraph.safe_text import shown_title

HIDDEN = HIDDEN_SPEAKER


def spoken_name(hop: HopLine) -> str:
    """The name of a speaker in a sentence."""
    return HIDDEN if is_unspecified(hop.holder) else with_short_titles(hop.name)


def tells_unnamed(name: str) -> bool:
    """Whether a name says by itself that nobody is named."""
    return "unnamed" in name or name == HIDDEN or is_made_name(name)


def chain_words(chain: Sequence[HopLine]) -> str:
    """The whole chain from the outside in, each with its stance."""
    return " > ".join(hop_words(hop) for hop in chain)


def hop_words(hop: HopLine) -> str:
    """One speaker: name, whether unnamed, stance, and how it was said."""
    name = spoken_name(hop)
    marked = hop.unnamed and not tells_unnamed(name)
    how = ", ".join(part for part in (hop.stance, hop.medium) if part)
    return f"{name}{' (unnamed)' if marked else ''} [{how}]"


def count_of(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun.

    >>> count_of(1, "origin"), count_of(2, "origin"), count_of(0, "group")
    ('1 origin', '2 origins', 'no groups')
    """
    words = number_of(number, noun, plural)
    return words if number else words.replace("0", "no", 1)


def apart_words(told: int, apart: Mapping[str, int]) -> str:
    """A number, and the numbers of those that are told apart from it.

    >>> apart_words(2, {"proposed": 0}), apart_words(0, {"hidden": 1, "proposed": 2})
    ('2', '1 hidden, 2 proposed')
    """
    counts = [f"{number} {word}" for word, number in apart.items() if number]
    return ", ".join([str(told)] * (bool(told) or not counts) + counts)


def counted_lines(lines: Sequence[ClaimLine]) -> str:
    """How many claims a report names of one source, proposed ones told apart."""
    proposed = sum(map(is_proposed, lines))
    some = f"{proposed} of them " if proposed < len(lines) else ""
    told = count_of(len(lines), "claim")
    return f"{told}, {some}only proposed" if proposed else told


def verb_for(number: int, one: str, many: str) -> str:
    """The word that goes with a number, which often is a verb.

    >>> verb_for(1, "rests", "rest"), verb_for(2, "is", "are"), verb_for(0, "is", "are")
    ('rests', 'are', 'are')
    """
    return one if number == 1 else many


def some_words(parts: Sequence[str], most: int = 3) -> str:
    """The first parts, and how many more there are.

    >>> some_words(["a", "b", "c", "d"], 2), some_words(["a", "b"], 2)
    ('a, b and 2 more', 'a and b')
    """
    more = len(parts) - most
    return list_words([*parts[:most], f"{more} more"] if more > 0 else parts)


def either_words(parts: Sequence[str]) -> str:
    """The parts with an "or", with commas where two would be misread.

    >>> either_words(["a", "b or c"]), either_words(["a"]), either_words(["a", "b"])
    ('a, or b or c', 'a', 'a or b')
    """
    plain = len(parts) == 2 and not any(" or " in one for one in parts)
    before_last = " or " if plain else ", or "
    return before_last.join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def list_words(parts: Sequence[str]) -> str:
    """The parts with commas and an "and".

    >>> list_words(["a", "b", "c"]), list_words(["a"]), list_words([])
    ('a, b and c', 'a', 'nobody')
    """
    if len(parts) < 2:
        return parts[0] if parts else "nobody"
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def when(line: ClaimLine) -> str:
    """When it was said, and for which time."""
    said = f"said {day_words(line.said)}" if line.said else "not dated"
    if not line.valid:
        return said
    words = f" (“{line.valid_words}”)" if line.valid_words else ""
    return f"{said}; for the time {day_words(line.valid)}{words}"


def review_words(line: ClaimLine) -> str:
    """What stands behind the day of a claim that nobody accepted."""
    return ", proposed" if is_proposed(line) else ""


def is_proposed(line: ClaimLine) -> bool:
    """Whether nobody accepted a claim, so that it is in no count."""
    return line.review == "proposed"


def details(line: ClaimLine) -> tuple[tuple[str, str], ...]:
    """All that every form prints of a claim beside its quote, by label."""
    mode = [line.modality, line.polarity, line.reason, line.former and "former"]
    rows = [
        ("chain", chain_words(line.chain)),
        ("how", ", ".join(str(part) for part in mode if part)),
        ("said", day_words(line.said or "not known")),
        ("valid", day_words(line.valid) if line.valid else ""),
        ("words of the time", line.valid_words or ""),
        ("published", day_words(line.published or "not known")),
        ("article", f"{line.article}: {shown_title(line.title)}, {line.place}"),
        ("claim", f"{line.id}, {line.review}"),
        ("grade", line.grade or ""),
        ("confidence", "" if line.confidence is None else f"{line.confidence:g}"),
        ("note", line.note or ""),
    ]
    return tuple((label, text) for label, text in rows if text)
