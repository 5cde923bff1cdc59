"""Clusters of a MISP galaxy, as JSON: docs/loaders/misp_galaxy.md."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from msgspec import Raw, Struct, field
from msgspec.json import Decoder

from claimgraph.errors import ClaimgraphError, LoaderError
from claimgraph.loaders.builder import ClaimBuilder, dataset_article
from claimgraph.loaders.listing import (
    SHORT,
    body_prefix,
    other_names,
    short_word,
    since,
)
from claimgraph.loaders.objects import JsonObject, json_file, json_objects
from claimgraph.model import Batch, Entity, Modality, Pointer, Where

ENDINGS = (".json",)
SIGNS = (b'"authors"',)
BY = "misp_galaxy 1"
PUBLISHER = Entity(id="org/misp-project", name="MISP Project")
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
AND = re.compile(r" (?:and|&) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Designations:
    """A galaxy whose clusters are the entries of a list: who lists, on whose word.

    `people` are the numbers of its persons, whom the galaxy does not tell from bodies.
    """

    by_whom: Entity
    origin: Entity
    what: str
    people: frozenset[str]


LISTS = {
    "canada-listed-terrorist-entities": Designations(
        Entity(id="state/canada", name="Canada"),
        Entity(
            id="org/public-safety-canada", name="Public Safety Canada", kind="ministry"
        ),
        "the list of the Criminal Code",
        frozenset({"23", "63"}),
    )
}
# what the type of a relation between clusters says; all others are counted
RELATIONS = {
    "part-of": ("PART_OF", None),
    "affiliated-with": ("ALLEGED_LINK", "ties"),
    "linked-to": ("ALLEGED_LINK", "ties"),
    "cooperates-with": ("ALLEGED_LINK", "cooperation"),
}
# how likely the galaxy calls a relation, in its tags
LIKELY = re.compile(r'estimative-language:likelihood-probability="([a-z-]+)"')
MODALITIES: Mapping[str, Modality] = {
    **{"almost-certain": "stated", "very-likely": "suspected", "likely": "suspected"},
    "roughly-even-chance": "possible",
}


class Meta(Struct):
    """What is read of the many things that a cluster may tell."""

    id: str = ""
    published: str = ""
    summary: str = ""
    synonyms: list[str] = field(default_factory=list[str])


class Related(Struct, rename="kebab"):
    """What a cluster says of another one."""

    dest_uuid: str
    type: str = ""
    tags: list[str] = field(default_factory=list[str])


class Cluster(Struct):
    """An entry of a galaxy."""

    value: str
    uuid: str
    meta: Meta = field(default_factory=Meta)
    related: list[Related] = field(default_factory=list[Related])


class Galaxy(Struct):
    """The file, its clusters not yet decoded."""

    name: str
    type: str
    authors: list[str]
    values: list[Raw]


CLUSTERS = Decoder(Cluster)


def read(path: Path) -> Iterator[Batch]:
    """What the clusters say: that somebody is listed, and what ties one to another."""
    galaxy, data = json_file(path, Decoder(Galaxy))
    if not galaxy.values:
        raise LoaderError("holds no cluster: `values` is empty", file=str(path))
    listed = LISTS.get(galaxy.type)
    builder = ClaimBuilder(
        path,
        dataset_article(path, title=galaxy.name, publisher=PUBLISHER.id, kind="list"),
    )
    builder.define(PUBLISHER)
    if listed is not None:
        builder.define(listed.by_whom)
        builder.define(listed.origin)
    found: list[tuple[JsonObject, Cluster]] = []
    for one in json_objects(data, galaxy.values):
        with builder.row(place_of(path, one.number, one.line)):
            cluster = one.decoded(CLUSTERS)
            define(builder, cluster, listed)
            found.append((one, cluster))
    known = {cluster.uuid: entity_id(cluster, listed) for _, cluster in found}
    for one, cluster in found:
        with builder.row(place_of(path, one.number, one.line)):
            read_cluster(builder, one.number, cluster, listed, known)
        yield from builder.full_batches()
    yield builder.last_batch()


def place_of(path: Path, number: int, line: int) -> Where:
    """A cluster in its file."""
    return Where(str(path), f"values[{number}]", line)


def define(
    builder: ClaimBuilder, cluster: Cluster, listed: Designations | None
) -> None:
    """The body, or the person, of a cluster with all names that can be told apart."""
    if not UUID.fullmatch(cluster.uuid):
        raise ClaimgraphError(f"{cluster.uuid!r} is no UUID", key="uuid")
    names, unclear = summary_names(cluster.meta.summary)
    if unclear:
        builder.leave_out("names in summaries that cannot be told apart", unclear)
    number = cluster.meta.id if listed is not None else ""
    builder.define(
        Entity(
            id=entity_id(cluster, listed),
            name=cluster.value,
            aliases=other_names(cluster.value, [*cluster.meta.synonyms, *names]),
            ids=(*([("canada", number)] if number else []), ("misp", cluster.uuid)),
        )
    )


def entity_id(cluster: Cluster, listed: Designations | None) -> str:
    """The id of what a cluster is about, by its UUID, which nobody else has."""
    person = listed is not None and cluster.meta.id in listed.people
    prefix = "person" if person else body_prefix(cluster.value)
    return f"{prefix}/misp-{cluster.uuid}"


def read_cluster(
    builder: ClaimBuilder,
    number: int,
    cluster: Cluster,
    listed: Designations | None,
    known: Mapping[str, str],
) -> None:
    """The listing of a cluster, and its ties to others of the file."""
    subject = entity_id(cluster, listed)
    if listed is not None:
        builder.add(
            *("DESIGNATED_BY", subject, listed.by_whom.id),
            kind="proscription",
            chain=[listed.origin.id],
            quote=cluster.value,
            at=Pointer(f"/values/{number}/value"),
            valid=since(cluster.meta.published, "meta.published"),
            note=f"{listed.what}, number {cluster.meta.id or 'not given'}",
            by=BY,
        )
    elif not cluster.related:
        builder.leave_out("clusters that say nothing of others, no list being known")
    for at, related in enumerate(cluster.related):
        tie = RELATIONS.get(related.type)
        sure = likelihood(related)
        if tie is None:
            builder.leave_out(f"relations of the type {short_word(related.type)}")
        elif related.dest_uuid not in known:
            builder.leave_out("relations to clusters of other galaxies")
        elif sure is None:
            builder.leave_out("relations that the galaxy calls unlikely")
        else:
            builder.add(
                *(tie[0], subject, known[related.dest_uuid]),
                kind=tie[1],
                modality=sure,
                quote=related.type,
                at=Pointer(f"/values/{number}/related/{at}/type"),
                by=BY,
            )


def likelihood(related: Related) -> Modality | None:
    """How strongly a relation is said; None where it is called unlikely."""
    words = [found[1] for tag in related.tags if (found := LIKELY.fullmatch(tag))]
    return MODALITIES.get(words[0]) if words else "stated"


def summary_names(summary: str) -> tuple[list[str], int]:
    """The names that a summary lists, and how many of its parts may be several or none.

    >>> summary_names("Red Band (RB), Hill and Dale Cell, (HC), and Blue Band.")
    (['Red Band (RB)', 'Hill and Dale Cell', 'Blue Band'], 1)
    >>> summary_names("Red Band; Band of the Reds, Blues and Greens")
    (['Red Band'], 1)
    """
    text = summary.strip().rstrip(".").strip()
    if text in ("", "N/A"):
        return [], 0
    mark = ";" if ";" in text else ","
    parts = [part.strip() for part in re.split(rf"{mark}(?![^(]{{0,200}}\))", text)]
    names: list[str] = []
    for at, part in enumerate(parts):
        last = at == len(parts) - 1
        name = re.sub(r"^and ", "", part) if last else part
        short = SHORT.fullmatch(name)
        bare = short[1] if short else name
        several = AND.search(bare) if last else mark == ";" and "," in bare
        if name and not several and not set("()") & set(bare):
            names.append(name)
    return names, len(parts) - len(names)
