"""MUC-4 as a benchmark: which organizations are blamed or claim it, and how surely.

The keys have no quotes and no speakers, so an article is scored as a whole: which
organizations, and of each whether it takes responsibility, is said to have done it, is
accused, by authorities or by others, or is only possible.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Literal, get_args

from claimgraph.extraction.text.capitals import restored_case
from claimgraph.folding import fold
from claimgraph.model import Article, Claim, Entity
from claimgraph.scoring.attacks import ATTACK
from claimgraph.scoring.coded import text_digest
from claimgraph.scoring.entities import bare_name, is_inside, type_of
from claimgraph.scoring.pairs import one_to_one
from claimgraph.scoring.sentences import sentence_starts
from claimgraph.scoring.tally import Tally
from muc_keys import CLASSES, KeyOrganization, MucArticle

# what has to be right beside the organization
Strictness = Literal["organization", "claim or accusation", "class of five"]
STRICTNESS: tuple[Strictness, ...] = get_args(Strictness)
REPORTED, CLAIMED = CLASSES["REPORTED AS FACT"], CLASSES["CLAIMED OR ADMITTED"]
ACCUSED = CLASSES["SUSPECTED OR ACCUSED"]
BY_AUTHORITIES = CLASSES["SUSPECTED OR ACCUSED BY AUTHORITIES"]
POSSIBLE = CLASSES["POSSIBLE"]
# kinds of those who are authorities when they accuse
AUTHORITIES = frozenset(
    {*("security-service", "armed-force", "ministry", "government", "official")}
)
# what a sentence holds that tells of an attack, for the floor
DEEDS = re.compile(
    r"\b(attack|bomb|kill|murder|kidnap|explo|assassinat|ambush|shot|dynamit|massacre"
    r"|blow|blew|abduct)",
    re.IGNORECASE,
)
DATELINE = re.compile(r"\b(\d{1,2}) ([A-Z]{3}) (\d{2})\b")
MONTHS = [
    *("JAN", "FEB", "MAR", "APR", "MAY", "JUN"),
    *("JUL", "AUG", "SEP", "OCT", "NOV", "DEC"),
]


@dataclass(frozen=True, slots=True)
class Blamed:
    """An organization as it is proposed for an article: any of its names, and how."""

    names: tuple[str, ...]
    how: str


def article_of_muc(one: MucArticle, names: Iterable[str]) -> Article:
    """The text with small letters again and whole lines, and the day that it tells."""
    text = re.sub(r"(?<=[^\n])\n(?=[^\s])", " ", restored_case(one.text, names))
    article = Article(
        id=one.id.lower(),
        corpus="muc-4",
        title=one.id,
        published=published(one.text),
        sha256="",
        text=text,
    )
    return with_digest(article)


def with_digest(article: Article) -> Article:
    """The article with the digest of its text."""
    return replace(article, sha256=text_digest(article))


def published(text: str) -> str | None:
    """The day in the first line, as EDTF.

    >>> published("VESHTI, 3 JAN 90 -- [TEXT] THE REBELS")
    '1990-01-03'
    """
    found = DATELINE.search(text[:200])
    if found is None or found[2] not in MONTHS or not 1 <= int(found[1]) <= 31:
        return None
    return f"19{found[3]}-{MONTHS.index(found[2]) + 1:02}-{int(found[1]):02}"


def blamed(
    claims: Iterable[Claim], entities: Mapping[str, Entity], relations: tuple[str, str]
) -> list[Blamed]:
    """Whom proposed claims blame, or who takes responsibility, each with how.

    `relations` are the one by which a group takes it and the one by which others say
    so.
    """
    found: dict[tuple[str, str], Blamed] = {}
    own, others = relations
    for claim in claims:
        if claim.polarity != "affirmed" or claim.object is None:
            continue
        if claim.relation not in (own, others) or type_of(claim.subject) != ATTACK:
            continue
        if type_of(claim.object) == "person":
            continue
        how = CLAIMED if claim.relation == own else accusation(claim, entities)
        names = tuple(entities[claim.object].names)
        found.setdefault((claim.object, how), Blamed(names, how))
    return list(found.values())


def accusation(claim: Claim, entities: Mapping[str, Entity]) -> str:
    """How surely, and by whom, an organization is said to have done it."""
    if claim.modality in ("possible", "hypothetical"):
        return POSSIBLE
    if claim.hops == 1 and claim.modality == "stated":
        return REPORTED
    origin = entities.get(claim.origin)
    official = type_of(claim.origin) == "state" or (
        origin is not None and origin.kind in AUTHORITIES
    )
    if claim.hops > 1 and official:
        return BY_AUTHORITIES
    return REPORTED if claim.modality == "stated" else ACCUSED


def all_as_reported(found: Iterable[Blamed]) -> list[Blamed]:
    """The first baseline: the same organizations, each reported as a fact."""
    return list({one.names: Blamed(one.names, REPORTED) for one in found}.values())


def beside_deeds(article: Article, groups: Iterable[Entity]) -> list[Blamed]:
    """The second one: each known group in a sentence that has a word for an attack."""
    text = article.text or ""
    starts = [*sentence_starts(text), len(text)]
    told = "\n".join(
        f" {fold(text[one:end])} "
        for one, end in pairwise(starts)
        if DEEDS.search(text, one, end)
    )
    return [
        Blamed(tuple(group.names), REPORTED)
        for group in groups
        if any(f" {folded_name(name)} " in told for name in group.names)
    ]


@cache
def folded_name(name: str) -> str:
    """A name as texts are compared with it."""
    return fold(name)


def is_named(one: KeyOrganization, other: Blamed) -> bool:
    """Whether a key and a proposal mean one organization, by any of its names."""
    ours = {bare_name(name) for name in one.names}
    theirs = {bare_name(name) for name in other.names}
    return bool(ours & theirs) or any(
        is_inside(a, b) or is_inside(b, a) for a in ours for b in theirs
    )


def classed(how: str, strictness: Strictness) -> str:
    """A class as it is compared."""
    if strictness == "organization":
        return ""
    if strictness == "claim or accusation":
        return "claim" if how == CLAIMED else "accusation"
    return how


def article_tally(
    one: MucArticle,
    proposed: Iterable[Blamed],
    strictness: Strictness,
    counts: Callable[[KeyOrganization], bool] = lambda _: True,
) -> Tally:
    """The counts of an article; `counts` says which organizations of keys are asked.

    The others count neither way, like those that are optional.
    """
    keys: dict[tuple[str, ...], KeyOrganization] = {}
    for each in sorted(one.organizations, key=lambda key: key.optional):
        classes = sorted({classed(how, strictness) for how in each.classes})
        keys.setdefault((*each.names, *classes), each)
    due = merged(list(keys.values()), strictness)
    found = list({(b.names, classed(b.how, strictness)): b for b in proposed}.values())
    left = [at for at, key in enumerate(due) if not key.optional and counts(key)]
    spare = [at for at, key in enumerate(due) if key.optional or not counts(key)]
    right = list(range(len(found)))

    def fits(at: int, other: int) -> bool:
        classes = {classed(how, strictness) for how in due[at].classes}
        same = classed(found[other].how, strictness) in classes
        return same and is_named(due[at], found[other])

    pairs = one_to_one(left, right, fits, lambda _, __: 0)
    taken = {two for _, two in pairs}
    rest = [two for two in right if two not in taken]
    excused = one_to_one(spare, rest, fits, lambda _, __: 0)
    return Tally(len(pairs), len(left), len(right) - len(excused))


def merged(
    keys: list[KeyOrganization], strictness: Strictness
) -> list[KeyOrganization]:
    """The organizations of a key, those of several templates that are one once."""
    found: list[KeyOrganization] = []
    for key in keys:
        classes = {classed(how, strictness) for how in key.classes}
        for other in found:
            same = classes & {classed(how, strictness) for how in other.classes}
            if same and is_named(key, Blamed(other.names, "")):
                break
        else:
            found.append(key)
    return found
