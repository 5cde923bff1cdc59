"""STIX 2.1 bundles, ours and those of others: docs/loaders/attack_stix.md."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from claimgraph.characters import LONGEST_QUOTE
from claimgraph.ids import id_prefix
from claimgraph.loaders.builder import ClaimBuilder, dataset_article
from claimgraph.loaders.listing import first_numbers, other_names, short_word
from claimgraph.loaders.own_stix import OwnBundle
from claimgraph.loaders.stix_objects import OLDER, BundleReader, StixObject
from claimgraph.model import Article, Batch, Entity, Modality, Pointer, Polarity, Where

ENDINGS = (".json",)
SIGNS = (b'"bundle"',)
BY = "attack_stix 1"
# what the objects of others become; an identity by its class
PREFIXES = {
    **{"intrusion-set": "group", "threat-actor": "group", "location": "place"},
    **{"incident": "attack", "campaign": "attack"},
}
CLASSES = {"individual": "person"}
KINDS = {"campaign": "series"}
SAYS = frozenset({"relationship", "opinion", "note", "report"})
TYPES = SAYS | {*PREFIXES, "identity", "extension-definition"}
ACTORS = frozenset({"group", "person", "org"})
# a relationship between such ends says this; all others are counted
TIES = {
    "attributed-to": ("ATTRIBUTED_TO", frozenset({"attack"}), ACTORS),
    "targets": ("TARGETED", frozenset({"attack"}), ACTORS | {"place"}),
    "located-at": ("LOCATED_IN", frozenset({"attack"}), frozenset({"place"})),
    "related-to": ("ALLEGED_LINK", ACTORS, ACTORS),
}
OPINIONS: dict[str, tuple[Polarity, str]] = {
    **{"strongly-disagree": ("denied", "disputes"), "disagree": ("denied", "disputes")},
    **{"strongly-agree": ("affirmed", "confirms"), "agree": ("affirmed", "confirms")},
}


def read(path: Path) -> Iterator[Batch]:
    """What the objects say, on the word of who created them.

    A bundle that we wrote gives the claims that it was made from.
    """
    reader = BundleReader(path, TYPES)
    objects = reader.newest()
    for _, one, _ in objects:
        if one.type == "extension-definition" and one.name == "claimgraph":
            own = OwnBundle(path, one.id, problems=reader.problems)
            own.left_out += Counter({OLDER: reader.passed[OLDER]})
            yield from own.batches([(held, where) for _, held, where in objects])
            return
    yield from OtherBundle(path, objects, reader).batches()


@dataclass(frozen=True, slots=True)
class SaidTie:
    """A relationship as a claim: what it says, and where to find it again."""

    relation: str
    subject: str
    target: str
    claim: str


@dataclass(slots=True)
class OtherBundle:
    """The entities and sayings of a bundle that is not ours."""

    path: Path
    objects: list[tuple[int, StixObject, Where]]
    reader: BundleReader
    entities: dict[str, Entity] = field(default_factory=dict[str, Entity])
    said: dict[str, SaidTie] = field(default_factory=dict[str, SaidTie])

    def batches(self) -> Iterator[Batch]:
        """A report's claims as those of an article, all others as the bundle's."""
        whole = self.whole_builder()
        builders = [whole, *self.report_builders(whole)]
        owners = {
            ref: builder
            for (_, one, _), builder in zip(self.reports(), builders[1:], strict=True)
            for ref in one.object_refs
        }
        for wanted in ("relationship", "opinion"):
            for number, one, where in self.objects:
                builder = owners.get(one.id, builders[0])
                if one.type == wanted:
                    with builder.row(where):
                        self.take(builder, number, one)
        builders[0].problems += self.reader.problems
        for reason, count in sorted(self.reader.passed.items()):
            builders[0].leave_out(reason, count)
        notes = sum(one.type == "note" for _, one, _ in self.objects)
        if notes:
            builders[0].leave_out("notes, which are words of no fixed meaning", notes)
        for builder in builders:
            yield from builder.full_batches()
            yield builder.last_batch()

    def reports(self) -> list[tuple[int, StixObject, Where]]:
        """The reports of the bundle."""
        return [one for one in self.objects if one[1].type == "report"]

    def whole_builder(self) -> ClaimBuilder:
        """That of the bundle, with the entities of all objects."""
        article = dataset_article(self.path, title=self.path.name, publisher="")
        found = ClaimBuilder(self.path, replace(article, publisher=None))
        for _, one, where in self.objects:
            with found.row(where):
                if (entity := entity_of(one, where)) is not None:
                    found.define(entity)
                    self.entities[one.id] = entity
        creators = {one.created_by_ref for _, one, _ in self.objects} - {""}
        publisher = self.entities.get(min(creators)) if len(creators) == 1 else None
        if publisher is not None:
            found.article = replace(found.article, publisher=publisher.id)
        return found

    def report_builders(self, whole: ClaimBuilder) -> Iterator[ClaimBuilder]:
        """One for each report, with the same entities."""
        for number, one, where in self.reports():
            article = self.report_article(number, one, whole.article)
            placed = replace(article, where=where)
            yield ClaimBuilder(self.path, placed, entities=whole.entities)

    def report_article(self, number: int, one: StixObject, bundle: Article) -> Article:
        """A report as an article of its own; its hash is that of file and id."""
        creator = self.entities.get(one.created_by_ref)
        digest = sha256(f"{bundle.sha256} {one.id}".encode()).hexdigest()
        return replace(
            bundle,
            id=f"{bundle.id}-{one.id.partition('--')[2]}",
            title=one.name or f"report {number}",
            kind="report",
            publisher=creator.id if creator else None,
            published=one.published[:10] or None,
            sha256=digest,
        )

    def take(self, builder: ClaimBuilder, number: int, one: StixObject) -> None:
        """A relationship or an opinion as a claim of who created it."""
        creator = self.entities.get(one.created_by_ref)
        speaker = builder.article.speaker
        chain = [creator.id] if creator and creator.id != speaker else []
        if one.revoked or one.x_mitre_deprecated:
            builder.leave_out(f"objects of the type {one.type} that are taken back")
        elif one.type == "relationship":
            self.take_relationship(builder, number, one, chain)
        else:
            self.take_opinion(builder, number, one, chain)

    def take_relationship(
        self, builder: ClaimBuilder, number: int, one: StixObject, chain: list[str]
    ) -> None:
        """A relationship of two entities that is read as a claim."""
        ends = self.entities.get(one.source_ref), self.entities.get(one.target_ref)
        tie = TIES.get(one.relationship_type)
        source, target = ends
        if (
            tie is None
            or source is None
            or target is None
            or id_prefix(source.id) not in tie[1]
            or id_prefix(target.id) not in tie[2]
        ):
            reason = f"relationships of the type {short_word(one.relationship_type)}"
            builder.leave_out(f"{reason} that no relation of ours means")
            return
        relation = tie[0]
        fits = fits_quote(one.description)
        key = "description" if fits else "relationship_type"
        builder.add(
            *(relation, source.id, target.id),
            chain=chain,
            quote=one.description if fits else one.relationship_type,
            at=Pointer(f"/objects/{number}/{key}"),
            valid=period(one),
            confidence=None if one.confidence is None else one.confidence / 100,
            by=BY,
        )
        claim = builder.claims[-1].id
        self.said[one.id] = SaidTie(relation, source.id, target.id, claim)

    def take_opinion(
        self, builder: ClaimBuilder, number: int, one: StixObject, chain: list[str]
    ) -> None:
        """What somebody thinks of relationships that are claims here."""
        stand = OPINIONS.get(one.opinion)
        about = [self.said[ref] for ref in one.object_refs if ref in self.said]
        if stand is None or not about:
            builder.leave_out("opinions that are neutral, or on no claim read here")
            return
        modality: Modality = "stated"
        fits = fits_quote(one.explanation)
        key = "explanation" if fits else "opinion"
        for said in about:
            builder.add(
                *(said.relation, said.subject, said.target),
                chain=chain,
                polarity=stand[0],
                modality=modality,
                reply_claim=said.claim,
                reply_how=stand[1],
                quote=one.explanation if fits else one.opinion,
                at=Pointer(f"/objects/{number}/{key}"),
                by=BY,
            )


def entity_of(one: StixObject, where: Where) -> Entity | None:
    """What an object stands for; None where it is nobody and nothing of ours."""
    prefix = PREFIXES.get(one.type)
    if one.type == "identity":
        prefix = CLASSES.get(one.identity_class, "org")
    if prefix is None or not one.name or "--" not in one.id:
        return None
    numbers = [ref for ref in one.external_references if ref.external_id]
    pairs = [(ref.source_name, ref.external_id) for ref in numbers]
    return Entity(
        id=f"{prefix}/stix-{one.id.partition('--')[2].lower()}",
        name=one.name,
        aliases=other_names(one.name, [*one.aliases, *one.x_mitre_aliases]),
        kind=KINDS.get(one.type),
        ids=first_numbers(pairs),
        lat=one.latitude,
        lon=one.longitude,
        where=where,
    )


def fits_quote(text: str) -> bool:
    """Whether there are words, and no more than a quote may have."""
    return 0 < len(text) <= LONGEST_QUOTE


def period(one: StixObject) -> str | None:
    """When a relationship holds, as EDTF."""
    start, stop = one.start_time[:10], one.stop_time[:10]
    return f"{start or '..'}/{stop or '..'}" if start or stop else None
