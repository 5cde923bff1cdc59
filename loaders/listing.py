"""What lists of names share: who designates, names in one field, bodies that they name.

Nothing here says that somebody is a terrorist: a designation is a claim of its list.
"""

import re
import unicodedata
from collections.abc import Iterable

from claimgraph.characters import LONGEST_QUOTE
from claimgraph.dates import span
from claimgraph.errors import ClaimgraphError
from claimgraph.model import Alias, Entity

# those that the seeds know too are written as there: a test compares them
SECURITY_COUNCIL = Entity(
    id="org/un-security-council",
    name="UN Security Council",
    aliases=(
        Alias("United Nations\u2019 Security Council"),
        Alias("UNSC", case_exact=True),
    ),
    kind="international-body",
    description="council of the United Nations",
)
UNITED_STATES = Entity(
    id="state/united-states",
    name="United States",
    aliases=(
        Alias("US", case_exact=True),
        Alias("US government"),
        Alias("Washington"),
        Alias("U.S.", case_exact=True),
        Alias("Biden administration"),
    ),
    description="state in North America",
)
LONGEST_WORD = 40
# why nothing is made of ties that no quote could hold
TOO_LONG = f"remarks of more than {LONGEST_QUOTE} characters, too long for a quote"
# "Northern Front (NF)": a name, and a short one in brackets at its end
SHORT = re.compile(r"(\S.*?) \(([^\s(),;]{2,12})\)")
ABBREVIATION = re.compile(r"(?:.*[A-Z0-9]){2}", re.DOTALL)
# words that a company, a bank or a charity has in its name
OFFICES = re.compile(
    r"\b(?:ltd|limited|llc|llp|inc|co|company|companies|corp|corporation|s\.?a\.?l?|"
    r"sarl|gmbh|fze|fzc|fzco|plc|bhd|est|establishment|enterprises?|trading|traders?|"
    r"trade|exchange|hawala|bank|banks?|banking|finance|financial|investments?|fund|"
    r"funds|holdings?|insurance|credit|transfer|remittances?|foundations?|trust|"
    r"charit\w+|relief|welfare|humanitarian|societ(?:y|ies)|associations?|committee|"
    r"offices?|institut\w*|universit\w+|schools?|centers?|centres?|hospitals?|"
    r"organi[sz]ation for \w+|airlines?|airways|air|aviation|shipping|maritime|marine|"
    r"transport\w*|logistics?|oil|petroleum|petrochemicals?|energy|steel|industr\w+|"
    r"import|export|construction|contracting|engineering|technolog\w+|electronics|"
    r"media|television|tv|radio|news|press|heritage|aid)\b",
    re.IGNORECASE,
)


def first_numbers(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Numbers elsewhere by scheme, of each scheme the first: an entity has only one."""
    found: dict[str, str] = {}
    for scheme, number in pairs:
        found.setdefault(scheme, number)
    return tuple(sorted(found.items()))


def short_word(word: str) -> str:
    """A word of somebody else's list, for a reason: what is long is cut.

    >>> short_word("uses"), len(short_word("x" * 1000))
    ('uses', 40)
    """
    return word if len(word) <= LONGEST_WORD else f"{word[: LONGEST_WORD - 1]}…"


def split_names(name: str) -> list[str]:
    """A name, and both names where a short one stands in brackets at its end.

    In a name all in capitals it is a short one where it has only letters of the name,
    in their order.

    >>> split_names("Northern Front (NF)"), split_names("River Cell (north)")
    (['Northern Front (NF)', 'Northern Front', 'NF'], ['River Cell (north)'])
    >>> split_names("NORTHERN FRONT (NF)")[1:], split_names("HILL FUND (KENYA)")
    (['NORTHERN FRONT', 'NF'], ['HILL FUND (KENYA)'])
    """
    found = SHORT.fullmatch(name)
    if found is None or not ABBREVIATION.match(found[2]):
        return [name]
    if name.isupper() and not is_within(found[2], found[1]):
        return [name]
    return [name, found[1], found[2]]


def is_within(short: str, name: str) -> bool:
    """Whether a name has all letters of a short one, in their order."""
    left = iter(name_key(name))
    return all(letter in left for letter in name_key(short))


def other_names(
    name: str, strong: Iterable[str], weak: Iterable[str] = ()
) -> tuple[Alias, ...]:
    """All names but the first, each once; weak ones are ambiguous, short ones exact."""
    found: dict[str, Alias] = {}
    for text in [name, *strong]:
        for one in split_names(text):
            found.setdefault(one, Alias(one, case_exact=is_short(one)))
    for one in weak:
        found.setdefault(one, Alias(one, ambiguous=True))
    found.pop(name, None)
    return tuple(found.values())


def is_short(name: str) -> bool:
    """Whether a name would be found in other words unless its case is minded."""
    return len(name) <= 4 and name.isupper() and name.isascii()


def name_key(name: str) -> str:
    """What is equal in two spellings of one name: its letters, case and marks aside.

    >>> name_key("The Al-Qa'ida"), name_key("AL-QAIDA")
    ('alqaida', 'alqaida')
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    words = plain.removeprefix("the ")
    return "".join(one for one in words if one.isalnum())


def name_keys(names: Iterable[str]) -> frozenset[str]:
    """The keys of names and of both parts of those with a short one."""
    return frozenset(name_key(part) for name in names for part in split_names(name))


def body_prefix(name: str) -> str:
    """`org` for a name that has a word of companies, banks and charities, else `group`.

    A list seldom says which of its bodies are groups, and an id has to.

    >>> body_prefix("RIVER TRADING LTD."), body_prefix("NORTHERN FRONT")
    ('org', 'group')
    """
    return "org" if OFFICES.search(name) else "group"


def since(day: str, key: str) -> str | None:
    """The time from a day on, as EDTF; ClaimgraphError for what is no day."""
    if not day:
        return None
    try:
        span(day)
    except ClaimgraphError:
        reason = f"{day!r} is no day: expected is one as 2001-02-23"
        raise ClaimgraphError(reason, key=key) from None
    return f"{day}/.."
