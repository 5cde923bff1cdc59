"""Runs of capitalised words, of which some are names that nobody has listed."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from claimgraph.dates import WEEKDAYS as DAYS
from claimgraph.extraction.names.mention import SpokenSentence
from claimgraph.extraction.words.name_words import NUMBERED, is_number
from claimgraph.extraction.words.tokens import WordToken
from claimgraph.extraction.words.word_lists import words

NO_NAMES, JOINTS = words("names", "no_names"), words("names", "joints")
# stand right before or after a name and belong to none
WEEKDAYS = frozenset(map(str.lower, DAYS))
# days that have a name of their own
DAYS_NAMED = frozenset(("black", "bloody", "good", "palm", "easter", "ash", "holy"))
PARTICLES, TITLES = words("names", "particles"), words("people", "titles")
# joints that are inside names only after "of" or "for": "Movement for Unity and Faith"
LOOSE = frozenset(("of", "and", "in", "for", "on"))
# bodies that are "on" what they look into
ON = frozenset(("center", "centre", "council", "commission", "committee", "institute"))
# words whose possessive is part of a name
OWNERS = frozenset(("lord's", "people's", "peoples'", "women's", "god's", "prophet's"))
DEMONYMS = words("demonyms", "all")
# the last words of names of groups that have parts
WHOLES = words("groups", "heads")
HEADS = WHOLES | words("bodies", "heads")
# with which names begin, though sentences do so more often
AFRESH = frozenset(("new",))
# more words than any name has, or stand in one from its number to what it is
MOST_WORDS, MOST_BEFORE_UNIT = 12, 5


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some words of a passage that may be a name: from the first token to the last."""

    passage: SpokenSentence
    first: int
    last: int

    @property
    def tokens(self) -> list[WordToken]:
        """Its words."""
        return self.passage.tokens[self.first : self.last]

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.passage.tokens[self.first].start

    @property
    def end(self) -> int:
        """Where it ends, without a possessive 's."""
        return self.passage.tokens[self.last - 1].bare_end

    @property
    def words(self) -> str:
        """The words as written."""
        return self.passage.text[self.start : self.end]

    @property
    def low(self) -> list[str]:
        """Its words as they are compared, the last one without a possessive 's."""
        return [*(one.folded for one in self.tokens[:-1]), self.tokens[-1].bare]

    def before(self, most: int = 80) -> str:
        """What stands before it in its sentence, cut."""
        start = max(self.passage.span.start, self.start - most)
        return self.passage.text[start : self.start]

    def after(self, most: int = 100) -> str:
        """What stands after it in its sentence, cut."""
        return self.passage.text[self.end : min(self.passage.span.end, self.end + most)]


def phrases(
    passage: SpokenSentence, taken: Collection[int], small: Collection[str]
) -> Iterator[Phrase]:
    """The runs of capitalised words of a sentence that is no title.

    `taken` are tokens that are others' names, `small` the words that the article also
    writes in small letters.
    """
    tokens, at = passage.tokens, 0
    while at < len(tokens):
        if at in taken or not begins(passage, at, small):
            at += 1
            continue
        last = end_of(passage, at, taken)
        yield from without_titles(passage, at, last)
        at = last


def without_titles(passage: SpokenSentence, first: int, last: int) -> Iterator[Phrase]:
    """The names of a run of words: before and after the titles inside it.

    "Interior Ministry Spokesman Karim Bel" has two.
    """
    tokens = passage.tokens
    body = tokens[last - 1].bare in HEADS or is_for(passage, first)
    if last - first > 1 and body and not is_office(passage, first):
        yield Phrase(passage, first, last)
        return
    start = first
    for at in range(first, last + 1):
        if at < last and tokens[at].folded not in TITLES:
            continue
        if at > start:
            yield Phrase(passage, start, at)
        start = at + 1
        if at + 1 < last and tokens[at + 1].text == "of":
            # "Secretary of State A"
            start = min(at + 3, last)


# behind the word for a unit: it is no name, but tells of which lines or men
COUNTED = frozenset(("commander", "commanders", "headquarters", "line", "lines", "men"))


def is_office(passage: SpokenSentence, first: int) -> bool:
    """Whether words tell of who heads a body, and not of it: "Chief of Police"."""
    title, joint = passage.tokens[first : first + 2]
    return title.folded in TITLES and joint.text == "of"


def is_for(passage: SpokenSentence, first: int) -> bool:
    """Whether a name tells early what its body stands for: "Front for Justice"."""
    low = [one.folded for one in passage.tokens[first : first + 3]]
    return any(one in HEADS and two == "for" for one, two in pairwise(low))


def begins(passage: SpokenSentence, at: int, small: Collection[str]) -> bool:
    """Whether a name may begin with a word."""
    token = passage.tokens[at]
    if token.text in PARTICLES:
        return follows(passage, at, "-") and passage.tokens[at + 1].is_capital
    if token.text[0].islower():
        return False
    if unit_end(passage, at):
        return True
    opens = at == 0 or passage.text[token.start - 1] in "\"'"
    if not token.is_capital:
        return False
    if {token.folded, token.bare} & NO_NAMES:
        owner = token.text.lower() in OWNERS
        inside = owner or (token.folded in AFRESH and not opens)
        return inside and names_more(passage, at)
    return not (opens and token.folded in small) or names_more(passage, at)


