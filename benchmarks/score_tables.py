"""Scores of several systems side by side, as tables of Markdown."""

from collections.abc import Iterator, Sequence

from claimgraph.scoring import CodingScore, Keep, every
from claimgraph.scoring.article_score import (
    ALL,
    CORE,
    LISTED,
    UNLISTED,
    WHOLE,
    ArticleScore,
)
from claimgraph.scoring.coded import LONG, core_relations
from claimgraph.scoring.pairs import COMPARED, Level
from claimgraph.scoring.score_lines import share
from claimgraph.scoring.tally import Portion, Tally, difference

EXACT: Level = "mention-att"
REASONS = 3
Named = tuple[str, CodingScore]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of Markdown."""
    lines = [head, ["---", *("--:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def score_parts(scores: Sequence[Named]) -> Iterator[str]:
    """All tables of one set of articles, in the order in which they are read."""
    yield level_table(scores)
    yield field_table(scores)
    yield part_table(scores)
    yield "\n".join([*reason_lists(scores), *difference_lines(scores)])


def level_table(scores: Sequence[Named]) -> str:
    """Each system: precision, recall and F of the core relations, F of the others."""
    rows: list[list[str]] = []
    for name, score in scores:
        exact = score.tally(EXACT, CORE)
        drawn = score.interval(EXACT, CORE)
        span = "-" if drawn is None else f"{drawn[0]:.2f} to {drawn[1]:.2f}"
        sets: list[tuple[Level, str]] = [
            ("mention-rel", CORE),
            ("article", CORE),
            (EXACT, ALL),
        ]
        others = [score.tally(*one).f for one in sets]
        counts = [str(len(score.articles)), str(exact.coded), str(exact.proposed)]
        shares = map(share, (exact.precision, exact.recall, exact.f))
        rows.append([name, *counts, *shares, span, *map(share, others)])
    head = ["core relations, same attack", "articles", "coded", "proposed"]
    head += ["precision", "recall", "F", "95 % of draws"]
    head += ["F, any attack", "F by article", "F, all relations"]
    return table(head, rows)


def field_table(scores: Sequence[Named]) -> str:
    """Each system: what is right of its hits, core relations."""
    rows: list[list[str]] = []
    for name, score in scores:
        right = [portion(score.portion(CORE, what)) for what in (*COMPARED, WHOLE)]
        found = [portion(score.recalled(one)) for one in ("denied", "withheld")]
        clusters = score.clusters()
        rows.append([name, *right, *found, share(clusters and clusters[2])])
    head = ["of the hits, core relations", *COMPARED, "of all coded, all right"]
    head += ["denied found (all)", "withheld found (all)", "attacks, B-cubed F"]
    return table(head, rows)


def portion(held: Portion) -> str:
    """A share with its counts."""
    return f"{share(held.share)} ({held.right} of {held.of})" if held.of else "-"


def part_table(scores: Sequence[Named]) -> str:
    """F of each relation, and of the parts of the core relations, by system."""
    names = sorted({name for _, score in scores for name in score.sets()})
    relations = [*core_relations(), *(n for n in names if n.isupper())]
    rows = [part_row(scores, one, one) for one in dict.fromkeys(relations)]
    for one in (LISTED, UNLISTED):
        rows.append(part_row(scores, f"core, {one} groups", one))
    rows.append(part_row(scores, f"core, {LONG:,} characters or more", CORE, is_long))
    rows.append(part_row(scores, "core, shorter", CORE, is_shorter))
    regions = {one.region or "" for _, score in scores for one in score.articles}
    for region in sorted(regions - {""}):
        rows.append(part_row(scores, f"core, {region}", CORE, of_region(region)))
    head = ["F (hits, coded, proposed), same attack", *(name for name, _ in scores)]
    return table(head, rows)


def is_long(one: ArticleScore) -> bool:
    """Keeps the long articles."""
    return one.is_long


def is_shorter(one: ArticleScore) -> bool:
    """Keeps the others."""
    return not one.is_long


def of_region(region: str) -> Keep:
    """Keeps the articles of a region."""
    return lambda one: one.region == region


def part_row(
    scores: Sequence[Named], called: str, name: str, keep: Keep = every
) -> list[str]:
    """One row: F with its counts for each system."""
    tallies = (score.tally(EXACT, name, keep) for _, score in scores)
    return [called, *map(tally_words, tallies)]


def tally_words(tally: Tally) -> str:
    """F with its counts."""
    if tally.f is None:
        return "-"
    return f"{tally.f:.2f} ({tally.hits}, {tally.coded}, {tally.proposed})"


def reason_lists(scores: Sequence[Named]) -> Iterator[str]:
    """The commonest reasons of misses and false alarms of each system."""
    for name, score in scores:
        for which, called in (("misses", "misses"), ("false_alarms", "false alarms")):
            found = score.faults(which)
            number = sum(count for _, count in found)
            told = "; ".join(f"{reason} ({n})" for reason, n in found[:REASONS])
            yield f"* {name}, {number} {called}: {told or 'none'}."


def difference_lines(scores: Sequence[Named]) -> Iterator[str]:
    """Between which values the F of each later system less that of the first lies."""
    (first, base), *others = scores
    for name, score in others:
        pair = base.tallies(EXACT, CORE), score.tallies(EXACT, CORE)
        stems = [[one.stem for one in each.articles] for each in (base, score)]
        found = difference(pair[1], pair[0]) if stems[0] == stems[1] else None
        if found is not None:
            span = f"{found[0]:+.2f} to {found[1]:+.2f}"
            yield f"* {name} less {first}, the same articles drawn: {span}."
