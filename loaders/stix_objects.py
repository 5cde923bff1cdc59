"""The objects of a STIX bundle that loaders read, with the fields that they read."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from msgspec import Raw, Struct, field
from msgspec.json import Decoder

from claimgraph.errors import ClaimgraphError, LoaderError, Problem
from claimgraph.loaders.listing import short_word
from claimgraph.loaders.objects import json_file, json_objects
from claimgraph.model import Where

Fields = dict[str, object]


class BundleFile(Struct):
    """A bundle, its objects not yet decoded."""

    type: str
    objects: list[Raw]


class Kind(Struct):
    """What is looked at first in each object."""

    type: str
    id: str


class Reference(Struct):
    """An external reference."""

    source_name: str = ""
    external_id: str = ""
    hashes: dict[str, str] = field(default_factory=dict[str, str])


class StixObject(Struct):
    """All that is read of any object."""

    type: str
    id: str
    modified: str = ""
    created_by_ref: str = ""
    name: str = ""
    description: str = ""
    aliases: list[str] = field(default_factory=list[str])
    x_mitre_aliases: list[str] = field(default_factory=list[str])
    identity_class: str = ""
    external_references: list[Reference] = field(default_factory=list[Reference])
    labels: list[str] = field(default_factory=list[str])
    relationship_type: str = ""
    source_ref: str = ""
    target_ref: str = ""
    start_time: str = ""
    stop_time: str = ""
    confidence: int | None = None
    published: str = ""
    object_refs: list[str] = field(default_factory=list[str])
    opinion: str = ""
    explanation: str = ""
    authors: list[str] = field(default_factory=list[str])
    content: str = ""
    latitude: float | None = None
    longitude: float | None = None
    revoked: bool = False
    x_mitre_deprecated: bool = False
    extensions: dict[str, Fields] = field(default_factory=dict[str, Fields])

    @property
    def version(self) -> str:
        """When it was modified, in a form in which later ones sort behind."""
        return self.modified.rstrip("Z")


OLDER = "older versions of objects that the bundle also has in a newer one"
KINDS, OBJECTS = Decoder(Kind), Decoder(StixObject)


class BundleReader:
    """Reads the objects of some types; `passed` counts the others, by reason."""

    def __init__(self, path: Path, types: frozenset[str]) -> None:
        self.path, self.types = path, types
        self.problems: list[Problem] = []
        self.passed: Counter[str] = Counter()

    def newest(self) -> list[tuple[int, StixObject, Where]]:
        """The objects in their order, of several versions of one the newest alone."""
        found: dict[str, tuple[int, StixObject, Where]] = {}
        for number, one, where in self.objects():
            older = found.get(one.id)
            if older is not None:
                self.passed[OLDER] += 1
            if older is None or older[1].version <= one.version:
                found[one.id] = number, one, where
        return sorted(found.values(), key=lambda held: held[0])

    def objects(self) -> Iterator[tuple[int, StixObject, Where]]:
        """Each object with its number and its place; LoaderError for no bundle."""
        bundle, data = json_file(self.path, Decoder(BundleFile))
        if bundle.type != "bundle":
            reason = f"is a {bundle.type}, expected is a bundle"
            raise LoaderError(reason, file=str(self.path), key="type")
        for one in json_objects(data, bundle.objects):
            where = Where(str(self.path), f"objects[{one.number}]", one.line)
            try:
                kind = one.decoded(KINDS)
                if kind.type in self.types:
                    yield one.number, one.decoded(OBJECTS), where
                else:
                    self.passed[f"objects of the type {short_word(kind.type)}"] += 1
            except ClaimgraphError as error:
                self.problems.append(where.problem(error.key or "", error.message))


def fields_of(one: StixObject, extension: str) -> Fields:
    """What an extension says of an object, empty where it says nothing."""
    return one.extensions.get(extension, {})
