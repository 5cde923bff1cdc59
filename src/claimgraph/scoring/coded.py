"""A coding as it is scored: each article with its claims, and what else tells of it."""

import hashlib
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from claimgraph.identity import resolve
from claimgraph.model import Article, Batch, Claim, Entity
from claimgraph.scoring.sentences import sentence_starts

# an article of so many characters or more is long
LONG = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedArticle:
    """One article of a coding.

    `told` are the claims of the whole coding by their subjects, `known` the ids that
    its coder had at hand, `optional` those claims that count neither way. `split` is
    dev or test, where the index of the coding says so.
    """

    article: Article
    claims: tuple[Claim, ...]
    entities: Mapping[str, Entity]
    told: Mapping[str, Sequence[Claim]]
    known: Collection[str]
    sentences: tuple[int, ...]
    characters: int
    canonical: Mapping[str, str] = field(default_factory=dict[str, str])
    optional: frozenset[str] = frozenset()
    region: str | None = None
    split: str | None = None

    @property
    def is_long(self) -> bool:
        """Whether it is one of the long ones."""
        return self.characters >= LONG

    def entity(self, entity_id: str) -> Entity:
        """The entity of an id; one named by its id where there is no entry."""
        name = entity_id.partition("/")[2].replace("-", " ") or entity_id
        return self.entities.get(entity_id) or Entity(id=entity_id, name=name)


def coded_articles(
    batches: Iterable[Batch],
    optional: Iterable[str] = (),
    index: Mapping[str, Mapping[str, object]] | None = None,
) -> list[CodedArticle]:
    """The articles of a coding; `index` says region and split by the text's digest.

    Claims that a reviewer rejected are no part of it.
    """
    listed = [with_claims_kept(batch) for batch in batches]
    told: dict[str, list[Claim]] = {}
    for claim in (one for batch in listed for one in batch.claims):
        told.setdefault(claim.subject, []).append(claim)
    judged = {one.id: one for batch in listed for one in batch.judgements or ()}
    canonical = resolve(judged.values())[0].standings
    entities = {one.id: one for batch in listed for one in batch.entities}
    found: list[CodedArticle] = []
    for batch in listed:
        text = batch.article.text or ""
        about = (index or {}).get(text_digest(batch.article), {})
        found.append(
            CodedArticle(
                article=batch.article,
                claims=batch.claims,
                entities=entities,
                told=told,
                known=frozenset(batch.known),
                sentences=sentence_starts(text),
                characters=len(text),
                canonical=canonical,
                optional=frozenset(optional),
                region=text_of(about, "region"),
                split=text_of(about, "split"),
            )
        )
    return found


def with_claims_kept(batch: Batch) -> Batch:
    """The batch without what a reviewer rejected."""
    kept = tuple(one for one in batch.claims if one.review != "rejected")
    return replace(batch, claims=kept)


def text_of(about: Mapping[str, object], key: str) -> str | None:
    """What an index says under a key, None where it says no text."""
    found = about.get(key)
    return found if isinstance(found, str) and found else None


def text_digest(article: Article) -> str:
    """The digest of the text itself; that of the header where no text is kept."""
    if article.text is None:
        return article.sha256
    raw = article.text.encode("utf-8", "surrogatepass")
    return hashlib.sha256(raw).hexdigest()


def speaks_itself(claim: Claim) -> bool:
    """Whether a claim stands on the word of the article itself, its first speaker."""
    return claim.origin == claim.chain[0].holder


@cache
def spoken_of() -> Mapping[str, list[str]]:
    """The relations that a score speaks of by name, as `relations.toml` lists them."""
    text = (files("claimgraph.scoring") / "relations.toml").read_text("utf-8")
    found: dict[str, list[str]] = tomllib.loads(text)
    return found


def core_relations() -> list[str]:
    """The relations that an extraction is judged by first."""
    return spoken_of()["core"]
