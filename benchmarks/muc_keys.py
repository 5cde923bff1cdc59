"""Texts and answer keys of MUC-4, as its files have them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# what slot 11 says of an organization, in one word
CLASSES = {
    "SUSPECTED OR ACCUSED BY AUTHORITIES": "authorities",
    "SUSPECTED OR ACCUSED": "accused",
    "CLAIMED OR ADMITTED": "claimed",
    "REPORTED AS FACT": "fact",
    "POSSIBLE": "possible",
}
MESSAGE, TEMPLATE, CONFIDENCE = 0, 1, 11
SLOT = re.compile(r"(\d{1,2})\.\s+[A-Z ]+: ")
# where values begin on their lines
COLUMN = 36
ID = re.compile(r"(?:DEV|TST\d)-MUC\d-\d{4}")
TEXT_HEAD = re.compile(rf"^({ID.pattern})\b[^\n]*$", re.MULTILINE)
NAME = re.compile(r'"((?:\\.|[^"\\])*)"')
# read by nobody here: an article that releases are tested on
PASSED_OVER = {"DEV-MUC3-0256"}
# the files of texts and keys of each part
PARTS = {
    "dev": ("dev/dev-muc3-*", "dev/key-dev-*"),
    "test": ("tst*/tst*-muc*", "tst*/key-tst*"),
}


@dataclass(frozen=True, slots=True)
class KeyOrganization:
    """An organization of a template: any of the names, any of the classes is right.

    `optional` ones count neither way.
    """

    names: tuple[str, ...]
    classes: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class MucArticle:
    """A text of MUC-4 with the organizations of its key."""

    id: str
    text: str
    organizations: tuple[KeyOrganization, ...]


def muc_articles(folder: Path, part: str) -> list[MucArticle]:
    """The articles of a part, by id, each with its key."""
    texts_like, keys_like = PARTS[part]
    keys: dict[str, list[KeyOrganization]] = {}
    for path in sorted(folder.glob(keys_like)):
        for message, found in key_organizations(path.read_text("latin-1")):
            keys.setdefault(message, []).append(found)
    texts: dict[str, str] = {}
    for path in sorted(folder.glob(texts_like)):
        texts |= muc_texts(path.read_text("latin-1"))
    return [
        MucArticle(one, text, tuple(keys.get(one, ())))
        for one, text in sorted(texts.items())
        if one not in PASSED_OVER
    ]


def muc_texts(held: str) -> dict[str, str]:
    """The texts of a file by their ids, without the line of the id."""
    heads = list(TEXT_HEAD.finditer(held))
    ends = [*(head.start() for head in heads[1:]), len(held)]
    return {
        head[1]: held[head.end() : end].strip() + "\n"
        for head, end in zip(heads, ends, strict=True)
    }


def key_organizations(held: str) -> Iterator[tuple[str, KeyOrganization]]:
    """The organizations of all templates of a file, each with the id of its text."""
    message, optional = "", False
    for slot, value in slot_lines(held):
        if slot == MESSAGE:
            found = ID.search(value)
            message = found[0] if found else ""
        elif slot == TEMPLATE:
            optional = "(OPTIONAL)" in value
        elif slot == CONFIDENCE:
            organization = key_organization(value, optional)
            if organization is not None:
                yield message, organization


def slot_lines(held: str) -> Iterator[tuple[int, str]]:
    """Each value of a key with the number of its slot; remarks are left out."""
    slot = -1
    for line in held.splitlines():
        if line.startswith(";"):
            continue
        found = SLOT.match(line)
        if found:
            slot, line = int(found[1]), line[COLUMN:]
        if line.strip():
            yield slot, line.strip()


def key_organization(value: str, optional: bool) -> KeyOrganization | None:
    """What a line of slot 11 says; None for `-`, `*` and what names no class.

    >>> key_organization('? POSSIBLE / REPORTED AS FACT: "A B" / "D"', False)
    KeyOrganization(names=('A B', 'D'), classes=('possible', 'fact'), optional=True)
    """
    head, colon, rest = value.partition(":")
    unsure = head.startswith("?")
    words = [one.strip(" ?()") for one in head.split("/")]
    classes = tuple(CLASSES[one] for one in words if one in CLASSES)
    if not colon or not classes:
        return None
    quoted = [one.replace('\\"', "") for one in NAME.findall(rest)]
    names = tuple(" ".join(one.split()) for one in quoted or [rest])
    return KeyOrganization(names, classes, optional or unsure or "?" in rest[:3])
