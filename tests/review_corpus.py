"""Corpora with claims that machines proposed, about people and places made up."""

import hashlib
from pathlib import Path

from claimgraph.model import Claim
from claimgraph.reviewing.desk import Desk

TEXT = """\
Two cells at the river

The Bureau of Safety said on Monday that the River Cell had bombed the grain market \
in Osk. The Hill Band denied any tie to the River Cell.
A doctor said that 12 people had died. The River Cell is part of the Hill Band, wrote \
a teacher, and Mirel Tass leads the River Cell.

Comments
The River Cell did it all, I know it.
"""
HEADER = """\
# coded by a machine, looked at by people
article:
  title: Two cells at the river
  publisher: org/gazette
  published: 2020-05-03
  sha256: {sha256}
  zones:
    - {{kind: comments, from: Comments}}
claims:
"""
CLAIMS = """\
  - relation: ATTRIBUTED_TO   # who did it
    subject: attack/2020-05-osk-grain-market
    object: group/river-cell
    chain: [{holder: org/bureau, cue: The Bureau of Safety said}]
    quote: the River Cell had bombed the grain market
    by: rules 0.3 carried-out
    review: proposed  # not yet

  - {relation: ATTRIBUTED_TO, subject: attack/2020-05-osk-grain-market, object: \
group/river-cell, chain: [{holder: org/bureau, cue: The Bureau of Safety said}], \
quote: River Cell had bombed the grain market in Osk, by: llm small-1 4f2a, \
review: proposed}
  - relation: ALLEGED_LINK
    subject: group/river-cell
    object: group/hill-band
    polarity: denied
    chain: [{holder: group/hill-band, implicit: true}]
    quote: >-
      The Hill Band denied any tie to the River
      Cell
    review: "proposed"
    by: rules 0.3 denied-tie
    # a comment of somebody

  - review: proposed
    by: rules 0.3 carried-out
    relation: KILLED
    subject: attack/2020-05-osk-grain-market
    value: {min: 12, max: 12, of: people}
    chain: [{holder: person/doctor, cue: A doctor said}]
    quote: 12 people had died
  - relation: PART_OF
    subject: group/river-cell
    object: group/hill-band
    chain: [{holder: person/teacher, cue: wrote a teacher}]
    quote: The River Cell is part of the Hill Band
    by: llm small-1 4f2a
    review: proposed
  # written by a person
  - relation: LED_BY
    subject: group/river-cell
    object: person/tass
    quote: Mirel Tass leads the River Cell
"""
ENTITIES = {
    "groups": "- {id: group/river-cell, name: River Cell}\n"
    "- {id: group/hill-band, name: Hill Band}\n",
    "organizations": "- {id: org/gazette, name: Osk Gazette, kind: outlet}\n"
    "- {id: org/bureau, name: Bureau of Safety, kind: security-service}\n",
    "people": "- {id: person/doctor, name: doctor, unnamed: true}\n"
    "- {id: person/teacher, name: teacher, unnamed: true}\n"
    "- {id: person/tass, name: Mirel Tass}\n",
    "attacks": "- id: attack/2020-05-osk-grain-market\n"
    "  name: bombing of the grain market\n",
    "places": "- {id: place/osk, name: Osk}\n",
}


def write_corpus(folder: Path, texts: dict[str, tuple[str, str]]) -> Path:
    """A corpus of articles: text and claims, by stem."""
    for part in ("articles", "claims", "entities"):
        (folder / part).mkdir(parents=True)
    (folder / "corpus.yaml").write_text("name: river\n", "utf-8")
    for stem, (text, claims) in texts.items():
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        (folder / "articles" / f"{stem}.txt").write_bytes(text.encode())
        whole = HEADER.format(sha256=sha256) + claims
        (folder / "claims" / f"{stem}.yaml").write_bytes(whole.encode())
    for stem, entries in ENTITIES.items():
        (folder / "entities" / f"{stem}.yaml").write_text(entries, "utf-8")
    return folder


def river(folder: Path) -> Path:
    """One article with five proposals and a claim of a person."""
    return write_corpus(folder, {"a": (TEXT, CLAIMS)})


def claims_file(folder: Path, stem: str = "a") -> Path:
    """The claims file of an article."""
    return folder / "claims" / f"{stem}.yaml"


def the(relation: str, desk: Desk, by: str = "") -> Claim:
    """The proposal of a relation."""
    return next(
        one
        for one in desk.claims
        if one.relation == relation and by in one.by and one.review == "proposed"
    )


TOWNS = (
    *("Osk", "Varn", "Telm", "Birra", "Kosh", "Liden", "Marr", "Nuvo", "Pell", "Quarn"),
    *("Rusk", "Senn", "Tovo", "Ulm", "Vesk", "Wyr", "Xen", "Yarra", "Zell", "Abar"),
    *("Bord", "Calm", "Dunn", "Erez", "Foss", "Gorm", "Hask", "Irr", "Jarn", "Kell"),
)
SENTENCE = (
    "In {town} the district council said on Tuesday that fighters of the River Cell "
    "had raided the {town} depot at night.\n\n"
)
ENTRY = """\
  - relation: ATTRIBUTED_TO
    subject: attack/undated-{low}-depot
    object: group/river-cell
    chain: [{{holder: org/bureau, cue: the district council said}}]
    quote: fighters of the River Cell had raided the {town} depot
    by: {by}
    review: proposed
"""


def long_river(folder: Path) -> Path:
    """An article of four thousand characters with thirty proposals."""
    text = "Thirty nights at the river\n\n" + "".join(
        SENTENCE.format(town=town) for town in TOWNS
    )
    makers = ("rules 0.3 carried-out", "rules 0.3 raided", "llm small-1 4f2a")
    claims = "".join(
        ENTRY.format(low=town.lower(), town=town, by=makers[number % 3])
        for number, town in enumerate(TOWNS)
    )
    write_corpus(folder, {"long": (text + "Comments\nNo.\n", claims)})
    attacks = "".join(
        f"- {{id: attack/undated-{town.lower()}-depot, name: raid on {town}'s depot}}\n"
        for town in TOWNS
    )
    (folder / "entities" / "attacks.yaml").write_text(attacks, "utf-8")
    return folder
