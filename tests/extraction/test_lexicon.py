"""The lexicon's files: what they give, and how a bad one is refused."""

import re
from pathlib import Path

import pytest

from claimgraph.errors import SchemaError
from claimgraph.extraction.words.inflection import noun_forms, verb_forms
from claimgraph.extraction.words.lexicon import load_lexicon, read_lexicon

FRAMES = """\
frames:
  verb-object:
    about: somebody does it
    trigger: verb
    slots: {doer: subject, thing: object}
    surface: ["{doer} {AUX} {DID} {DET}{thing}"]
"""
LEADS = """\
triggers:
- id: lead
  frame: verb-object
  lemma: [lead]
  subject: thing
  object: doer
  role: leader
  yes: [{text: Omar Haddad led the Front., subject: Front, object: Omar Haddad}]
"""


def read(folder: Path, leads: str = LEADS, frames: str = FRAMES) -> object:
    (folder / "frames.yaml").write_text(frames, "utf-8")
    (folder / "LED_BY.yaml").write_text(leads, "utf-8")
    return read_lexicon(folder)


def test_an_entry_has_its_frame_and_its_patterns(tmp_path: Path) -> None:
    (tmp_path / "frames.yaml").write_text(FRAMES, "utf-8")
    (tmp_path / "LED_BY.yaml").write_text(LEADS, "utf-8")
    entry = read_lexicon(tmp_path).of("LED_BY")[0]
    assert entry.frame.slots == {"doer": ("subject",), "thing": ("object",)}
    assert entry.words == {"lead", "leads", "led", "leading"}
    pattern = (
        entry.surface[0].replace("{object}", "Haddad").replace("{subject}", "Front")
    )
    assert re.search(pattern, "Haddad has long led the old Front")
    assert not re.search(pattern, "Haddad saw the Front")


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ("verb-object", "verb-objet", 3, "triggers[0].frame"),
        ("subject: thing", "subject: thin", 5, "triggers[0].subject"),
        ("role: leader", "role: boss", 7, "triggers[0].role"),
        ("role: leader", "rule: leader", 7, "triggers[0].rule"),
        ("object: doer", "value: doer", 6, "triggers[0].value"),
        ("lemma: [lead]", "lemma: [Lead]", 4, "triggers[0].lemma[0]"),
        ("lemma: [lead]", "lemma: []", 4, "triggers[0].lemma"),
    ],
)
def test_a_bad_entry_is_refused_with_its_place(
    tmp_path: Path, old: str, new: str, line: int, key: str
) -> None:
    with pytest.raises(SchemaError) as caught:
        read(tmp_path, LEADS.replace(old, new, 1))
    error = caught.value
    assert (error.file, error.line, error.key) == ("lexicon/LED_BY.yaml", line, key)


def test_a_pattern_may_name_only_what_its_frame_has(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match=r"\{doar\} is no slot \(nearest: doer\)"):
        read(tmp_path, frames=FRAMES.replace("{doer} {AUX}", "{doar} {AUX}"))


def test_an_id_stands_once(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="lead is there already"):
        read(tmp_path, LEADS + LEADS.removeprefix("triggers:\n"))


def test_a_word_stands_once_in_a_list(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="head is there twice"):
        read(tmp_path, LEADS.replace("lemma: [", "lemma: [head, head, ", 1))


def test_the_shipped_patterns_are_regular_expressions() -> None:
    for entry in load_lexicon().entries:
        assert entry.yes, entry.id
        for pattern in entry.surface:
            re.compile(pattern)


def test_words_are_bent_as_people_write_them() -> None:
    assert verb_forms("plot").every == ("plot", "plots", "plotted", "plotting")
    assert verb_forms("set off").every == ("set off", "sets off", "setting off")
    assert verb_forms("ally").every == ("ally", "allies", "allied", "allying")
    assert noun_forms("spokesman") == ("spokesman", "spokesmen")
