"""The shapes of the lexicon's files: every key that may stand in them, and its type."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from claimgraph.model import Modality, Polarity, Reason
from claimgraph.schema.forms import Text, Word
from claimgraph.yaml_file.forms import Form

# what part of speech a trigger is; a deed is a verb or a noun
Bearing = Literal["verb", "noun", "adjective", "hyphen", "deed"]
Template = Annotated[str, StringConstraints(min_length=1)]
Lemma = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z' -]*$")]


def as_list(given: str | list[str] | None) -> tuple[str, ...]:
    """One text or several as several."""
    if given is None:
        return ()
    return (given,) if isinstance(given, str) else tuple(given)


class FrameForm(Form):
    """A family of constructions as written."""

    about: Text
    trigger: Bearing
    slots: dict[str, str | list[str]]
    mutual: bool = False
    surface: list[Template] = []


class FramesForm(Form):
    """frames.yaml."""

    frames: dict[Word, FrameForm]


class ExampleForm(Form):
    """A sentence with what must be found in it."""

    text: Text
    subject: Text | list[Text] | None = None
    object: Text | list[Text] | None = None
    value: Text | None = None
    speaker: Text | None = None
    polarity: Polarity = "affirmed"
    modality: Modality | None = None
    core: bool = True


class TriggerForm(Form):
    """An entry as written."""

    id: Word
    frame: str
    lemma: Annotated[list[Lemma], Field(min_length=1)]
    noun: list[Lemma] = []
    prep: list[Lemma] = []
    subject: str | None = None
    object: str | None = None
    value: str | None = None
    speaker: str | None = None
    modality: Modality = "stated"
    polarity: Polarity = "affirmed"
    reason: Reason | None = None
    origin: Literal["subject", "object"] | None = None
    kind: str | None = None
    role: str | None = None
    former: bool = False
    needs: str | None = None
    without: str | None = None
    word: str | None = None
    surface: list[Template] = []
    yes: list[ExampleForm]
    no: list[Text] = []


class TriggersForm(Form):
    """The file of one relation."""

    triggers: list[TriggerForm]


class CuesForm(Form):
    """cues.yaml: lists of words by section and name."""

    cues: dict[str, dict[str, list[str]]]
