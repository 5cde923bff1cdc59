"""How well one article's claims were proposed."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimgraph.model import Claim
from claimgraph.schema import load_schema
from claimgraph.scoring.attacks import ATTACK
from claimgraph.scoring.coded import CodedArticle, core_relations
from claimgraph.scoring.entities import type_of
from claimgraph.scoring.faults import false_reason, miss_reason
from claimgraph.scoring.pairs import (
    LEVELS,
    ClaimMatcher,
    Level,
    Pair,
    one_to_one,
)
from claimgraph.scoring.tally import Portion, Tally

CORE, ALL = "core", "all"
LISTED, UNLISTED = "listed", "unlisted"
WHOLE = "everything"
GROUP = "group"
# whether a group is one that ships with the names, by its id and the coding
IsListed = Callable[[str, CodedArticle], bool]
Named = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleScore:
    """The counts of one article.

    `tallies` are by level and set of claims: a relation, `core`, `all`, and of the
    core ones `listed` and `unlisted`. `fields` are by set and what is compared on
    hits with the attack. `recalled` counts coded claims of another polarity.
    `misses` and `false_alarms` are by set and reason. `clusters` has the coded and
    the proposed attack of each hit.
    """

    stem: str
    region: str | None
    split: str | None
    is_long: bool
    tallies: Mapping[tuple[Level, str], Tally]
    fields: Mapping[Named, Portion]
    recalled: Mapping[str, Portion]
    misses: Mapping[Named, int]
    false_alarms: Mapping[Named, int]
    clusters: tuple[Named, ...]
    optional: int


@dataclass(frozen=True, slots=True)
class LevelHits:
    """The pairs of one level, and which claims of both sides count there."""

    pairs: tuple[Pair, ...]
    coded: tuple[int, ...]
    proposed: tuple[int, ...]


def score_article(
    gold: CodedArticle, other: CodedArticle, is_listed: IsListed
) -> ArticleScore:
    """The counts of one article in both codings."""
    matcher = ClaimMatcher(gold, other)
    hits: dict[Level, LevelHits] = {
        level: level_hits(matcher, level) for level in LEVELS
    }
    exact = hits["mention-att"]
    tallies: dict[tuple[Level, str], Tally] = {}
    for level, held in hits.items():
        for name, tally in set_tallies(matcher, held, is_listed).items():
            tallies[level, name] = tally
    misses, false_alarms = reasons(matcher, exact)
    return ArticleScore(
        stem=gold.article.id,
        region=gold.region,
        split=gold.split,
        is_long=gold.is_long,
        tallies=tallies,
        fields=field_portions(matcher, exact),
        recalled=polarity_portions(matcher, exact),
        misses=misses,
        false_alarms=false_alarms,
        clusters=tuple(attack_pairs(matcher, hits["mention-rel"].pairs)),
        optional=sum(one.id in gold.optional for one in gold.claims),
    )


def level_hits(matcher: ClaimMatcher, level: Level) -> LevelHits:
    """The hits of a level; proposals that only an optional claim fits count nowhere."""
    gold, other = matcher.gold, matcher.other
    chosen = [one.id in gold.optional for one in gold.claims]
    # at the level of articles the first claim stands for all that say the same
    due = [at for at, optional in enumerate(chosen) if not optional]
    spare = [at for at, optional in enumerate(chosen) if optional]
    right = list(range(len(other.claims)))
    if level == "article":
        due, right = distinct(gold.claims, due), distinct(other.claims, right)

    def fits(one: int, two: int) -> bool:
        return matcher.fits(one, two, level)

    pairs = one_to_one(due, right, fits, matcher.likeness)
    taken = {two for _, two in pairs}
    left = [two for two in right if two not in taken]
    excused = {two for _, two in one_to_one(spare, left, fits, matcher.likeness)}
    proposed = [two for two in right if two not in excused]
    return LevelHits(tuple(pairs), tuple(due), tuple(proposed))


def distinct(claims: Sequence[Claim], among: Iterable[int]) -> list[int]:
    """The first of the claims that say the same, polarity included."""
    found: dict[object, int] = {}
    symmetric = load_schema().symmetric
    for at in among:
        claim = claims[at]
        ends = (claim.subject, claim.object)
        if symmetric(claim.relation):
            ends = (min(map(str, ends)), max(map(str, ends)))
        found.setdefault((claim.relation, ends, claim.value, claim.polarity), at)
    return list(found.values())


def set_tallies(
    matcher: ClaimMatcher, hits: LevelHits, is_listed: IsListed
) -> dict[str, Tally]:
    """The counts of each set of claims; a hit is of the sets of the coded claim."""
    gold, other = matcher.gold, matcher.other
    of_gold = [sets_of(one, gold, is_listed) for one in gold.claims]
    met = {two: of_gold[one] for one, two in hits.pairs}
    counted = Counter(name for held in met.values() for name in held)
    coded = Counter(name for at in hits.coded for name in of_gold[at])
    proposed = Counter(
        name
        for at in hits.proposed
        for name in met.get(at) or sets_of(other.claims[at], other, is_listed)
    )
    return {
        name: Tally(counted[name], coded[name], proposed[name])
        for name in sorted(coded.keys() | proposed.keys())
    }


def sets_of(claim: Claim, coded: CodedArticle, is_listed: IsListed) -> list[str]:
    """The sets that a claim belongs to; listed is one all of whose groups are."""
    if claim.relation not in core_relations():
        return [ALL, claim.relation]
    ends = [one for one in (claim.subject, claim.object) if one is not None]
    groups = [one for one in ends if type_of(one) == GROUP]
    found = [ALL, CORE, claim.relation]
    if groups:
        known = all(is_listed(one, coded) for one in groups)
        found.append(LISTED if known else UNLISTED)
    return found


def basic_sets(claim: Claim) -> list[str]:
    """All, and core for a claim of a core relation."""
    return [ALL, CORE] if claim.relation in core_relations() else [ALL]


def field_portions(matcher: ClaimMatcher, hits: LevelHits) -> dict[Named, Portion]:
    """What is right of the hits, and how many coded claims are right in everything.

    An attack's date counts once for each attack.
    """
    found: dict[Named, Portion] = {}

    def count(names: Iterable[str], what: str, right: bool) -> None:
        for name in names:
            before = found.get((name, what), Portion())
            found[name, what] = before + Portion(int(right), 1)

    whole: set[int] = set()
    dated: dict[str, bool] = {}
    for one, two in hits.pairs:
        claim = matcher.gold.claims[one]
        right = matcher.right(claim, matcher.other.claims[two])
        for what, is_right in right.items():
            if what != "attack date":
                count(basic_sets(claim), what, is_right)
            elif claim.subject not in dated:
                dated[claim.subject] = is_right
                count(basic_sets(claim), what, is_right)
        whole |= {one} if all(right.values()) else set()
    for at in hits.coded:
        count(basic_sets(matcher.gold.claims[at]), WHOLE, at in whole)
    return found


def polarity_portions(matcher: ClaimMatcher, hits: LevelHits) -> dict[str, Portion]:
    """How many of the coded denials and silences are hit by a claim that is one."""
    met = dict(hits.pairs)
    found: dict[str, Portion] = {}
    for at in hits.coded:
        polarity = matcher.gold.claims[at].polarity
        if polarity != "affirmed":
            hit = at in met and matcher.other.claims[met[at]].polarity == polarity
            found[polarity] = found.get(polarity, Portion()) + Portion(int(hit), 1)
    return found


def reasons(
    matcher: ClaimMatcher, hits: LevelHits
) -> tuple[Counter[Named], Counter[Named]]:
    """Why coded claims have no hit, and why proposed ones are none, each counted."""
    met, taken = dict(hits.pairs), {two for _, two in hits.pairs}
    missed = [at for at in hits.coded if at not in met]
    wrong = [at for at in hits.proposed if at not in taken]
    misses, false_alarms = Counter[Named](), Counter[Named]()
    for at in missed:
        reason = miss_reason(matcher, at, wrong)
        misses.update((name, reason) for name in basic_sets(matcher.gold.claims[at]))
    for at in wrong:
        reason = false_reason(matcher, at, missed)
        claim = matcher.other.claims[at]
        false_alarms.update((name, reason) for name in basic_sets(claim))
    return misses, false_alarms


def attack_pairs(matcher: ClaimMatcher, pairs: Iterable[Pair]) -> Iterator[Named]:
    """The attack of each hit in both codings, told apart by the article."""
    stem = matcher.gold.article.id
    for one, two in pairs:
        ends = matcher.gold.claims[one].subject, matcher.other.claims[two].subject
        if type_of(ends[0]) == ATTACK:
            yield f"{stem} {ends[0]}", f"{stem} {ends[1]}"
