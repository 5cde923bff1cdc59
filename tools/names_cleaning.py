"""Names as public lists write them, made into names as people write them."""

import re
from functools import partial

from claimgraph.loaders.listing import is_within
from claimgraph.safe_text import tame

# in names in capitals: words that stay so, and words that are small
STAYING = (
    "AAB ADF AIAI AQAP AQIM AQIS DRC ETA ETIM FARC GIA HQN HTS HUJI HUM IIB IMU IRA "
    "IRGC ISGS ISIL ISIS ISWAP JAT JEM JNIM JUA KIB KTJ LET LIFG LTTE MIT MJN MUJAO "
    "PFLP PKK PLF RSM RSRSBCM SAL SPIR TGG TTP USA UTN II III IV"
)
SMALL = (
    "a al an and as at bil by da de du e el en et fi fil for i in la le li of on or "
    "the to ud ul ur us wa wal y"
)
CAPITALS, JOINTS = frozenset(STAYING.split()), frozenset(SMALL.split())
WORD = re.compile("[^\\W\\d_]+(?:['\u2019`\u00b4][^\\W\\d_]+)*")
# what a list tells of somebody within a field of names
TOLD = re.compile(
    r"\((?:original script|(?:false|previously|formerly|born|listed)\b[^()]*)\)"
    r"|,? born (?:in|on) .*",
    re.IGNORECASE,
)
SHORT_PART = re.compile(r"(\([^()\s]+\))")
LONGEST, LONG_WORD, SHORT_NAME = 200, 5, 3


def cleaned(written: str) -> list[str]:
    """The names that one field of a list holds, each as people write it."""
    text = TOLD.sub(" ", tame(written)).replace("original script", "")
    found: list[str] = []
    for part in re.split(r";|,? / ", text):
        whole = part.count("(") == part.count(")")
        for name in [part] if whole else re.split(r"[()]", part):
            bare = " ".join(name.split()).strip(' ,"“”')
            if any(one.isalnum() for one in bare) and len(bare) <= LONGEST:
                found.append(readable(bare))
    return list(dict.fromkeys(found)) or [" ".join(tame(written).split())]


def readable(name: str) -> str:
    """A name in capitals as people write it; others, and letters alone, as they are.

    >>> readable("AL-QAIDA IN THE ARABIAN PENINSULA (AQAP)"), readable("TTP-JA")
    ('Al-Qaida in the Arabian Peninsula (AQAP)', 'TTP-JA')
    """
    parts = SHORT_PART.split(name)
    whole = "".join(parts[::2])
    longest = max(map(len, WORD.findall(whole)), default=0)
    if whole != whole.upper() or longest < LONG_WORD:
        return name
    found: list[str] = []
    for at, part in enumerate(parts):
        kept = at % 2 and is_within(part, whole)
        first = at == 0
        found.append(part if kept else WORD.sub(partial(cased, first=first), part))
    return "".join(found)


def cased(found: re.Match[str], first: bool) -> str:
    """A word in capitals as it stands within a name."""
    word = found[0]
    if word in CAPITALS:
        return word
    if word.lower() in JOINTS and not (first and found.start() == 0):
        return word.lower()
    return word[0] + word[1:].lower()


def says_little(name: str) -> bool:
    """Whether a name is one or two Latin letters, which many things are called."""
    return len(name) < SHORT_NAME and name.isascii()
