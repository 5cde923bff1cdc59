"""A corpus opened for judging: who is called what, what may be one, what follows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from claimgraph.analysis.candidates import Bans, Candidate, candidates
from claimgraph.analysis.claim_set import ClaimSet, gather
from claimgraph.analysis.context import Context, context_of
from claimgraph.analysis.merging import Effect, effect
from claimgraph.cli.lookups.names import ID
from claimgraph.cli.terminal.failures import ProblemsError
from claimgraph.corpus.judgements import (
    FILE,
    read_judgements,
    remove_judgement,
    write_judgement,
)
from claimgraph.corpus.reading import read_batches, read_corpus
from claimgraph.errors import CorpusError, nearest
from claimgraph.gate import check_judgements
from claimgraph.identity import resolve
from claimgraph.ids import judgement_id
from claimgraph.model import Claim, Entity, Judgement
from claimgraph.schema import load_schema

WORDS = {
    "different": "were judged different",
    "part-of": "are a parent and its branch",
    "rival-of": "are rivals",
    "within": "are a place and one that it lies in",
}


@dataclass(frozen=True, slots=True)
class Workbench:
    """A corpus with what judging needs; rejected claims are left out."""

    folder: Path
    claims: Mapping[str, Claim]
    entities: Mapping[str, Entity]
    judgements: tuple[Judgement, ...]
    context: Context

    def proposals(self, least: float) -> tuple[Candidate, ...]:
        """The pairs whose names are alike and that nobody judged yet."""
        return candidates(self.entities, self.context, self.judgements, least=least)

    def add(self, judgement: Judgement) -> "Workbench":
        """The corpus after a judgement was written into its file."""
        write_judgement(self.folder, judgement)
        return self.reread()

    def take_back(self, judgement: Judgement) -> "Workbench":
        """The corpus after a judgement was taken out of its file."""
        remove_judgement(self.folder, judgement)
        return self.reread()

    def reread(self) -> "Workbench":
        """The same claims with the judgements that the file holds now."""
        listed, problems = read_judgements(self.folder / FILE)
        if problems:
            raise ProblemsError(problems)
        return self.with_judgements(listed)

    def with_judgements(self, listed: tuple[Judgement, ...]) -> "Workbench":
        """The same claims under other judgements."""
        held = self.context
        spoken = tuple(self.claims.values())
        claim_set = ClaimSet(spoken, held.articles, self.entities, listed)
        around = context_of(claim_set, held.schema)
        return replace(self, judgements=listed, context=around)


def open_workbench(folder: Path) -> Workbench:
    """A corpus as it lies in its folder; what cannot be read raises ProblemsError."""
    corpus = read_corpus(folder)
    batches = list(read_batches(corpus))
    problems = [*corpus.problems, *(one for held in batches for one in held.problems)]
    problems += check_judgements(corpus.judgements)
    problems += resolve(corpus.judgements)[1]
    if problems:
        raise ProblemsError(sorted(set(problems), key=str))
    claim_set = gather(batches)
    entities = {**claim_set.entities, **corpus.entities}
    spoken = tuple(one for one in claim_set.claims if one.review != "rejected")
    claim_set = replace(
        claim_set, claims=spoken, entities=entities, judgements=corpus.judgements
    )
    return Workbench(
        folder=folder,
        claims={one.id: one for one in spoken},
        entities={key: entities[key] for key in sorted(entities)},
        judgements=corpus.judgements,
        context=context_of(claim_set, load_schema()),
    )


def entity_named(bench: Workbench, typed: str, key: str) -> str:
    """The id that a person means by an id, a name or an alias.

    CorpusError for none, with the nearest, and for several; `key` is the option.
    """
    if ID.fullmatch(typed):
        if typed not in bench.entities:
            hint = nearest(typed, bench.entities)
            raise CorpusError(f"{typed} is no id of this corpus{hint}", key=key)
        return typed
    folded = typed.casefold().strip()
    names = {
        (name.casefold(), one.id)
        for one in bench.entities.values()
        for name in (one.name, *(alias.name for alias in one.aliases))
    }
    ids = sorted(own for name, own in names if name == folded)
    if len(ids) == 1:
        return ids[0]
    if ids:
        listed = ", ".join(ids)
        raise CorpusError(f"{typed!r} may be any of {listed}: give the id", key=key)
    hint = nearest(folded, (name for name, _ in sorted(names)))
    raise CorpusError(f"nobody is called {typed!r} in this corpus{hint}", key=key)


def decided(
    left: str, right: str, verdict: str, who: str, why: str, day: str | None = None
) -> Judgement:
    """A judgement of today (UTC), the smaller id on the left."""
    left, right = sorted((left, right))
    when = day or datetime.now(UTC).date().isoformat()
    own = judgement_id(left, right, verdict, who, when)
    return Judgement(
        id=own, left=left, right=right, verdict=verdict, who=who, when=when, why=why
    )


def judged_already(bench: Workbench, left: str, right: str) -> Judgement | None:
    """The last judgement on these two ids, whichever comes first."""
    pairs = ({one.left, one.right} for one in bench.judgements)
    listed = zip(bench.judgements, pairs, strict=True)
    return next((one for one, ids in [*listed][::-1] if ids == {left, right}), None)


def check_new(bench: Workbench, judgement: Judgement) -> None:
    """CorpusError where a judgement may not be written, with what says so."""
    left, right = judgement.left, judgement.right
    pair = f"{left} and {right}"
    earlier = judged_already(bench, left, right)
    if earlier is not None:
        line = earlier.where.line if earlier.where else None
        raise CorpusError(
            f"{pair} were judged {earlier.verdict} by {earlier.who} on {earlier.when}"
            " already: --undo with --left and --right takes it back",
            file=str(bench.folder / FILE),
            line=line,
        )
    for problem in check_judgements([judgement]):
        raise CorpusError(problem.reason, key=problem.key)
    if bench.context.canonical(left) == bench.context.canonical(right):
        raise CorpusError(f"{pair} are one already, by other judgements")
    ban = Bans(bench.context, bench.judgements).on(left, right)
    if judgement.verdict == "same" and ban is not None:
        listed = "; ".join(evidence(bench, one) for one in ban.evidence)
        raise CorpusError(f"{pair} {WORDS[ban.reason]}, so not the same: {listed}")


def evidence(bench: Workbench, own: str) -> str:
    """What a claim, a judgement or an entity that forbids a pair says, and where."""
    claim = bench.claims.get(own)
    if claim is not None:
        where = claim.where
        place = f"{where.file}:{where.line}" if where else claim.article
        ends = f"{claim.subject} {claim.relation} {claim.object}"
        return f'{place} {ends} ("{claim.quote}")'
    for one in bench.judgements:
        if one.id == own:
            return f"{one.left} and {one.right}, by {one.who} on {one.when}"
    return own


def what_follows(bench: Workbench, judgement: Judgement) -> Effect | None:
    """What a `same` joins, written already or not; None for the other verdicts."""
    if judgement.verdict != "same":
        return None
    others = tuple(one for one in bench.judgements if one.id != judgement.id)
    without = bench.with_judgements(others)
    joined, _ = resolve([*others, judgement], bench.entities)
    return effect(
        bench.claims.values(), without.context, joined, judgement.left, judgement.right
    )
