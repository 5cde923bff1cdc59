"""A score as lines of 80 columns at most, to read on a terminal and to paste."""

from collections.abc import Iterator

from claimgraph.errors import number_of
from claimgraph.scoring import CodingScore, Keep, every
from claimgraph.scoring.article_score import ALL, CORE, LISTED, UNLISTED, WHOLE
from claimgraph.scoring.coded import LONG, core_relations
from claimgraph.scoring.pairs import COMPARED, LEVELS, Level
from claimgraph.scoring.tally import DRAWS, Portion, Tally

HEAD = " hits coded proposed precision recall    F 95 % of draws"
NAMES = 24
EXACT: Level = "mention-att"
# so many reasons are shown of each kind
SHOWN = 6
DEV = "dev"
DEV_WORDS = (
    "DEV: rules or prompts were made by looking at these texts. Such a score says",
    "nothing of others.",
)
CALLED = {
    "mention-rel": "same sentence",
    "mention-att": "same sentence and attack",
    "article": "same article and attack",
}


def score_lines(score: CodingScore) -> Iterator[str]:
    """All that a score tells, in the order in which it is read."""
    yield from head_lines(score)
    for name, title in ((CORE, "The five core relations"), (ALL, "All relations")):
        yield from ("", f"{title:{NAMES}}{HEAD}")
        for level in LEVELS:
            yield row(score, CALLED[level], level, name)
    yield from ("", f"{'Of the hits (same attack)':{NAMES}}  core             all")
    for what in COMPARED:
        yield portion_line(score, f"{what} right", what)
    yield ""
    yield portion_line(score, "of all coded, all right", WHOLE)
    for polarity in ("denied", "withheld"):
        found = score.recalled(polarity)
        yield f"{f'{polarity} ones found':{NAMES}}  {portion_words(found)}"
    yield from set_lines(score)
    yield from cluster_lines(score)
    yield from fault_lines(score)


def head_lines(score: CodingScore) -> Iterator[str]:
    """Which articles were scored, which not, and whether they are dev."""
    whole = score.tally(EXACT, ALL)
    dev = sum(one.split == DEV for one in score.articles)
    if dev:
        yield from DEV_WORDS
    told = number_of(len(score.articles), "article")
    told += f" ({dev} of them dev)" if dev else ""
    yield f"{told}: {whole.coded} claims coded, {whole.proposed} proposed"
    optional = sum(one.optional for one in score.articles)
    if optional:
        yield f"{number_of(optional, 'optional claim')} more: they count neither way"
    if score.lacking:
        count = "counted as missed" if score.lacking_count else "left out"
        yield f"Articles without a proposed coding, {count}: {len(score.lacking)}"
        yield from stem_lines(score.lacking)
    if score.spare:
        yield f"Proposed, but not coded, and left out: {len(score.spare)}"
        yield from stem_lines(score.spare)
    if score.moved:
        yield f"Of these the two texts differ: {len(score.moved)}"
        yield from stem_lines(score.moved)


def stem_lines(stems: tuple[str, ...]) -> Iterator[str]:
    """The first of some stems, and how many more there are."""
    for stem in stems[:SHOWN]:
        yield f"  {stem[:76]}"
    if len(stems) > SHOWN:
        yield f"  and {len(stems) - SHOWN} more"


def row(
    score: CodingScore, called: str, level: Level, name: str, keep: Keep = every
) -> str:
    """One line of a table: counts, shares and the interval of F."""
    tally = score.tally(level, name, keep)
    span = score.interval(level, name, keep)
    drawn = "-" if span is None else f"{span[0]:.2f} to {span[1]:.2f}"
    return f"{called[:NAMES]:{NAMES}} {tally_words(tally)} {drawn:>12}".rstrip()


def tally_words(tally: Tally) -> str:
    """The counts of a line with their shares."""
    counts = f"{tally.hits:4} {tally.coded:5} {tally.proposed:8}"
    shares = (share(tally.precision), share(tally.recall), share(tally.f))
    return f"{counts} {shares[0]:>9} {shares[1]:>6} {shares[2]:>4}"


def share(value: float | None) -> str:
    """A share with two digits; a dash where there is none."""
    return "-" if value is None else f"{value:.2f}"


def portion_words(portion: Portion) -> str:
    """How many of how many, and the share."""
    return f"{portion.right:4} of {portion.of:4}  {share(portion.share):>4}"


def portion_line(score: CodingScore, called: str, what: str) -> str:
    """What is right of the core relations, and of all."""
    core, whole = (portion_words(score.portion(name, what)) for name in (CORE, ALL))
    return f"{called:{NAMES}}  {core} {whole}"


def set_lines(score: CodingScore) -> Iterator[str]:
    """The parts of a score: by relation, group, region and length."""
    yield from ("", f"{'Same sentence and attack':{NAMES}}{HEAD}")
    relations = [one for one in score.sets() if one.isupper()]
    core = [one for one in core_relations() if one in relations]
    for name in (*core, *(one for one in relations if one not in core)):
        yield row(score, name, EXACT, name)
    yield from ("", f"{'Core relations, parts':{NAMES}}{HEAD}")
    for name in (LISTED, UNLISTED):
        yield row(score, f"{name} groups", EXACT, name)
    yield row(score, f"{LONG:,} signs or more", EXACT, CORE, lambda one: one.is_long)
    yield row(score, "shorter articles", EXACT, CORE, lambda one: not one.is_long)
    regions = sorted({one.region for one in score.articles if one.region})
    for region in regions:
        yield region_row(score, region)


def region_row(score: CodingScore, region: str) -> str:
    """The line of one region."""
    return row(score, region, EXACT, CORE, lambda one: one.region == region)


def cluster_lines(score: CodingScore) -> Iterator[str]:
    """How well the claims of one attack were brought together."""
    found = score.clusters()
    yield ""
    if found is None:
        yield "Attacks as clusters: no hit is about an attack"
        return
    told = ", ".join(
        f"{name} {value:.2f}"
        for name, value in zip(("precision", "recall", "F"), found, strict=True)
    )
    yield f"Attacks as clusters of the hits: {told}"
    yield "  (B-cubed, Bagga and Baldwin 1998)"


def fault_lines(score: CodingScore) -> Iterator[str]:
    """The commonest reasons of misses and false alarms, core relations."""
    for which, title in (
        ("misses", "Commonest misses"),
        ("false_alarms", "Commonest false alarms"),
    ):
        found = score.faults(which)
        number = sum(count for _, count in found)
        yield from ("", f"{title}, core relations: {number}")
        for reason, count in found[:SHOWN]:
            yield f"{count:4}  {reason}"
    yield from ("", f"95 % of draws: F of {DRAWS:,} draws of whole articles")
