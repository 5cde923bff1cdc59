"""What a corpus' judgements change: made, updated, taken back."""

from claimgraph.cypher import Step, changes
from claimgraph.graph import Row, judgement_row
from claimgraph.load.known import Known, KnownJudgement
from claimgraph.model import Batch


def plan_judgements(
    batch: Batch, known: Known
) -> tuple[dict[str, KnownJudgement], list[Step]]:
    """The judgements of the graph after this batch, and the steps to them.

    A corpus hands in all its judgements: those of its earlier load that are missing
    were taken back. One that two corpora make goes when both have taken it back.
    """
    corpus = batch.article.corpus
    if batch.judgements is None:
        return known.judgements, []
    own = {judgement.id: judgement for judgement in batch.judgements}
    after: dict[str, KnownJudgement] = {}
    for one, held in known.judgements.items():
        corpora = set(held.corpora) - {corpus}
        if corpora or one in own:
            after[one] = KnownJudgement(held.judgement, tuple(sorted(corpora)))
    for one, judgement in own.items():
        corpora = {corpus, *(after[one].corpora if one in after else ())}
        after[one] = KnownJudgement(judgement, tuple(sorted(corpora)))
    gone = sorted(known.judgements.keys() - after.keys())
    rows: list[Row] = [
        judgement_row(held.judgement) | {"corpora": list(held.corpora)}
        for one, held in sorted(after.items())
        if known.judgements.get(one) != held
    ]
    return after, changes.write_judgements(rows, gone)
