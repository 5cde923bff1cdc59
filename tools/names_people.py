"""Which people of two public lists are one: by a name and when they were born.

Names alone are no evidence: strangers share them. Two are one where all words of a name
of the one stand in a name of the other and both lists have the same day of birth, or
where two names have the same words and the lists a year of birth in common; and where
nobody else of either list fits as well.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from pathlib import Path

from rapidfuzz import fuzz

from claimgraph.folding import fold
from claimgraph.loaders.builder import entity_slug
from claimgraph.loaders.elements import xml_entries
from claimgraph.loaders.sdn import listings
from claimgraph.loaders.un import ROOT
from claimgraph.model import Entity

BORN = "INDIVIDUAL_DATE_OF_BIRTH"
# "DOB 26 Dec 1955; alt. DOB circa 1956"
REMARK = re.compile(
    r"\bDOB (?:circa )?(?:(\d\d \w{3} \d{4})|(?:\w{3} )?(\d{4}))(?=[;.])"
)
# words that tell nobody from anybody
PARTICLES = frozenset(("al", "el", "bin", "ben", "ibn", "dr", "haji", "mullah"))
# how alike two spellings of one word are, of 100, and the fewest words of a name
ALIKE, FEWEST = 80, 2


@dataclass(frozen=True, slots=True)
class Birth:
    """The days and the years in which a list has somebody born."""

    days: frozenset[str]
    years: frozenset[str]


def births(un: Path, ofac: Path) -> dict[str, Birth]:
    """When the people of both lists were born, by the ids that the loaders give."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for who, told in [*un_births(un), *ofac_births(ofac)]:
        found[who].append(told)
    return {
        who: Birth(
            frozenset(one for one in told if len(one) > len("1955")),
            frozenset(one[:4] for one in told),
        )
        for who, told in found.items()
    }


def un_births(path: Path) -> Iterator[tuple[str, str]]:
    """Ids with each day, or year, of birth in the list of the UN."""
    for entry in xml_entries(path, ROOT, ("INDIVIDUAL",)):
        who = f"person/un-{entity_slug(entry.text('REFERENCE_NUMBER'))}"
        for told in (*entry.texts(f"{BORN}/DATE"), *entry.texts(f"{BORN}/YEAR")):
            yield who, told[: len("1955-12-26")]


def ofac_births(path: Path) -> Iterator[tuple[str, str]]:
    """Ids with each day, or year, of birth in the list of OFAC."""
    for _, read in listings(path):
        one = read()
        for day, year in REMARK.findall(f"{one.remarks};"):
            told = datetime.strptime(day, "%d %b %Y").date().isoformat() if day else ""
            yield f"person/ofac-{one.number}", told or year


def words_of(name: str) -> frozenset[str]:
    """The words of a name that tell somebody."""
    words = re.split(r"[\W_]+", fold(name))
    return frozenset(one for one in words if len(one) > 1) - PARTICLES


def is_within(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each word of the shorter of two names is one of the longer, or alike."""
    short, long = sorted((one, other), key=len)
    return len(short) >= FEWEST and all(
        any(fuzz.ratio(word, each) >= ALIKE for each in long) for word in short
    )


def may_be_one(one: Entity, other: Entity, born: Mapping[str, Birth]) -> bool:
    """Whether name and birth say that two entries are one person."""
    if one.id not in born or other.id not in born:
        return False
    first, second = born[one.id], born[other.id]
    names = [
        [words_of(each) for each in (entity.name, *(it.name for it in entity.aliases))]
        for entity in (one, other)
    ]
    if first.days & second.days:
        return any(is_within(*pair) for pair in product(*names))
    same = {each for each in names[0] if len(each) >= FEWEST} & {*names[1]}
    return bool(first.years & second.years and same)


def same_people(
    listed: Mapping[str, Entity], born: Mapping[str, Birth]
) -> list[set[str]]:
    """The people of the lists, as sets of ids: two where they are one."""
    un, ofac = (
        [one for one in listed if one.startswith(f"person/{name}-")]
        for name in ("un", "ofac")
    )
    fits: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in product(un, ofac):
        if may_be_one(listed[one], listed[other], born):
            fits[one].append(other)
            fits[other].append(one)
    pairs = [{one, fits[one][0]} for one in un if len(fits[one]) == 1]
    sure = [pair for pair in pairs if all(len(fits[one]) == 1 for one in pair)]
    joined = set[str]().union(*sure)
    people = (one for one in listed if one.startswith("person/"))
    return [*sure, *({one} for one in people if one not in joined)]
