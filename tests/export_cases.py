"""What the tests of exports write: the seeds, a sample that has every feature.

    python tests/export_cases.py FORMAT

prints what a format cannot carry of the seeds, as the case file of that format.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from claimgraph.dates import span
from claimgraph.exports import ExportOptions
from claimgraph.exports.account import LossAccount
from claimgraph.exports.run import write_export
from claimgraph.ids import identified_claim, judgement_id
from claimgraph.loaders import find_loader
from claimgraph.model import (
    Alias,
    Batch,
    Claim,
    Entity,
    Hop,
    Judgement,
    Reply,
    TextSpan,
    Value,
)
from claimgraph.schema import load_schema
from places import SEEDS
from small_batch import BAND, BUREAU, CELL, GUILD, MARKET, small_batch

CASES = Path(__file__).parent / "cases" / "exports"
LOADED = "2026-11-22T12:00:00Z"
OTHER = {CELL: GUILD, BAND: GUILD, GUILD: BAND, MARKET: "attack/2020-05-02-mill"}
Change = Callable[[Claim], Claim]


@cache
def seeds() -> tuple[Batch, ...]:
    """The seeds as the graph gives them: with the time of loading."""
    return tuple(
        replace(
            batch, claims=tuple(replace(one, loaded=LOADED) for one in batch.claims)
        )
        for batch in find_loader("corpus").read(SEEDS)
    )


def sample() -> list[Batch]:
    """A few claims that have every feature between them."""
    batch = small_batch()
    first, day, denial, tie, taken = batch.claims
    cue = "The bureau said"
    spoken = Hop(BUREAU, "asserts", cue, 0, len(cue), medium="statement", said="2020")
    chain = (first.chain[0], spoken)
    first = replace(first, chain=chain, modality="alleged", note="as told", label="one")
    first = replace(first, valid="2020-05/..", valid_words="since the spring")
    first = replace(first, by="rules 0.3 x", review="proposed", confidence=0.25)
    again = replace(first, chain=(first.chain[0], tie.chain[1]), label="two")
    day = replace(day, value=Value(on="2020-05-01~"), grade="B2")
    denial = replace(denial, kind="cooperation", reply=Reply("one", "disputes"))
    silent = replace(
        tie, relation="KILLED_BY", subject="person/ada", object=None, reason="silent"
    )
    silent = replace(silent, polarity="withheld")
    toll = replace(day, relation="KILLED", value=Value(3, None, "Traders", True))
    leader = replace(tie, relation="LED_BY", object="person/ada", role="chief")
    leader = replace(leader, former=True, chain=first.chain[:1])
    made = (
        *(first, again, day, denial, tie, taken, silent, toll, leader),
        *later_relations(day, leader),
    )
    entities = (
        *batch.entities,
        Entity(id="person/ada", name="Ada, <b>&\u202ethe", aliases=(Alias("A", True),)),
        Entity(id=OTHER[MARKET], name="=mill raid"),
        Entity(id="place/mill", name="Mill Street", kind="road"),
    )
    ordered = tuple(sorted(entities, key=lambda one: one.id))
    claims = tuple(finished(one, batch) for one in made)
    judgements = (two_names(),)
    return [replace(batch, claims=claims, entities=ordered, judgements=judgements)]


def later_relations(day: Claim, tie: Claim) -> tuple[Claim, ...]:
    """Claims of the relations and with the fields that came last."""
    tie = replace(tie, role=None, former=False)
    arrest = replace(tie, relation="DETAINED_BY", subject="person/ada", object=BUREAU)
    dead = replace(day, relation="DIED", subject="person/ada", grade=None)
    events = ("SPLIT_FROM", "MERGED_INTO", "PLEDGED_TO")
    return (
        replace(arrest, place="place/mill"),
        replace(day, relation="METHOD", value=Value(word="vehicle-bomb")),
        replace(day, relation="CASUALTIES", value=Value(3, 9, "Traders", best=5)),
        replace(dead, value=Value(on="[..2020-05-02]")),
        replace(dead, value=None, note="nobody says when"),
        *(replace(tie, relation=one, object=BAND, valid="2019") for one in events),
    )


def two_names() -> Judgement:
    """Somebody thinks that two of the groups may be one."""
    return Judgement(
        id=judgement_id(CELL, GUILD, "unsure", "ann", "2021"),
        left=CELL,
        right=GUILD,
        verdict="unsure",
        who="ann",
        when="2021",
        why="two names",
    )


def finished(claim: Claim, batch: Batch) -> Claim:
    """The claim with its ids, and loaded."""
    symmetric = load_schema().symmetric(claim.relation)
    return replace(identified_claim(claim, batch.article, symmetric), loaded=LOADED)


def plain(edtf: str | None) -> str | None:
    """The first day of a date, or the last where its beginning is open."""
    if edtf is None:
        return None
    days = span(edtf)
    return days.earliest or days.latest


def turned(claim: Claim) -> Claim:
    """The claim with another polarity."""
    if claim.polarity == "affirmed":
        return replace(claim, polarity="denied")
    return replace(claim, polarity="affirmed", reason=None)


def on_hops(**changes: object) -> Change:
    """Sets fields of every hop of a claim."""

    def change(claim: Claim) -> Claim:
        hops = tuple(
            # the keys are names of fields
            replace(hop, **changes)  # type: ignore[arg-type]
            for hop in claim.chain
        )
        return replace(claim, chain=hops)

    return change


def undated(claim: Claim) -> Claim:
    """The claim without any day of saying."""
    return replace(on_hops(said=None)(claim), said=None)


def other_value(claim: Claim) -> Claim:
    """Other numbers, another date."""
    if claim.value is None:
        return claim
    if claim.value.on is not None:
        return replace(claim, value=Value(on="1999-01-01"))
    if claim.value.of is None:
        return claim
    return replace(claim, value=replace(claim.value, min=7, max=8, about=False))


def without_best(claim: Claim) -> Claim:
    """The same range without the source's own estimate."""
    return replace(claim, value=claim.value and replace(claim.value, best=None))


