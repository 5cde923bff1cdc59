"""The id of an entity that is new, by the rule of docs/data.md."""

import re
from collections.abc import Collection, Iterator
from itertools import count

from claimgraph.dates import span
from claimgraph.errors import ClaimgraphError, CorpusError
from claimgraph.folding import fold
from claimgraph.ids import UNNAMED
from claimgraph.name_sounds import in_latin

OTHERS = re.compile(r"[^a-z0-9]+")
# a longer one is cut between words
LONGEST = 80
UNDATED = "undated"


def slug_of(name: str) -> str:
    """A name in a-z, 0-9 and hyphens; CorpusError where nothing is left.

    >>> slug_of("Al-Ah\\u0323ra\\u0304r, 2nd Front"), slug_of("\\u0425\\u0430\\u043d")
    ('al-ahrar-2nd-front', 'khan')
    """
    plain = OTHERS.sub("-", in_latin(fold(name))).strip("-")
    if len(plain) > LONGEST:
        plain = plain[: LONGEST + 1].rpartition("-")[0] or plain[:LONGEST]
    if not plain:
        raise CorpusError(f"{name!r} has no letter for an id: give one", key="--id")
    return plain


def new_id(prefix: str, names: Collection[str], taken: Collection[str]) -> str:
    """Prefix and slug of the longest name; where that is taken, with -2 and so on."""
    return free_id(f"{prefix}/{slug_of(max(names, key=len))}", taken)


def unnamed_id(prefix: str, stem: str, name: str, taken: Collection[str]) -> str:
    """The id of somebody whom an article leaves without a name."""
    return free_id(f"{prefix}{UNNAMED}{stem}-{slug_of(name)}", taken)


def attack_id(day: str | None, place: str, what: str, taken: Collection[str]) -> str:
    """Month, place, and target or kind of an attack; the day where two would be one."""
    dates = list(attack_dates(day))
    ends = f"{slug_of(place)}-{slug_of(what)}"
    tried = [f"attack/{date}-{ends}" for date in dates]
    found = next((one for one in tried if one not in taken), None)
    return found or free_id(tried[0], taken)


def attack_dates(day: str | None) -> Iterator[str]:
    """How the id of an attack may begin: its month, then its day."""
    if day is None:
        yield UNDATED
        return
    try:
        found = span(day)
    except ClaimgraphError as error:
        raise CorpusError(error.message, key="--when") from error
    first, last = found.earliest or "", found.latest or ""
    month = first[:7] if first[:7] == last[:7] else first[:4]
    yield month if first[:4] == last[:4] and month else UNDATED
    if first and first == last:
        yield first


def free_id(wanted: str, taken: Collection[str]) -> str:
    """The id, or the first with a number that nobody has."""
    if wanted not in taken:
        return wanted
    tried = (f"{wanted}-{number}" for number in count(2))
    return next(one for one in tried if one not in taken)
