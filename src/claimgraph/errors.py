"""Everything that can go wrong, as one tree.

ClaimgraphError
├── SchemaError            a declaration in schema/ is bad
├── CorpusError            a corpus folder, an article or a claims file is bad
├── GateError              what was given does not pass: `problems` says all of it
├── LoaderError            a source cannot be read
├── QueryError             a question is unknown or wrongly asked
├── ExportError            a format cannot be written
├── ModelError             a language model cannot be asked
├── MissingExtraError      an optional package is not installed
└── StoreError             the graph cannot be used
    ├── StoreMissingError      there is no graph yet
    ├── StoreBusyError         another process has it open
    ├── StoreChangedError      another program took away what was to be linked
    └── StoreUnreachableError  no server answers, or it refuses the password
"""

import errno
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from claimgraph.folding import fold

# what a person can do when the operating system refuses a file or a folder
ROOM = "make room on that disk and run the same command again"
RIGHTS = "give yourself the right to, or name another place"
REMEDIES = {
    errno.ENOSPC: ROOM,
    errno.EDQUOT: ROOM,
    errno.EFBIG: ROOM,
    errno.EACCES: RIGHTS,
    errno.EPERM: RIGHTS,
    errno.EROFS: "name a place that is not read-only",
    errno.ENOENT: "it, or its folder, is gone: see whether the name is right",
    errno.ENOTDIR: "a file stands where a folder should be: see whether the name is "
    "right",
    errno.EIO: "the disk may be damaged: try another one",
    errno.EMFILE: "too many files are open: close some, or raise `ulimit -n`",
}

# how alike two words are at least that may be one, of 100: "capital" is no hospital
NEAR = 70
# letters of a word that begins a name, and of one with a slip; what these count at
# least, and what another type takes away
BEGINNING, SLIPPED, BEGUN, SLIP, OTHER_HEAD = 4, 3, 85, 90, 10


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in a person's file, with its place."""

    file: str
    line: int | None
    key: str
    reason: str

    def __str__(self) -> str:
        return located_message(self.reason, self.file, self.line, self.key)


class ClaimgraphError(Exception):
    """One clear message; where it belongs is in fields, and in the text in front.

    A command that it ends has the `exit_code`.
    """

    exit_code: ClassVar = 1

    def __init__(
        self,
        message: str,
        *,
        file: str | None = None,
        line: int | None = None,
        key: str | None = None,
        target: str | None = None,
    ) -> None:
        self.message, self.file, self.line = message, file, line
        self.key, self.target = key, target
        super().__init__(located_message(message, file, line, key))


class SchemaError(ClaimgraphError):
    """A declaration in `schema/` is bad."""


class CorpusError(ClaimgraphError):
    """A corpus folder, an article or a claims file is bad."""


class GateError(ClaimgraphError):
    """What was given does not pass the gate; nothing of it was written.

    `message` counts the problems, and `after` goes on from there; the text of the error
    has each problem on a line of its own.
    """

    def __init__(self, problems: Iterable[Problem], after: str = "") -> None:
        self.problems = tuple(problems)
        number = len(self.problems)
        super().__init__(f"{number} problem{'s' if number != 1 else ''}{after}")

    def __str__(self) -> str:
        return "\n".join((self.message, *map(str, self.problems)))


class LoaderError(ClaimgraphError):
    """A source cannot be read."""


class QueryError(ClaimgraphError):
    """A question is unknown or wrongly asked."""


class ExportError(ClaimgraphError):
    """A format cannot be written."""


class ModelError(ClaimgraphError):
    """A language model cannot be asked, or its endpoint does not answer."""


class MissingExtraError(ClaimgraphError):
    """An optional package is not installed."""


class StoreError(ClaimgraphError):
    """The graph cannot be used; `target` says which."""


class StoreMissingError(StoreError):
    """There is no graph in that place yet."""


class StoreBusyError(StoreError):
    """Another process has the graph open."""


class StoreChangedError(StoreError):
    """Another program took away what was to be linked; nothing was written."""


class StoreUnreachableError(StoreError):
    """No server answers there, or it refuses the user name and password."""

    exit_code: ClassVar = 3


def located_message(
    message: str, file: str | None, line: int | None, key: str | None
) -> str:
    """The message with file, line and key in front, as compilers write it.

    >>> located_message("is no relation type", "claims/a.yaml", 31, "relation")
    'claims/a.yaml:31: relation: is no relation type'
    """
    place = file or ""
    if file and line is not None:
        place = f"{file}:{line}"
    return ": ".join(part for part in (place, key, message) if part)