def other_word(claim: Claim) -> Claim:
    """Another method."""
    if claim.value is None or claim.value.word is None:
        return claim
    return replace(claim, value=Value(word="arson"))


def other_count(claim: Claim) -> Claim:
    """The same number of somebody else."""
    if claim.value is None or claim.value.of is None:
        return claim
    return replace(claim, value=replace(claim.value, of="nobodies"))


def precise(claim: Claim) -> Claim:
    """Every date as one plain day."""
    value = claim.value
    if value is not None and value.on is not None:
        value = replace(value, on=plain(value.on))
    return replace(claim, said=plain(claim.said), valid=plain(claim.valid), value=value)


def moved(claim: Claim) -> Claim:
    """The quote one code point to the right."""
    if not isinstance(claim.selector, TextSpan):
        return claim
    at = claim.selector
    return replace(claim, selector=TextSpan(at.start + 1, at.end + 1))


CHANGES: dict[str, Change] = {
    "polarity": turned,
    "reason": lambda one: replace(one, reason=one.reason and "cannot-verify"),
    "modality": lambda one: replace(one, modality="hypothetical"),
    "kind_role": lambda one: replace(one, kind=None, role=None, former=False),
    "chain_depth": lambda one: replace(one, chain=one.chain[-1:]),
    "hop_stance": on_hops(stance="doubts"),
    "hop_cue": on_hops(cue=None, cue_start=None, cue_end=None, implicit=False),
    "hop_medium": on_hops(medium=None),
    "quote": lambda one: replace(one, quote="x" * len(one.quote)),
    "offsets": moved,
    "said": undated,
    "valid": lambda one: replace(one, valid=None),
    "valid_words": lambda one: replace(one, valid_words=None),
    "loaded": lambda one: replace(one, loaded=None),
    "date_precision": precise,
    "value_range": other_value,
    "value_of": other_count,
    "replies_to": lambda one: replace(one, reply=None),
    "proposition": lambda one: replace(
        one, subject=OTHER.get(one.subject, one.subject), proposition="0" * 20
    ),
    "by_review": lambda one: replace(one, by="nobody 1", review="accepted"),
    "confidence": lambda one: replace(one, confidence=None),
    "grade": lambda one: replace(one, grade=None),
    "place": lambda one: replace(one, place=None),
    "value_best": without_best,
    "value_is": other_word,
    "note_label": lambda one: replace(one, note=None, label=None),
}


def without(feature: str, batches: list[Batch]) -> Iterator[Batch]:
    """The batches with one feature taken away or altered, ids left as they are."""
    seen: set[tuple[str, str]] = set()
    for batch in batches:
        if feature == "unnamed":
            named = tuple(replace(one, unnamed=False) for one in batch.entities)
            yield replace(batch, entities=named)
        elif feature == "article_hash":
            yield replace(batch, article=replace(batch.article, sha256="0" * 64))
        elif feature == "judgements":
            yield replace(batch, judgements=())
        elif feature == "parallel_claims":
            kept: list[Claim] = []
            for claim in batch.claims:
                key = (claim.proposition, claim.polarity)
                kept += [] if key in seen else [claim]
                seen.add(key)
            yield replace(batch, claims=tuple(kept))
        else:
            change = CHANGES[feature]
            yield replace(batch, claims=tuple(map(change, batch.claims)))


def shortfalls(account: LossAccount) -> dict[str, dict[str, int]]:
    """The features that are not wholly carried, as a case file has them."""
    return {
        one.feature: {"reduced": one.reduced, "lost": one.lost}
        for one in account.features
        if one.carried != one.given
    }


def main() -> None:
    """Print the case file of a format."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "seeds"
        found = write_export(sys.argv[1], seeds(), target, ExportOptions())
    print(f"claims: {found.claims.out}\nfeatures:")
    for name, counts in shortfalls(found).items():
        print(f"  {name}: {{reduced: {counts['reduced']}, lost: {counts['lost']}}}")


if __name__ == "__main__":
    main()
