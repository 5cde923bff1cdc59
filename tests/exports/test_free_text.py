"""Free words of every field, whatever is in them, come through every format."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claimgraph.errors import ExportError
from claimgraph.exports import format_names
from claimgraph.exports.selection import selected_batches
from claimgraph.gate import check
from claimgraph.gate.texts import article_texts, entity_texts, judgement_texts
from claimgraph.ids import judgement_id
from claimgraph.loaders import (
    find_loader,
    loader_for,
)
from claimgraph.model import (
    Alias,
    Batch,
    Claim,
    Hop,
    Judgement,
    Retelling,
    TextSpan,
    Work,
    Zone,
)
from claimgraph.schema import load_schema
from examples import examples
from export_cases import finished, sample
from verifying import ENDINGS, PLAIN, disagreements, target_for, write_plainly

# all planes, but for what the gate refuses
ANY = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    min_size=1,
    max_size=6,
)
PIECES = (
    *(
        " ",
        "  ",
        "'",
        '"',
        "\\",
        "/",
        "\\u",
        "\n",
        "\r",
        "\t",
        "\u2028",
        "\x85",
        "\x0b",
    ),
    *("\u202e", "\u2066", "\u200f", "\u200d", "\ufeff", "\ufffe", "\U0010ffff", "\x1b"),
    *("=", "@", ",", ";", "<", "&", "]]>", "%20", "#", "{", "`", "$", "_:", "a", "É"),
    *("org/bureau", "http://a b/", "\U000e0041", "\x7f", "e\u0301"),
)
MADE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join)
WORDS = st.lists(ANY | MADE, min_size=8, max_size=20)
# what parts lists in the tables of neo4j-admin, which are refused with these words
UNIT = "\x1f"


class Words:
    """One of the words after the other, in a circle."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words, self.numbers = words, count()

    def next(self) -> str:
        """The next one."""
        return self.words[next(self.numbers) % len(self.words)]

    def line(self) -> str:
        """The next one as a name, which is one line."""
        return f"x{' '.join(self.next().split())}"


def reworded(words: Words) -> Batch:
    """The sample with other words wherever they are free."""
    [batch] = sample()
    parts, claims = list[str](), [reworded_claim(one, words) for one in batch.claims]
    placed = [placed_claim(one, parts) for one in claims]
    text = f"{''.join(parts)}\nComments\nEnd"
    article = replace(
        batch.article,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        zones=(Zone("comments", "Comments", "End"),),
        retells=(Retelling(Work(words.next(), words.next(), "2020")),),
        title=words.next(),
        published_why=words.next(),
        language=words.next(),
        url=words.next(),
        note=words.next(),
    )
    entities = tuple(
        replace(
            one,
            name=words.line(),
            description=words.next(),
            by=words.next(),
            aliases=(Alias(words.line()),),
            ids=(("un", words.next()),),
        )
        for one in batch.entities
    )
    found = replace(batch, article=article, entities=entities)
    judgements = tuple(rejudged(one, words) for one in batch.judgements or ())
    made = tuple(finished(one, found) for one in placed)
    return replace(found, claims=made, judgements=judgements)


def reworded_claim(claim: Claim, words: Words) -> Claim:
    """A claim with other words."""
    value = claim.value
    if value is not None and value.of is not None:
        value = replace(value, of=words.line())
    chain = tuple(
        hop if hop.cue is None else replace(hop, cue=words.next())
        for hop in claim.chain
    )
    return replace(
        claim,
        quote=words.next(),
        chain=chain,
        value=value,
        by=words.next(),
        note=words.next(),
        valid_words=words.next(),
    )


def placed_claim(claim: Claim, parts: list[str]) -> Claim:
    """The claim with the places of its quote and cues in the text of those parts."""

    def place(words: str) -> TextSpan:
        parts.append("\n")
        start = sum(map(len, parts))
        parts.append(words)
        return TextSpan(start, start + len(words))

    chain: list[Hop] = []
    for hop in claim.chain:
        if hop.cue is None:
            chain.append(hop)
        else:
            at = place(hop.cue)
            chain.append(replace(hop, cue_start=at.start, cue_end=at.end))
    return replace(claim, selector=place(claim.quote), chain=tuple(chain))


def rejudged(one: Judgement, words: Words) -> Judgement:
    """A judgement with other words, and the id that follows from them."""
    who, why = words.next(), words.next()
    own = judgement_id(one.left, one.right, one.verdict, who, one.when)
    return replace(one, id=own, who=who, why=why)


@pytest.mark.parametrize("name", format_names())
@settings(max_examples=examples(40))
@given(words=WORDS)
def test_free_words_come_through(name: str, words: list[str]) -> None:
    batch = reworded(Words(words))
    assume(not check(batch, load_schema()))
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        try:
            target = write_plainly(name, [batch], folder)
        except ExportError as error:
            assert name == "neo4j_admin" and "U+001F" in str(error)
            return
        assert disagreements(name, target, [batch]) == []
        if target_for(name, folder).suffix.endswith(ENDINGS):
            [back] = find_loader(loader_for(target)).read(target)
            [sent] = selected_batches([batch], PLAIN)
            assert texts_of(back) == texts_of(sent)


def texts_of(batch: Batch) -> list[object]:
    """All that a batch says, without the places of its parts."""
    claims = sorted(batch.claims, key=lambda one: one.id)
    return [
        [replace(one, where=None) for one in claims],
        [*article_texts(batch.article)],
        [[*entity_texts(one)] for one in batch.entities],
        [[*judgement_texts(one)] for one in batch.judgements or ()],
        batch.article.retells,
    ]