def system_reason(error: OSError) -> str:
    """Why the operating system refused, in its own words, and what to do.

    >>> system_reason(OSError(errno.EROFS, "Read-only file system"))
    'Read-only file system: name a place that is not read-only'
    """
    remedy = REMEDIES.get(error.errno or 0)
    reason = error.strerror or str(error)
    return f"{reason}: {remedy}" if remedy else reason


@contextmanager
def named_os_errors(
    kind: type[ClaimgraphError], path: Path | str, what: str = "cannot be written"
) -> Generator[None]:
    """Inside, what the operating system refuses is an error of ours about that path."""
    try:
        yield
    except OSError as error:
        reason = f"{what}: {system_reason(error)}"
        raise kind(reason, file=str(path)) from error


def number_of(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun, as messages and reports say it.

    >>> number_of(1, "article"), number_of(2, "article")
    ('1 article', '2 articles')
    """
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"


def with_article(noun: str) -> str:
    """A noun as a sentence says it of one.

    >>> with_article("Attack"), with_article("group")
    ('an Attack', 'a group')
    """
    return f"{'an' if noun[0].lower() in 'aeiou' else 'a'} {noun}"


def near(
    word: str, known: Iterable[str], number: int = 3, least: int = NEAR
) -> list[str]:
    """Those of the known names that are most like a word as `fold` has it, best first.

    >>> near("claimd by", ["LED_BY", "CLAIMED_BY"], 1), near("capital", ["hospital"])
    (['CLAIMED_BY'], [])
    """
    scored = [(-spelt_alike(word, one), at, one) for at, one in enumerate(known)]
    ranked = sorted(one for one in scored if -one[0] >= least)
    return [name for _, _, name in ranked[:number]]


def spelt_alike(word: str, name: str) -> float:
    """How likely a word is a slip of a known name, of 100.

    Of ids, what stands behind the slash counts: a type in common says nothing. A name
    that begins with the word is near, or half of which they share, or one slip away.

    >>> spelt_alike("place/veshti", "place/estonia") < NEAR < spelt_alike("gdt", "gtd")
    True
    """
    from rapidfuzz import fuzz
    from rapidfuzz.distance import OSA, Prefix

    head, _, tail = word.rpartition("/")
    its_head, _, its_tail = name.rpartition("/")
    asked, its_own = fold(tail), fold(its_tail)
    score = fuzz.token_sort_ratio(asked, its_own)
    if not head:
        score = max(score, fuzz.token_sort_ratio(asked, fold(name)))
    begun = Prefix.similarity(asked, its_own)
    half = 2 * begun >= max(len(asked), len(its_own))
    slip = OSA.distance(asked, its_own) <= 1 and len(asked) >= SLIPPED
    if slip:
        score = max(score, float(SLIP))
    if (half and begun >= SLIPPED) or begun == len(asked) >= BEGINNING:
        score = max(score, float(BEGUN))
    return score - OTHER_HEAD if head and fold(head) != fold(its_head) else score


def nearest(word: str, known: Iterable[str]) -> str:
    """The known name that is likely meant, in brackets; nothing where none is near.

    Where people have another word for one, that; else the one that is spelt most alike.

    >>> nearest("claimd_by", ["CLAIMED_BY", "LED_BY"]), nearest("date", ["published"])
    (' (nearest: CLAIMED_BY)', ' (nearest: published)')
    """
    from claimgraph.likely_words import likely_word

    listed = list(known)
    likely = likely_word(word, listed)
    found = [likely] if likely is not None else near(word, listed, 1)
    return f" (nearest: {found[0]})" if found else ""


def unknown_word(word: str, known: Iterable[str]) -> str:
    """What is wrong with a word that is on no list, with the nearest or all of them.

    >>> unknown_word("deneid", ["affirmed", "denied"])
    'deneid is unknown (nearest: denied)'
    """
    words = list(known)
    hint = nearest(word, words) or f" (one of: {', '.join(words)})"
    return f"{word} is unknown{hint}"


def known_word(word: str, known: Iterable[str]) -> str | None:
    """The one of the known words that is meant, in any case; None where none is.

    >>> known_word("alleged link", ["ALLEGED_LINK"]), known_word("linked", ["LINK"])
    ('ALLEGED_LINK', None)
    """
    listed = list(known)
    if word in listed:
        return word
    return {fold(one): one for one in listed}.get(fold(word))
