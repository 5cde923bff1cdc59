"""A small corpus with nothing wrong in it, to be made wrong."""

from pathlib import Path

from claimgraph.api.corpora import rehash

TEXT = "Red Dawn fights Northern Front near Ost.\nOfficials said so on Monday.\n"
FILES = {
    "corpus.yaml": "name: slips\n",
    "articles/a.txt": TEXT,
    "claims/a.yaml": """\
article:
  title: A fight
  publisher: org/wire
  published: 2021-03-04
  sha256: "SHA"
claims:
  - relation: RIVAL_OF
    subject: group/one
    object: group/two
    quote: Red Dawn fights Northern Front
    label: fight
  - relation: RIVAL_OF
    subject: group/two
    object: group/one
    polarity: denied
    quote: fights Northern Front near Ost
    chain: [{holder: person/official, cue: Officials said}]
    replies_to: {claim: fight, how: disputes}
""",
    "entities/groups.yaml": (
        "- {id: group/one, name: Red Dawn, aliases: [RD]}\n"
        "- {id: group/two, name: Northern Front}\n"
    ),
    "entities/people.yaml": "- {id: person/official, name: officials, unnamed: true}\n",
    "entities/organizations.yaml": "- {id: org/wire, name: Wire, kind: outlet}\n",
}


def write_sound(folder: Path) -> None:
    """Writes the corpus into a folder, with the digest of its text."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    rehash(folder)
