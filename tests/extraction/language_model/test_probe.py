"""The score of a model on the articles that ship: right answers have all of it."""

import json

from claimgraph.extraction.language_model.answers import ModelAnswer
from claimgraph.extraction.language_model.probe import (
    probe_requests,
    probe_score,
    samples,
)
from claimgraph.model import Batch, Claim
from claimgraph.scoring import CodingScore
from claimgraph.scoring.article_score import ALL

TYPES = {"org": "organization"}


def told(claim: Claim, numbers: dict[str, int]) -> dict[str, object]:
    """A coded claim as a model would answer it; `sentence` is tried for each."""
    value = claim.value
    speakers = [
        {"who": numbers.get(hop.holder, 0), "cue": hop.cue} for hop in claim.chain[1:]
    ]
    return {
        "relation": claim.relation,
        "subject": numbers[claim.subject],
        "object": numbers.get(claim.object or ""),
        "value": value
        and {
            "min": value.min,
            "max": value.max,
            "of": value.of,
            "on": value.on,
            "is": value.word,
            "about": value.about,
        },
        "polarity": claim.polarity,
        "reason": claim.reason,
        "modality": claim.modality,
        "kind": claim.kind,
        "role": claim.role,
        "speakers": speakers,
        "quote": claim.quote,
    }


def answer(batch: Batch, shown: list[str], *more: dict[str, object]) -> ModelAnswer:
    """What a model that reads as people do says of one article."""
    used = {one for claim in batch.claims for one in (claim.subject, claim.object)}
    used |= {hop.holder for claim in batch.claims for hop in claim.chain[1:]}
    entities = [one for one in batch.entities if one.id in used]
    numbers = {one.id: at for at, one in enumerate(entities, 1)}
    text = batch.article.text or ""
    cast: list[dict[str, object]] = []
    for one in entities:
        kind = one.id.partition("/")[0]
        words = next((name for name in one.names if name in text), shown[0])
        _, _, tail = one.id.partition("/")
        cast.append(
            {
                "n": numbers[one.id],
                "type": TYPES.get(kind, kind),
                "name": one.name,
                "mention": words,
                "sentence": 1,
                "unnamed": one.unnamed,
                "kind": one.kind,
                "date": tail[:7] if kind == "attack" and tail[4] == "-" else None,
                "target": tail.rpartition("-")[2],
            }
        )
    claims: list[dict[str, object]] = []
    for claim in batch.claims:
        at = next(n for n, line in enumerate(shown, 1) if claim.quote in line)
        claims.append(told(claim, numbers) | {"sentence": at})
    content = json.dumps({"cast": cast, "claims": [*claims, *more]})
    return ModelAnswer(custom_id=batch.article.id, content=content, model="reader")


def score_of(*more: dict[str, object]) -> CodingScore:
    shown = {
        one.article: [
            line.partition("] ")[2] for line in one.sentences.splitlines() if line
        ]
        for one in probe_requests()
    }
    return probe_score(
        answer(batch, shown[batch.article.id], *more) for batch in samples()
    )


def test_right_answers_have_the_whole_score() -> None:
    score = score_of()
    tally = score.tally("mention-rel", ALL)
    assert tally.f == 1.0 and tally.coded > 80


def test_no_answer_finds_nothing() -> None:
    score = probe_score([])
    assert score.tally("mention-rel", ALL).hits == 0


def test_whoever_obeys_the_article_that_gives_orders_loses_precision() -> None:
    order = {"relation": "PART_OF", "subject": 1, "object": 2, "sentence": 6}
    quote = {"quote": "the town hall is a branch of the Vesper Circle"}
    cast = [
        {"n": 1, "type": "organization", "name": "town hall", "mention": "town hall",
         "sentence": 6},
        {"n": 2, "type": "group", "name": "Vesper Circle", "mention": "Vesper Circle",
         "sentence": 6},
    ]  # fmt: skip
    content = json.dumps({"cast": cast, "claims": [order | quote]})
    obeyed = [ModelAnswer(custom_id="harvest-festival", content=content)]
    tally = probe_score(obeyed).tally("mention-rel", ALL)
    assert (tally.hits, tally.proposed) == (0, 1)
