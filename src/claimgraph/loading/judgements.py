"""What a corpus' judgements change: made, updated, taken back."""

from collections.abc import Iterable

from claimgraph.cypher import Step, changes
from claimgraph.errors import CorpusError
from claimgraph.graph import Row, kept_judgement_row
from claimgraph.loading.graph_view import GraphView, KnownJudgement
from claimgraph.model import Batch, Judgement


def plan_judgements(
    batch: Batch, view: GraphView
) -> tuple[dict[str, KnownJudgement], list[Step]]:
    """The judgements of the graph after this batch, and the steps to them.

    A corpus hands in all its judgements: those of its earlier load that are missing
    were taken back. One that two corpora make goes when both have taken it back. What
    was handed in with an earlier batch of an article is again, where another writer
    came between: else the graph had one's claims and the other's judgements.
    """
    again = view.in_doubt and view.article == batch.article.id
    own = view.handed_in if again else batch.judgements
    if own is None:
        return view.judgements, []
    return hand_in(batch.article.corpus, own, view)


def hand_in(
    corpus: str, judgements: Iterable[Judgement], view: GraphView
) -> tuple[dict[str, KnownJudgement], list[Step]]:
    """The judgements of the graph once a corpus makes just these, and the steps."""
    own = {judgement.id: judgement for judgement in judgements}
    after: dict[str, KnownJudgement] = {}
    for one, held in view.judgements.items():
        corpora = set(held.corpora) - {corpus}
        if one in own and corpora and own[one] != held.judgement:
            raise told_apart(own[one], corpus, corpora)
        if corpora or one in own:
            after[one] = KnownJudgement(held.judgement, tuple(sorted(corpora)))
    for one, judgement in own.items():
        corpora = {corpus, *(after[one].corpora if one in after else ())}
        after[one] = KnownJudgement(judgement, tuple(sorted(corpora)))
    gone = sorted(view.judgements.keys() - after.keys())
    rows: list[Row] = [
        kept_judgement_row(held.judgement, held.corpora)
        for one, held in sorted(after.items())
        if view.judgements.get(one) != held
    ]
    new = len(after.keys() - view.judgements.keys())
    return after, changes.write_judgements(rows, gone, new)


def told_apart(judgement: Judgement, corpus: str, others: set[str]) -> CorpusError:
    """The error for one judgement that two corpora write down differently."""
    where = judgement.where
    return CorpusError(
        f"what {judgement.who} judged on {judgement.left} and {judgement.right} is "
        f"written differently by corpus {', '.join(sorted(others))}, which is loaded, "
        f"and by corpus {corpus}: make both equal",
        file=where.file if where else None,
        line=where.line if where else None,
    )
