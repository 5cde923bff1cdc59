"""Heads of mails and of texts out of archives, what mails quote, and who signs them."""

import re
from collections.abc import Sequence
from email.errors import HeaderParseError
from email.header import decode_header, make_header

from claimgraph.model import ZoneKind
from claimgraph.pages import FoundWords

HEADER = re.compile(r"([A-Z][A-Za-z]*(?:-[A-Za-z]+)*):(?:\s+(.*))?")
# by what names a head gives the title, the outlet, the author and the day of a text
TITLES = ("subject", "title", "headline")
OUTLETS = ("source", "publication", "publisher")
AUTHORS = ("author", "byline")
DAYS = ("date", "sent", "published")
NAMES = frozenset(
    {
        *(*TITLES, *OUTLETS, *AUTHORS, *DAYS),
        *("from", "to", "cc", "bcc", "sender", "received", "importance", "priority"),
        *("sensitivity", "attachments", "organization", "precedence", "newsgroups"),
    }
)
# two of these tell a head from lines that begin with a word and a colon
TELLING = frozenset({"from", "to", "cc", *TITLES, *OUTLETS, *AUTHORS, *DAYS})
ENOUGH = 2
FORWARDED = re.compile(r"-*\s*(?:begin )?forwarded (?:message|mail)\b.*", re.IGNORECASE)
PARTED = re.compile(r"-{2,}\s*original (?:message|mail|appointment)\b.*", re.IGNORECASE)
ATTRIBUTION = re.compile(r"on .*\bwrote:", re.IGNORECASE)
REPLY = re.compile(r"(?:(?:re|fwd?|aw|wg|sv|tr)\s*(?:\[\d+\])?:\s*)+", re.IGNORECASE)
# an attribution may take so many lines
ATTRIBUTION_LINES = 3
# who has written so many letters above a mail does not pass it on, but answers it
OWN_WORDS = 200
SIGNED = "--"
# a mailbox, or who passes a mail on, has a line or two above its head
ABOVE = 3


def mail_kinds(lines: Sequence[str]) -> list[ZoneKind | None]:
    """Of which zone each line of a mail is: what it quotes is of others.

    Of a text that is no mail none is, but lines with the sign for a quote in front.
    """
    kinds: list[ZoneKind | None] = [None] * len(lines)
    rest: ZoneKind | None = None
    letters, at = 0, 0
    while at < len(lines):
        head, told = header_length(lines, at), attribution_length(lines, at)
        answers = letters >= OWN_WORDS
        if head or PARTED.fullmatch(lines[at].strip()):
            passed_on = not at or FORWARDED.fullmatch(lines[at - 1].strip())
            mailed = not head or any(map(names_sender, lines[at : at + head]))
            rest = "comments" if answers and mailed and not passed_on else None
            for one in range(at, at + max(head, 1)):
                kinds[one] = "author-box"
        elif told:
            for one in range(at, at + told):
                kinds[one] = "comments"
            marked = any(map(is_quoted, lines[at + told : at + told + 1]))
            rest = rest if marked or not answers else "comments"
        elif lines[at].strip() == SIGNED and any(kinds[:at]):
            kinds[at] = rest = "author-box"
        else:
            kinds[at] = "comments" if is_quoted(lines[at]) else rest
            letters += len(lines[at]) if kinds[at] is None else 0
        at += max(head, told, 1)
    return kinds


def header_length(lines: Sequence[str], at: int) -> int:
    """How many lines of the head of a mail begin at a line; none where none does."""
    names, end = set[str](), at
    while end < len(lines):
        found = HEADER.fullmatch(lines[end].lstrip("\ufeff"))
        if found and (found[1].lower() in NAMES or "-" in found[1]):
            names.add(found[1].lower())
        elif not (names and lines[end][:1] in (" ", "\t")):
            break
        end += 1
    return end - at if len(names & TELLING) >= ENOUGH else 0


def mail_fields(lines: Sequence[str]) -> dict[str, str]:
    """What the head of a mail says, by its names in small letters."""
    fields, name = dict[str, str](), ""
    first = next((at for at in range(ABOVE) if header_length(lines, at)), 0)
    for line in lines[first : first + header_length(lines, first)]:
        found = HEADER.fullmatch(line.lstrip("\ufeff"))
        if found is not None:
            name = found[1].lower()
            fields.setdefault(name, found[2] or "")
        else:
            fields[name] = f"{fields[name]} {line.strip()}"
    return {name: header_words(value) for name, value in fields.items()}


def field_in(fields: dict[str, str], names: Sequence[str]) -> FoundWords | None:
    """What a head gives under the first of some names, without the signs of answers.

    >>> field_in({"subject": "FW: Re: Blast in Orvel"}, TITLES)
    FoundWords(words='Blast in Orvel', evidence='Subject in the head of the text')
    """
    for name in names:
        words = " ".join(fields.get(name, "").split())
        found = REPLY.match(words)
        words = words[found.end() :] if found else words
        if words:
            return FoundWords(words, f"{name.capitalize()} in the head of the text")
    return None


def names_sender(line: str) -> bool:
    """Whether a line of a head says who sent a mail."""
    return line.lower().startswith("from:")


def header_words(value: str) -> str:
    """The words of a header, in which letters may be spelt by numbers."""
    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, ValueError):
        return value


def is_quoted(line: str) -> bool:
    """Whether a line has the sign in front by which mails quote.

    >>> is_quoted("> > Who did it?"), is_quoted("5 > 3")
    (True, False)
    """
    return line.lstrip("\ufeff \t").startswith(">")


def attribution_length(lines: Sequence[str], at: int) -> int:
    """How many lines at a line say who wrote what is quoted after it; none elsewhere.

    "On Monday she wrote:" is one only where a quoted line follows, or an address of
    mails stands in it.
    """
    for number in range(1, ATTRIBUTION_LINES + 1):
        told = " ".join(one.strip() for one in lines[at : at + number])
        marked = any(map(is_quoted, lines[at + number : at + number + 1]))
        if is_quoted(told):
            return 0
        if number == 1 and marked and told.endswith(":"):
            return 1
        if ATTRIBUTION.fullmatch(told) and (marked or "@" in told):
            return number
        if not told.lower().startswith("on "):
            return 0
    return 0
