"""What words trigger a claim: entries of data with examples that are their tests."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from claimgraph.errors import SchemaError, nearest
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.forms import (
    Bearing,
    ExampleForm,
    FrameForm,
    FramesForm,
    TriggerForm,
    TriggersForm,
    as_list,
)
from claimgraph.extraction.words.inflection import forms_of
from claimgraph.extraction.words.surface_forms import surface_pattern, template_fields
from claimgraph.model import Modality, Polarity, Reason
from claimgraph.resources import packaged_path
from claimgraph.schema import load_schema
from claimgraph.schema.forms import SchemaFile
from claimgraph.schema.types import RelationType

FRAMES = "frames.yaml"
ENDS = ("subject", "object", "value", "speaker")
End = Literal["subject", "object", "value", "speaker"]


@dataclass(frozen=True, slots=True)
class FrameFamily:
    """A family of constructions: where those who stand around a trigger are found.

    `slots` has, for each position, paths through the parse from the trigger, of which
    the first that leads anywhere counts; `surface` are patterns over the words.
    """

    name: str
    bearing: Bearing
    slots: Mapping[str, tuple[str, ...]]
    surface: tuple[str, ...]
    mutual: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the claim that an entry must find in it, or with none.

    Subjects and objects are words of the sentence; each subject goes with each object.
    Without `core` only the parser is asked for it.
    """

    text: str
    subjects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    value: str | None = None
    speaker: str | None = None
    polarity: Polarity = "affirmed"
    modality: Modality | None = None
    core: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One way of saying that a relation holds, in all its forms.

    `ends` says which position of the frame is the subject, the object, the value or the
    speaker. `surface` are regular expressions in which `{subject}`, `{object}`,
    `{value}` and `{speaker}` stand for whatever names one. `origin` is the end on whose
    word such a claim always stands; `needs` and `without` are words of which one must,
    or none may, hang on the trigger; `word` is the value of a relation that has words.
    """

    id: str
    relation: str
    frame: FrameFamily
    lemmas: tuple[str, ...]
    ends: Mapping[str, str]
    nouns: tuple[str, ...] = ()
    preps: tuple[str, ...] = ()
    surface: tuple[str, ...] = ()
    modality: Modality = "stated"
    polarity: Polarity = "affirmed"
    reason: Reason | None = None
    origin: str | None = None
    kind: str | None = None
    role: str | None = None
    former: bool = False
    needs: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    word: str | None = None
    yes: tuple[Example, ...] = ()
    no: tuple[Example, ...] = ()

    @property
    def speaker_slot(self) -> str | None:
        """The slot of whoever says it where the trigger is what he does: accuse."""
        return self.ends.get("speaker")

    @property
    def words(self) -> frozenset[str]:
        """Every form of its lemmas: a sentence without one of them holds none."""
        return frozenset(
            form for one in self.lemmas for form in forms_of(one, self.frame.bearing)
        )


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries, and the names that stand in their examples."""

    entries: tuple[Entry, ...]
    frames: Mapping[str, FrameFamily]

    def of(self, relation: str) -> tuple[Entry, ...]:
        """The entries of one relation."""
        return tuple(one for one in self.entries if one.relation == relation)


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that ships."""
    return read_lexicon(packaged_path("extraction", "lexicon"))


def read_lexicon(folder: Path | Traversable) -> Lexicon:
    """The lexicon of a folder; SchemaError with file, line and key where it is bad."""
    frames = read_frames(SchemaFile(folder / FRAMES, f"lexicon/{FRAMES}"))
    entries: dict[str, Entry] = {}
    relations = load_schema().relations
    for name, file in trigger_files(folder):
        if name not in relations:
            file.refuse(f"{name} is no relation{nearest(name, relations)}")
        form = file.form(TriggersForm)
        for at, trigger in enumerate(form.triggers):
            check_once(file, ("triggers", at), trigger)
            entry = read_entry(file, at, trigger, relations[name], frames)
            if entry.id in entries:
                file.refuse(f"{entry.id} is there already", "triggers", at, "id")
            entries[entry.id] = entry
    return Lexicon(tuple(entries.values()), frames)


def trigger_files(folder: Path | Traversable) -> Iterator[tuple[str, SchemaFile]]:
    """The files of relations by their stems, sorted."""
    for path in sorted(folder.iterdir(), key=lambda one: one.name):
        stem, dot, ending = path.name.rpartition(".")
        if stem.isupper():
            file = f"lexicon/{path.name}"
            if f"{dot}{ending}" != ".yaml":
                raise SchemaError("must end in .yaml", file=file)
            yield stem, SchemaFile(path, file)


def read_frames(file: SchemaFile) -> Mapping[str, FrameFamily]:
    """The families of constructions by name."""
    return {
        name: read_frame(file, name, form)
        for name, form in file.form(FramesForm).frames.items()
    }


def read_frame(file: SchemaFile, name: str, form: FrameForm) -> FrameFamily:
    """One family, whose patterns may speak of its own positions alone."""
    for at, template in enumerate(form.surface):
        for field in template_fields(template):
            if field not in form.slots and field.islower():
                reason = f"{{{field}}} is no slot{nearest(field, form.slots)}"
                file.refuse(reason, "frames", name, "surface", at)
    slots = {slot: as_list(paths) for slot, paths in form.slots.items()}
    return FrameFamily(name, form.trigger, slots, tuple(form.surface), form.mutual)


def read_entry(
    file: SchemaFile,
    at: int,
    form: TriggerForm,
    relation: RelationType,
    frames: Mapping[str, FrameFamily],
) -> Entry:
    """One entry, refused where it does not fit its frame or its relation."""
    path, frame = ("triggers", at), frames.get(form.frame)
    if frame is None:
        hint = nearest(form.frame, frames)
        file.refuse(f"{form.frame} is no frame{hint}", *path, "frame")
    ends = {end: held for end in ENDS if (held := getattr(form, end)) is not None}
    for end, slot in ends.items():
        if slot not in frame.slots:
            hint = nearest(slot, frame.slots)
            file.refuse(f"{slot} is no slot of {frame.name}{hint}", *path, end)
    check_relation(file, path, form, relation)
    entry = Entry(
        id=form.id,
        relation=relation.name,
        frame=frame,
        lemmas=tuple(form.lemma),
        ends=ends,
        nouns=tuple(form.noun),
        preps=tuple(form.prep),
        modality=form.modality,
        polarity=form.polarity,
        reason=form.reason,
        origin=form.origin,
        kind=form.kind,
        role=form.role,
        former=form.former,
        needs=modifiers(form.needs),
        without=modifiers(form.without),
        word=form.word,
        yes=tuple(map(example, form.yes)),
        no=tuple(map(Example, form.no)),
    )
    return with_surface(entry, (*frame.surface, *form.surface))


def check_once(
    file: SchemaFile, path: tuple[str | int, ...], form: TriggerForm
) -> None:
    """Refuse a word that stands twice in a list of an entry."""
    for key in ("lemma", "noun", "prep"):
        held: list[str] = getattr(form, key)
        twice = next((one for one in held if held.count(one) > 1), None)
        if twice is not None:
            file.refuse(f"{twice} is there twice", *path, key)


def check_relation(
    file: SchemaFile,
    path: tuple[str | int, ...],
    form: TriggerForm,
    relation: RelationType,
) -> None:
    """Refuse a kind, a role or an end that claims of the relation never have."""
    for key, given, allowed in (
        ("kind", form.kind, relation.kinds),
        ("role", form.role, relation.roles),
        ("word", form.word, tuple(relation.word_notes)),
    ):
        if given is not None and given not in allowed:
            reason = f"{given} is none of {relation.name}{nearest(given, allowed)}"
            file.refuse(reason, *path, key)
    if form.subject is None:
        file.refuse("is missing", *path, "subject")
    if form.value is not None and relation.value is None:
        file.refuse(f"{relation.name} has no value", *path, "value")
    if form.object is not None and relation.value is not None:
        file.refuse(f"{relation.name} has a value", *path, "object")


def modifiers(name: str | None) -> frozenset[str]:
    """The words of a list that a trigger must, or must not, have beside it."""
    return cues("modifiers", name) if name is not None else frozenset()


def example(form: ExampleForm) -> Example:
    """One example as a value."""
    return Example(
        form.text,
        as_list(form.subject),
        as_list(form.object),
        form.value,
        form.speaker,
        form.polarity,
        form.modality,
        form.core,
    )


def with_surface(entry: Entry, templates: tuple[str, ...]) -> Entry:
    """The entry with its patterns written out."""
    patterns = tuple(
        pattern
        for template in templates
        if (
            pattern := surface_pattern(
                template, entry.frame.bearing, entry_words(entry)
            )
        )
    )
    return replace(entry, surface=patterns)


def entry_words(entry: Entry) -> Mapping[str, tuple[str, ...]]:
    """What an entry has for each field of a template: words, or the end it is."""
    ends = {slot: (f"{{{end}}}",) for end, slot in entry.ends.items()}
    return {
        "LEMMA": entry.lemmas,
        "NOUN": entry.nouns,
        "PREP": entry.preps,
        **{slot: ends.get(slot, ()) for slot in entry.frame.slots},
    }