def unit_end(passage: SpokenSentence, at: int) -> int:
    """After which token a unit's name ends that begins with its number; 0 if none does.

    "3 Brigade", "10th Front", "7 division".
    """
    tokens = passage.tokens
    if not is_number(tokens[at].text):
        return 0
    for last in range(at + 1, min(at + MOST_BEFORE_UNIT, len(tokens))):
        token = tokens[last]
        if not follows(passage, last - 1):
            return 0
        if token.bare in NUMBERED:
            if not token.is_capital and not names_unit(passage, at, last):
                return 0
            return last + 1
        if not token.is_capital:
            return 0
    return 0


def names_unit(passage: SpokenSentence, at: int, last: int) -> bool:
    """Whether a number names a unit in small letters: 7 division, no 4 front lines."""
    tokens = passage.tokens
    if tokens[at].text[0].isalpha():
        return False
    behind = tokens[last + 1].text if last + 1 < len(tokens) else ""
    if not behind or behind == "of" or not follows(passage, last, " "):
        return True
    ordinal = not tokens[at].text.isdigit()
    known = at > 0 and tokens[at - 1].folded == "the"
    return behind[0].isupper() or ((ordinal or known) and behind not in COUNTED)


def names_more(passage: SpokenSentence, at: int) -> bool:
    """Whether the word after the first of a sentence is a capitalised one, too."""
    return follows(passage, at) and passage.tokens[at + 1].is_capital


def follows(passage: SpokenSentence, at: int, signs: str = " -") -> bool:
    """Whether one of some signs alone parts a word from the next one."""
    tokens = passage.tokens
    if at + 1 >= len(tokens):
        return False
    gap = passage.text[tokens[at].end : tokens[at + 1].start]
    initial = len(tokens[at].text) == 1 and gap == ". "
    plural = tokens[at].text.endswith("s") and gap == "' "
    return (len(gap) == 1 and gap in signs) or initial or plural


def end_of(passage: SpokenSentence, at: int, taken: Collection[int]) -> int:
    """After which token a name ends that begins with one."""
    tokens, last = passage.tokens, at + 1
    unit = unit_end(passage, at)
    if unit:
        # what follows is whose it is: "3 Brigade of the Arlandish Army"
        return unit
    while last < min(len(tokens), at + MOST_WORDS):
        previous = tokens[last - 1]
        ended = previous.bare != previous.folded and previous.text.lower() not in OWNERS
        ended = ended or is_day_beside(passage, last)
        if ended or last in taken or not follows(passage, last - 1):
            break
        if unit_end(passage, last):
            # "Commanding Officer 7 Division"
            break
        token = tokens[last]
        if token.is_capital or token.text.isdecimal():
            last += 1
            continue
        step = over_joints(passage, at, last, taken)
        if step == last:
            break
        last = step
    return without_owner(passage, at, without_whole(passage, at, last))


def without_whole(passage: SpokenSentence, at: int, last: int) -> int:
    """Where the name of a part ends before its group's: "Sun Battalion of the A Front".

    Both are names by their last words.
    """
    tokens = passage.tokens
    if tokens[last - 1].bare not in WHOLES:
        return last
    for joint in range(at + 2, last - 2):
        said = tokens[joint].text, tokens[joint + 1].text
        if said == ("of", "the") and tokens[joint - 1].bare in HEADS:
            return joint
    return last


def is_day_beside(passage: SpokenSentence, at: int) -> bool:
    """Whether a word tells the day beside a name: "in Arland Friday"."""
    tokens = passage.tokens
    ends = at + 1 == len(tokens) or not names_more(passage, at)
    return (
        ends and tokens[at].bare in WEEKDAYS and tokens[at - 1].bare not in DAYS_NAMED
    )


def without_owner(passage: SpokenSentence, at: int, last: int) -> int:
    """Where a name ends that goes on with whose it is: "Sun Force of the Arlandish A".

    What is so called is of a body with a name of its own.
    """
    tokens, end = passage.tokens, last - 1
    if tokens[end].bare not in DEMONYMS or tokens[end].bare != tokens[end].folded:
        return last
    while end > at + 1 and tokens[end - 1].text in JOINTS:
        end -= 1
    return end if end < last - 1 else last


def over_joints(
    passage: SpokenSentence, at: int, last: int, taken: Collection[int]
) -> int:
    """After the capitalised word that follows one or two small words of a name."""
    tokens = passage.tokens
    for end in range(last, min(last + 3, len(tokens))):
        token = tokens[end]
        if end in taken or not follows(passage, end - 1):
            return last
        if token.is_capital:
            return end + 1 if end > last else last
        if token.text not in JOINTS:
            return last
        if token.text in LOOSE and not may_go_on(passage, at, last, token.text):
            return last
    return last


def may_go_on(passage: SpokenSentence, at: int, last: int, joint: str) -> bool:
    """Whether a joint that mostly parts names is inside one.

    "For" and "of" are so after what a body is; "and" and "in" after one of those.
    """
    low = [one.folded for one in passage.tokens[at:last]]
    if joint == "on":
        after = passage.tokens[last + 1 : last + 2]
        return low[-1] in ON and NO_NAMES.isdisjoint(one.folded for one in after)
    if joint == "of" and len(low) == 1:
        return True
    if joint in ("of", "for"):
        return low[0] in HEADS or low[-1] in HEADS
    return low[0] in HEADS and ("of" in low or "for" in low)
