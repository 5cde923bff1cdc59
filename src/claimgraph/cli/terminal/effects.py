"""Candidates, and what a judgement changes, for people to read."""

from collections.abc import Iterable, Sequence

from claimgraph.analysis.candidates import Candidate
from claimgraph.analysis.context import Proposition
from claimgraph.analysis.merging import Effect, Side
from claimgraph.api.judging import WORDS, Workbench, evidence
from claimgraph.cli.terminal.formats import print_rows
from claimgraph.cli.terminal.tables import say
from claimgraph.errors import number_of
from claimgraph.model import Judgement

SHORT = 8
MOST = 10
COLUMNS = (
    *("score", "left", "right", "alike", "forbidden"),
    *("left_name", "right_name", "names", "evidence"),
)
# what fits a terminal
FEW = 5


def print_candidates(
    bench: Workbench, found: Sequence[Candidate], form: str, everything: bool
) -> None:
    """The candidates as rows, those that may not be one last."""
    rows: list[tuple[object, ...]] = []
    for one in found:
        ban = one.forbidden
        names = [f"{match.left} ~ {match.right}" for match in one.names]
        rows.append(
            (
                round(one.score),
                one.left,
                one.right,
                names[0],
                WORDS[ban.reason] if ban else None,
                bench.context.name(one.left),
                bench.context.name(one.right),
                names,
                [evidence(bench, own) for own in ban.evidence] if ban else None,
            )
        )
    shown = slice(None) if form != "table" or everything else slice(0, FEW)
    print_rows(form, COLUMNS[shown], [row[shown] for row in rows], everything)


def show_candidate(bench: Workbench, one: Candidate) -> None:
    """A pair with its names, and how alike they are."""
    for own in (one.left, one.right):
        entity = bench.entities.get(own)
        more = f": {entity.description}" if entity and entity.description else ""
        say(f"{own} ({bench.context.name(own)}){more}", "bold")
    for match in one.names:
        note = "" if match.alone else ", ambiguous"
        say(f"  {match.left} ~ {match.right} ({match.score:.0f}{note})")


def show_effect(
    judgement: Judgement, effect: Effect | None, taken: bool, everything: bool
) -> None:
    """What writing a judgement changes in the graph, or what taking it back does."""
    pair = f"{judgement.left} and {judgement.right}"
    if effect is None:
        say(f"{judgement.verdict}: {pair} stay two ids; no claim changes its place")
        return
    if effect.left.id == effect.right.id:
        say(f"{pair} are one by other judgements too: no claim changes its place")
        return
    for side in (effect.left, effect.right):
        say(side_line(side))
    say(f"as one they are {effect.standing}" + (", and are parted:" if taken else ":"))
    again = "are several again" if taken else "become one"
    few = None if everything else MOST
    say(f"  propositions that {again}: {len(effect.propositions)}")
    say_list(
        (
            f"{proposition_words(one.proposition)}, from {len(one.before)} "
            f"propositions with {number_of(len(one.claims), 'claim')}"
            for one in effect.propositions
        ),
        few,
    )
    counts = "count as two origins again" if taken else "count as one origin"
    say(f"  propositions on which both speak and {counts}: {len(effect.origins)}")
    say_list(
        (
            f"{proposition_words(one.proposition)}, {one.polarity}: "
            + arrow(one.before, one.after, taken)
            for one in effect.origins
        ),
        few,
    )
    edges = "get their edge back" if taken else "lose their edge"
    say(f"  claims whose two ends are one, which {edges}: {len(effect.folded)}")
    say_list((own[:SHORT] for own in effect.folded), few)


def side_line(side: Side) -> str:
    """What hangs on an id, in one line."""
    return (
        f"{side.id}: {number_of(len(side.claims), 'claim')}, "
        f"{number_of(side.propositions, 'proposition')}, "
        f"{number_of(side.origins, 'origin')}; {number_of(len(side.spoken), 'claim')} "
        "on its own word"
    )


def proposition_words(one: Proposition) -> str:
    """A proposition by its ids."""
    return f"{one.relation} {one.subject} {one.object or 'nobody named'}"


def arrow(apart: int, joined: int, taken: bool) -> str:
    """How many origins there are before and after."""
    before, after = (joined, apart) if taken else (apart, joined)
    return f"{number_of(before, 'origin')}, then {after}"


def say_list(lines: Iterable[str], few: int | None) -> None:
    """Each on a line; the rest of a long list as a number."""
    whole = list(lines)
    for line in whole[:few]:
        say(f"    {line}")
    if few is not None and len(whole) > few:
        say(f"    and {len(whole) - few} more (--all)")
