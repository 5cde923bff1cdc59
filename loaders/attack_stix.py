"""STIX 2.1 bundles, ours and those of others: docs/loaders/attack_stix.md."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from claimgraph.ids import id_prefix
from claimgraph.loaders.builder import ClaimBuilder, dataset_article
from claimgraph.loaders.listing import other_names
from claimgraph.loaders.own_stix import OwnBundle
from claimgraph.loaders.stix_objects import BundleReader, StixObject
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
    objects = list(reader.objects())
    for _, one, _ in objects:
        if one.type == "extension-definition" and one.name == "claimgraph":
            own = OwnBundle(path, one.id, problems=reader.problems)
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
        for _, one, where in self.objects:
            if (entity := entity_of(one, where)) is not None:
                self.entities[one.id] = entity
        builders = self.builders()
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
        for kind, count in sorted(self.reader.passed.items()):
            builders[0].leave_out(f"objects of the type {kind}", count)
        notes = sum(one.type == "note" for _, one, _ in self.objects)
        if notes:
            builders[0].leave_out("notes, which are words of no fixed meaning", notes)
        for builder in builders:
            yield from builder.full_batches()
            yield builder.last_batch()

    def reports(self) -> list[tuple[int, StixObject, Where]]:
        """The reports of the bundle."""
        return [one for one in self.objects if one[1].type == "report"]

    def builders(self) -> list[ClaimBuilder]:
        """One for the bundle, and one for each report."""
        creators = {one.created_by_ref for _, one, _ in self.objects} - {""}
        publisher = self.entities.get(min(creators)) if len(creators) == 1 else None
        article = dataset_article(self.path, title=self.path.name, publisher="")
        article = replace(article, publisher=publisher.id if publisher else None)
        articles = [article]
        for number, one, _ in self.reports():
            articles.append(self.report_article(number, one, article))
        found = [ClaimBuilder(self.path, each) for each in articles]
        for builder in found:
            for entity in self.entities.values():
                builder.define(entity)
        return found

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
        if tie is None or source is None or target is None:
            reason = f"relationships of the type {one.relationship_type}"
            builder.leave_out(f"{reason} that no relation of ours means")
            return
        relation, sources, targets = tie
        if id_prefix(source.id) not in sources or id_prefix(target.id) not in targets:
            reason = f"relationships of the type {one.relationship_type}"
            builder.leave_out(f"{reason} that no relation of ours means")
            return
        key = "description" if one.description else "relationship_type"
        builder.add(
            *(relation, source.id, target.id),
            chain=chain,
            quote=one.description or one.relationship_type,
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
        key = "explanation" if one.explanation else "opinion"
        for said in about:
            builder.add(
                *(said.relation, said.subject, said.target),
                chain=chain,
                polarity=stand[0],
                modality=modality,
                reply_claim=said.claim,
                reply_how=stand[1],
                quote=one.explanation or one.opinion,
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
    return Entity(
        id=f"{prefix}/stix-{one.id.partition('--')[2].lower()}",
        name=one.name,
        aliases=other_names(one.name, [*one.aliases, *one.x_mitre_aliases]),
        kind=KINDS.get(one.type),
        ids=tuple((ref.source_name, ref.external_id) for ref in numbers),
        lat=one.latitude,
        lon=one.longitude,
        where=where,
    )


def period(one: StixObject) -> str | None:
    """When a relationship holds, as EDTF."""
    start, stop = one.start_time[:10], one.stop_time[:10]
    return f"{start or '..'}/{stop or '..'}" if start or stop else None
