"""No free text, of whatever part of a batch, holds what no file can hold."""

from dataclasses import replace

import pytest

from claimgraph.gate import check, check_judgements
from claimgraph.model import Alias, Article, Batch, Claim, Entity, Hop, Judgement
from claimgraph.schema import load_schema
from export_cases import sample

UNFIT = {"a\0b": "a NUL at 1", "a\ud800": "half a character (U+D800) at 1"}


def reasons(batch: Batch) -> list[str]:
    """What the gate says of a batch, as key and reason."""
    found = [*check(batch, load_schema()), *check_judgements(batch.judgements or ())]
    return [f"{one.key}: {one.reason}" for one in found]


def of_claim(claim: Claim, text: str) -> dict[str, Claim]:
    """A claim with the text in each place, by the key of the place."""
    hop = Hop(claim.origin, "asserts", cue=text, cue_start=0, cue_end=len(text))
    return {
        "note": replace(claim, note=text),
        "valid_words": replace(claim, valid_words=text),
        "by": replace(claim, by=text),
        "chain[0].cue": replace(claim, chain=(claim.chain[0], hop)),
    }


def of_article(article: Article, text: str) -> dict[str, Article]:
    """An article with the text in each place."""
    return {
        "title": replace(article, title=text),
        "url": replace(article, url=text),
        "note": replace(article, note=text),
        "language": replace(article, language=text),
        "published_why": replace(article, published_why=text),
    }


def of_entity(entity: Entity, text: str) -> dict[str, Entity]:
    """An entity with the text in each place."""
    return {
        "name": replace(entity, name=text),
        "description": replace(entity, description=text),
        "aliases": replace(entity, aliases=(Alias(text),)),
        "ids": replace(entity, ids=(("wikidata", text),)),
    }


def of_judgement(judgement: Judgement, text: str) -> dict[str, Judgement]:
    """A judgement with the text in each place."""
    return {"who": replace(judgement, who=text), "why": replace(judgement, why=text)}


@pytest.mark.parametrize("text", UNFIT)
def test_unfit_text_is_found_wherever_it_stands(text: str) -> None:
    [batch] = sample()
    assert reasons(batch) == []
    assert batch.judgements
    claim, entity = batch.claims[0], batch.entities[0]
    broken = [
        *(
            (key, replace(batch, claims=(one, *batch.claims[1:])))
            for key, one in of_claim(claim, text).items()
        ),
        *(
            (key, replace(batch, article=one))
            for key, one in of_article(batch.article, text).items()
        ),
        *(
            (key, replace(batch, entities=(one, *batch.entities[1:])))
            for key, one in of_entity(entity, text).items()
        ),
        *(
            (key, replace(batch, judgements=(one, *batch.judgements[1:])))
            for key, one in of_judgement(batch.judgements[0], text).items()
        ),
    ]
    for key, one in broken:
        wanted = f"{key}: holds {UNFIT[text]}"
        assert any(found.startswith(wanted) for found in reasons(one)), (key, one)
