"""A corpus opened for judging: who is called what, what may be one, what follows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from claimgraph.analysis.candidates import LEAST, Bans, Candidate, candidates
from claimgraph.analysis.claim_set import ClaimSet, gather
from claimgraph.analysis.context import Context, context_of
from claimgraph.analysis.merging import Effect, effect
from claimgraph.api.naming import typed_id
from claimgraph.corpus.judgements import (
    FILE,
    read_judgements,
    remove_judgement,
    write_judgement,
)
from claimgraph.corpus.reading import read_batches, read_corpus
from claimgraph.entity_names import NamedEntity, meant_entities, nearest_entities
from claimgraph.errors import CorpusError, GateError, nearest
from claimgraph.gate import check_judgements
from claimgraph.identity import resolve
from claimgraph.ids import judgement_id
from claimgraph.model import Claim, Entity, Judgement, Verdict
from claimgraph.schema import load_schema

WORDS = {
    "different": "were judged different",
    "part-of": "are a parent and its branch",
    "rival-of": "are rivals",
    "within": "are a place and one that it lies in",
}


@dataclass(frozen=True, slots=True)
class Workbench:
    """A corpus with what judging needs; rejected claims are left out.

    Nothing changes in it: what writes into the folder gives the corpus as it is then.
    """

    folder: Path
    claims: Mapping[str, Claim]
    entities: Mapping[str, Entity]
    judgements: tuple[Judgement, ...]
    context: Context

    def candidates(self, least: float = LEAST) -> tuple[Candidate, ...]:
        """The pairs whose names are alike (50 to 100) and that nobody judged yet."""
        return candidates(self.entities, self.context, self.judgements, least=least)

    def find(self, name: str, key: str = "") -> str:
        """The id of the entity that is meant by an id, a name or an alias.

        CorpusError for none, with the nearest, and for several; `key` is what it names.
        """
        return entity_id(self.entities, name, key)

    def judgement(
        self,
        left: str,
        right: str,
        verdict: Verdict,
        *,
        who: str,
        why: str,
        day: str | None = None,
    ) -> Judgement:
        """A judgement of today (UTC) on two ids or names, not yet written.

        CorpusError where it may not be written, with what says so.
        """
        left, right = sorted((self.find(left, "left"), self.find(right, "right")))
        when = day or datetime.now(UTC).date().isoformat()
        own = judgement_id(left, right, verdict, who, when)
        found = Judgement(
            id=own, left=left, right=right, verdict=verdict, who=who, when=when, why=why
        )
        check_new(self, found)
        return found

    def effect(self, judgement: Judgement) -> Effect | None:
        """What a `same` joins, written already or not; None for the other verdicts."""
        if judgement.verdict != "same":
            return None
        others = tuple(one for one in self.judgements if one.id != judgement.id)
        without = with_judgements(self, others)
        joined, _ = resolve([*others, judgement], self.entities)
        ends = judgement.left, judgement.right
        return effect(self.claims.values(), without.context, joined, *ends)

    def decide(self, judgement: Judgement) -> "Workbench":
        """The corpus after a judgement was written into its file."""
        write_judgement(self.folder, judgement)
        return reread(self)

    def last(self, left: str | None = None, right: str | None = None) -> Judgement:
        """The last judgement, or the last one on two ids; CorpusError for none."""
        if left is None or right is None:
            if not self.judgements:
                raise CorpusError("holds no judgement", file=str(self.folder))
            return self.judgements[-1]
        ids = self.find(left, "left"), self.find(right, "right")
        found = judged_already(self, *ids)
        if found is None:
            raise CorpusError(f"{ids[0]} and {ids[1]} were not judged")
        return found

    def take_back(self, judgement: Judgement) -> "Workbench":
        """The corpus after a judgement was taken out of its file."""
        remove_judgement(self.folder, judgement)
        return reread(self)


def reread(bench: Workbench) -> Workbench:
    """The same claims with the judgements that the file holds now."""
    judgements, problems = read_judgements(bench.folder / FILE)
    if problems:
        raise GateError(problems)
    return with_judgements(bench, judgements)


def with_judgements(bench: Workbench, judgements: tuple[Judgement, ...]) -> Workbench:
    """The same claims under other judgements."""
    held = bench.context
    spoken = tuple(bench.claims.values())
    claim_set = ClaimSet(spoken, held.articles, bench.entities, judgements)
    around = context_of(claim_set, held.schema)
    return replace(bench, judgements=judgements, context=around)


def judge(folder: str | Path) -> Workbench:
    """A corpus opened for judging which ids are one.

    GateError for what is wrong in it.
    """
    folder = Path(folder)
    corpus = read_corpus(folder)
    batches = list(read_batches(corpus))
    problems = [*corpus.problems, *(one for held in batches for one in held.problems)]
    problems += check_judgements(corpus.judgements)
    problems += resolve(corpus.judgements)[1]
    if problems:
        raise GateError(sorted(set(problems), key=str))
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


def entity_id(entities: Mapping[str, Entity], name: str, key: str) -> str:
    """The id among these that is meant by an id, a name or an alias."""
    typed = typed_id(name)
    if typed is not None:
        if typed not in entities:
            hint = nearest(typed, entities)
            raise CorpusError(f"{typed} is no id of this corpus{hint}", key=key)
        return typed
    known = [
        NamedEntity(one.id, one.name, tuple(one.names)) for one in entities.values()
    ]
    meant = meant_entities(known, name)
    ids = [one.id for one in meant.entities] if meant.whole else []
    if len(ids) == 1:
        return ids[0]
    if ids:
        there = ", ".join(ids)
        raise CorpusError(f"{name!r} may be any of {there}: give the id", key=key)
    hint = nearest_entities(meant.entities or known, name)
    raise CorpusError(f"nobody is called {name!r} in this corpus{hint}", key=key)


def judged_already(bench: Workbench, left: str, right: str) -> Judgement | None:
    """The last judgement on these two ids, whichever comes first."""
    pairs = ({one.left, one.right} for one in bench.judgements)
    both = [*zip(bench.judgements, pairs, strict=True)]
    return next((one for one, ids in both[::-1] if ids == {left, right}), None)


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
