"""A bundle that `claimgraph export stix` wrote: its claims with all that they carry."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from msgspec import ValidationError, convert

from claimgraph.batches import BATCH, make_batch
from claimgraph.errors import ClaimgraphError, LoaderError, Problem
from claimgraph.flat import claim_from, hop_from
from claimgraph.ids import identified_claim
from claimgraph.loaders.builder import file_slug
from claimgraph.loaders.listing import first_numbers
from claimgraph.loaders.stix_objects import StixObject, fields_of
from claimgraph.model import (
    ARTICLE_KINDS,
    UNNAMED_PUBLISHER,
    VERDICTS,
    Alias,
    Article,
    ArticleKind,
    Batch,
    Claim,
    Entity,
    Judgement,
    Verdict,
    Where,
)
from claimgraph.schema import load_schema

Fields = Mapping[str, object]
T = TypeVar("T")
KINDS: Mapping[str, ArticleKind] = {one: one for one in ARTICLE_KINDS}
DECISIONS: Mapping[str, Verdict] = {one: one for one in VERDICTS}
# what a place without coordinates of its own has at the end of its description
LENT = "coordinates are of "
SPEAKER = "as a speaker"


@dataclass(slots=True)
class OwnBundle:
    """What the objects of a bundle of ours say, by what they are."""

    path: Path
    extension: str
    entities: dict[str, Entity] = field(default_factory=dict[str, Entity])
    refs: dict[str, str] = field(default_factory=dict[str, str])
    articles: dict[str, Article] = field(default_factory=dict[str, Article])
    claims: list[tuple[Fields, Where]] = field(
        default_factory=list[tuple[Fields, Where]]
    )
    judgements: list[Judgement] = field(default_factory=list[Judgement])
    problems: list[Problem] = field(default_factory=list[Problem])
    left_out: Counter[str] = field(default_factory=Counter[str])

    def batches(self, objects: Sequence[tuple[StixObject, Where]]) -> Iterator[Batch]:
        """An article a batch or more, as each report has it; judgements come last."""
        for one, where in objects:
            fields = fields_of(one, self.extension)
            if "entity" in fields:
                try:
                    self.take_entity(one, fields, where)
                except ClaimgraphError as error:
                    self.tell(where, error)
        for one, where in objects:
            fields = fields_of(one, self.extension)
            try:
                if one.type == "report" and "article" in fields:
                    self.take_article(one, fields, where)
                elif "claim" in fields:
                    self.claims.append((fields, where))
                elif "judgement" in fields:
                    self.judgements.append(own_judgement(one, fields, where))
            except (ClaimgraphError, LookupError) as error:
                self.tell(where, error)
        if not self.articles:
            raise LoaderError("holds no report of ours", file=str(self.path))
        self.drop_outer_places()
        yield from self.article_batches(self.claims_by_article())

    def take_entity(self, one: StixObject, fields: Fields, where: Where) -> None:
        """An entity; of one that also speaks, its object that says more."""
        entity = own_entity(one, fields, where)
        self.refs[one.id] = entity.id
        if one.type != "identity" or entity.id not in self.entities:
            self.entities[entity.id] = entity

    def drop_outer_places(self) -> None:
        """Takes away places around a place that no claim names: they do not travel."""
        for one in [*self.entities.values()]:
            if one.within is not None and one.within not in self.entities:
                self.entities[one.id] = replace(one, within=None)
                self.left_out["places around a place, which the bundle lacks"] += 1

    def take_article(self, one: StixObject, fields: Fields, where: Where) -> None:
        """An article, whose text no bundle carries."""
        stem, speaker = str(fields["article"]), self.refs.get(one.created_by_ref)
        author = text_of(fields, "author")
        hidden = speaker in (f"{UNNAMED_PUBLISHER}{stem}", author)
        hashes = [ref.hashes.get("SHA-256") for ref in one.external_references]
        digest = next((held for held in hashes if held), None)
        kinds: list[ArticleKind] = [KINDS[it] for it in one.labels if it in KINDS]
        if digest is None or not kinds or speaker is None:
            reason = "lacks its hash, its kind or who created it"
            raise ClaimgraphError(reason, key="external_references")
        self.articles[stem] = Article(
            id=stem,
            corpus=file_slug(self.path),
            title=one.name,
            kind=kinds[0],
            publisher=None if hidden else speaker,
            author=author,
            published=text_of(fields, "published"),
            published_why=text_of(fields, "published_why"),
            language=text_of(fields, "language"),
            url=text_of(fields, "url"),
            marking=text_of(fields, "marking"),
            note=text_of(fields, "note"),
            sha256=digest,
            quote_checked=False,
            where=where,
        )

    def claims_by_article(self) -> dict[str, list[Claim]]:
        """The claims of each article, those that can be read."""
        found: dict[str, list[Claim]] = {stem: [] for stem in self.articles}
        for fields, where in self.claims:
            try:
                claim = self.claim(fields, where)
                found[claim.article].append(claim)
            except (ClaimgraphError, LookupError) as error:
                self.tell(where, error)
        return found

    def claim(self, fields: Fields, where: Where) -> Claim:
        """A claim; ClaimgraphError where its id is not that of what it says."""
        article = self.articles.get(str(fields.get("article")))
        if article is None:
            reason = f"{fields.get('article')} is no report of this bundle"
            raise ClaimgraphError(reason, key="article")
        row, hops = own_row(fields)
        claim = claim_from(row, tuple(map(hop_from, hops)), where)
        symmetric = load_schema().symmetric(claim.relation)
        found = identified_claim(claim, article, symmetric)
        if found.id != claim.id:
            reason = f"{claim.id} is not the id of what it says, which is {found.id}"
            raise ClaimgraphError(reason, key="claim")
        return found

    def article_batches(self, claims: Mapping[str, list[Claim]]) -> Iterator[Batch]:
        """The batches of all articles."""
        last = [*self.articles][-1]
        for stem, article in self.articles.items():
            rest, first = claims[stem], True
            while first or rest:
                some, rest = rest[:BATCH], rest[BATCH:]
                ends = stem == last and not rest
                judged = self.judgements if ends else None
                batch = make_batch(
                    article,
                    some,
                    self.entities,
                    judgements=judged or None,
                    first=first,
                    last=not rest,
                    problems=self.problems,
                )
                yield replace(batch, left_out=self.left_out if ends else {})
                self.problems, first = [], False

    def tell(self, where: Where, error: Exception) -> None:
        """Keeps what is wrong with an object."""
        key, reason = "", f"lacks {error}"
        if isinstance(error, ClaimgraphError):
            key, reason = error.key or "", error.message
        self.problems.append(where.problem(key, reason))


def own_row(fields: Fields) -> tuple[dict[str, object], list[dict[str, object]]]:
    """The fields of a claim and of its hops, as they are called in the graph."""
    from claimgraph.exports.stix.claims import RENAMED, VALUE

    names = {other: name for name, other in RENAMED.items()}
    values = {other: name for name, other in VALUE.items()}
    row = {names.get(key, key): held for key, held in fields.items() if key != "value"}
    value, reply = inner(fields, "value"), inner(fields, "replies_to")
    row |= {values.get(key, f"value_{key}"): held for key, held in value.items()}
    row |= {f"reply_{key}": held for key, held in reply.items()}
    hops: list[dict[str, object]] = []
    for hop in list_of(fields, "chain"):
        held = inner({"hop": hop}, "hop")
        hops.append({**held, "holder_id": held.get("holder")})
    return row, hops


def inner(fields: Fields, key: str) -> dict[str, object]:
    """The block of a key, empty where it has none."""
    return held_as(fields.get(key, {}), dict[str, object], key)


def list_of(fields: Fields, key: str) -> list[object]:
    """The list of a key, empty where it has none."""
    return held_as(fields.get(key, []), list[object], key)


def held_as(held: object, kind: type[T], key: str) -> T:
    """What is held, of that kind; ClaimgraphError with the key for anything else."""
    try:
        return convert(held, kind)
    except ValidationError as error:
        raise ClaimgraphError(str(error), key=key) from None


def own_entity(one: StixObject, fields: Fields, where: Where) -> Entity:
    """An entity; how its other names may be looked for no bundle carries."""
    parts = [part for part in one.description.split("; ") if part != SPEAKER]
    lent = [part for part in parts if part.startswith(LENT)]
    return Entity(
        id=str(fields["entity"]),
        name=one.name,
        aliases=tuple(Alias(str(one)) for one in list_of(fields, "other_names")),
        kind=text_of(fields, "entity_kind"),
        description="; ".join(part for part in parts if part not in lent) or None,
        ids=first_numbers(
            (ref.source_name, ref.external_id)
            for ref in one.external_references
            if ref.source_name != "claimgraph"
        ),
        unnamed=fields.get("unnamed") is True,
        collective=fields.get("collective") is True,
        within=text_of(fields, "within"),
        lat=None if lent else one.latitude,
        lon=None if lent else one.longitude,
        where=where,
    )


def own_judgement(one: StixObject, fields: Fields, where: Where) -> Judgement:
    """What a person judged about two ids."""
    ends = list_of(fields, "ends")
    verdict = DECISIONS.get(str(fields["verdict"]))
    if verdict is None or len(ends) != 2:
        raise ClaimgraphError("is no judgement of two ids", key="verdict")
    if not one.authors:
        raise ClaimgraphError("names nobody who judged", key="authors")
    return Judgement(
        id=str(fields["judgement"]),
        left=str(ends[0]),
        right=str(ends[1]),
        verdict=verdict,
        who=one.authors[0],
        when=str(fields["judged"]),
        why=one.content,
        where=where,
    )


def text_of(fields: Fields, key: str) -> str | None:
    """A text, None where there is none."""
    held = fields.get(key)
    return held if isinstance(held, str) else None
