"""The consolidated list of the UN Security Council, as XML: docs/loaders/un.md."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimgraph.characters import LONGEST_QUOTE
from claimgraph.errors import ClaimgraphError, LoaderError
from claimgraph.loaders.builder import ClaimBuilder, dataset_article, entity_slug
from claimgraph.loaders.elements import XmlEntry, xml_entries
from claimgraph.loaders.listing import (
    SECURITY_COUNCIL,
    TOO_LONG,
    body_prefix,
    name_key,
    name_keys,
    other_names,
    short_word,
    since,
    split_names,
)
from claimgraph.model import Batch, Entity, Where, XPath

ENDINGS = (".xml",)
SIGNS = (b"<CONSOLIDATED_LIST",)
ROOT = "CONSOLIDATED_LIST"
GROUPS = {"INDIVIDUAL": "INDIVIDUALS", "ENTITY": "ENTITIES"}
# the lists against terrorism; the others are against states and parties to wars
LISTS = ("Al-Qaida", "Taliban")
BY = "un 1"
NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
REMARKS = "COMMENTS1"
NUMBER = re.compile(r"[A-Z]{2}[ie]\.\d{3}")
# "Northern Front (NF) (QDe.999)": a name of a listing, and its number
MENTION = re.compile(
    rf"((?:[^()]|\([^()]{{0,100}}\)){{0,300}}?) ?\(({NUMBER.pattern})\)"
)
AND = re.compile(r",? and |, ")
# a day of the list may have the offset of its clock after it
ZONE = re.compile(r"(?<=\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)$")
START = r"(?:^|(?<=[.;] ))"
MEMBER = re.compile(
    rf"{START}(?:A |a )?(Former |Was a )?(?:[Ss]enior |Founding )?[Mm]ember of "
)
LINKED = re.compile(rf"{START}(?:Associated with|Linked to) ")
PART = re.compile(
    rf"{START}([^.;]+) is (?:a|an|the) (?:regional |local )?"
    r"(branch|affiliate|wing|faction|splinter|part) of "
)


@dataclass(frozen=True, slots=True)
class Listing:
    """What other listings call one by: its number, and its names; its id here."""

    number: str
    id: str
    keys: frozenset[str]

    def is_called(self, words: str) -> bool:
        """Whether these are a name of it, or two: "… Levant, listed as … in Iraq"."""
        parts = re.split(r",? listed as ", words)
        long = [split_names(part)[:2] for part in parts]
        return all(not self.keys.isdisjoint(map(name_key, one)) for one in long)


@dataclass(frozen=True, slots=True)
class RemarkTie:
    """What the remarks of a listing say of it and another one."""

    relation: str
    other: str
    kind: str | None = None
    role: str | None = None
    former: bool | None = None


def read(path: Path) -> Iterator[Batch]:
    """The listings of the lists against terrorism; the others are counted.

    The file is read twice: listings name some that stand further down.
    """
    first = next(entries(path))
    article = dataset_article(
        path,
        title="United Nations Security Council Consolidated List",
        publisher=SECURITY_COUNCIL.id,
        kind="list",
        published=first.root.get("dateGenerated", "")[:10] or None,
    )
    builder = ClaimBuilder(path, article)
    builder.define(SECURITY_COUNCIL)
    known: dict[int, Listing] = {}
    for at, entry in enumerate(entries(path)):
        with builder.row(place_in(path, entry)):
            if (found := defined_listing(builder, entry)) is not None:
                known[at] = found
    by_number = {one.number: one for one in known.values()}
    for at, entry in enumerate(entries(path)):
        if (one := known.get(at)) is not None:
            with builder.row(place_in(path, entry)):
                read_listing(builder, entry, one, by_number)
        yield from builder.full_batches()
    yield builder.last_batch()


def place_in(path: Path, entry: XmlEntry) -> Where:
    """A listing in its file, by its number."""
    return Where(str(path), entry.text("REFERENCE_NUMBER"), entry.line)


def entries(path: Path) -> Iterator[XmlEntry]:
    """The listings of a file, of whatever list; LoaderError where it holds none."""
    found = False
    for entry in xml_entries(path, ROOT, GROUPS):
        found = True
        yield entry
    if not found:
        reason = "holds no listing: neither INDIVIDUAL nor ENTITY"
        raise LoaderError(reason, file=str(path))


def defined_listing(builder: ClaimBuilder, entry: XmlEntry) -> Listing | None:
    """A listing with the entity that it is made of; None for one of another list."""
    listed = entry.text("UN_LIST_TYPE")
    if not listed:
        raise ClaimgraphError("is missing, as in Al-Qaida", key="UN_LIST_TYPE")
    if listed not in LISTS:
        reason = f"listings of the list {short_word(listed)}"
        builder.leave_out(f"{reason}, which is another programme")
        return None
    number = entry.text("REFERENCE_NUMBER")
    name = main_name(entry)
    one = builder.define(
        Entity(
            id=entity_id(entry),
            name=name,
            aliases=other_names(name, all_names(entry), aliases(entry, weak=True)),
            ids=(("un", number),),
        )
    )
    called = [*all_names(entry), *aliases(entry, weak=True)]
    return Listing(number, one, name_keys(called))


def read_listing(
    builder: ClaimBuilder, entry: XmlEntry, one: Listing, known: Mapping[str, Listing]
) -> None:
    """A listing as a designation, and the ties that its remarks tell plainly."""
    builder.add(
        *("DESIGNATED_BY", one.id, SECURITY_COUNCIL.id),
        kind="sanctions-list",
        quote=entry.raw("REFERENCE_NUMBER"),
        at=place_of(entry, "REFERENCE_NUMBER"),
        valid=since(ZONE.sub("", entry.text("LISTED_ON")), "LISTED_ON"),
        note=f"list {entry.text('UN_LIST_TYPE')}, number {one.number}",
        by=BY,
    )
    read_remarks(builder, entry, one.id, known)


def read_remarks(
    builder: ClaimBuilder, entry: XmlEntry, one: str, known: Mapping[str, Listing]
) -> None:
    """What a sentence of the remarks says of the listing and others, and no more."""
    text = entry.text(REMARKS)
    if len(entry.element.findtext(REMARKS) or "") > LONGEST_QUOTE:
        builder.leave_out(TOO_LONG)
        return
    if one.startswith("person/"):
        found = [*memberships(text, known)]
    else:
        found = [*parts(text, name_keys(all_names(entry)), known)]
    for start in LINKED.finditer(text):
        others = mentions(text, start.end(), known)
        found += [RemarkTie("ALLEGED_LINK", other, kind="ties") for other in others]
    told = {(tie.relation, tie.other): tie for tie in found if tie.other != one}
    for tie in told.values():
        builder.add(
            *(tie.relation, one, tie.other),
            kind=tie.kind,
            role=tie.role,
            former=tie.former,
            quote=entry.raw(REMARKS),
            at=place_of(entry, REMARKS),
            by=BY,
        )
    rest = len(NUMBER.findall(text)) - len(told)
    if rest:
        builder.leave_out("numbers in remarks that no plain sentence ties to it", rest)


def memberships(text: str, known: Mapping[str, Listing]) -> Iterator[RemarkTie]:
    """The bodies that a sentence calls a person a member of."""
    for start in MEMBER.finditer(text):
        former = True if start[1] else None
        for other in mentions(text, start.end(), known):
            if not other.startswith("person/"):
                yield RemarkTie("MEMBER_OF", other, role="member", former=former)


def parts(
    text: str, own: frozenset[str], known: Mapping[str, Listing]
) -> Iterator[RemarkTie]:
    """The bodies that a sentence calls the listing, by one of its names, a part of."""
    for start in PART.finditer(text):
        if name_key(start[1]) in own:
            kind = None if start[2] == "part" else start[2]
            for other in mentions(text, start.end(), known)[:1]:
                yield RemarkTie("PART_OF", other, kind=kind)


def mentions(text: str, at: int, known: Mapping[str, Listing]) -> list[str]:
    """The listings that stand there one after the other, each by name and number."""
    found: list[str] = []
    while (mention := MENTION.match(text, at)) is not None:
        listing = known.get(mention[2])
        if listing is None or not listing.is_called(mention[1]):
            break
        found.append(listing.id)
        more = AND.match(text, mention.end())
        if more is None:
            break
        at = more.end()
    return found


def entity_id(entry: XmlEntry) -> str:
    """The id of a listing: of its number, which the list gives nobody else."""
    number = entry.text("REFERENCE_NUMBER")
    if not NUMBER.fullmatch(number):
        reason = f"{number!r} is no number of a listing: expected is one as QDe.004"
        raise ClaimgraphError(reason, key="REFERENCE_NUMBER")
    person = entry.element.tag == "INDIVIDUAL"
    prefix = "person" if person else body_prefix(main_name(entry))
    return f"{prefix}/un-{entity_slug(number)}"


def main_name(entry: XmlEntry) -> str:
    """The name, of a person in up to four parts; ClaimgraphError without one."""
    name = " ".join(filter(None, (entry.text(part) for part in NAMES)))
    if not name:
        raise ClaimgraphError("is missing", key="FIRST_NAME")
    return name


def all_names(entry: XmlEntry) -> list[str]:
    """The name, that in the original script, and the aliases that are no weak ones."""
    script = entry.texts("NAME_ORIGINAL_SCRIPT")
    return [main_name(entry), *script, *aliases(entry, weak=False)]


def aliases(entry: XmlEntry, *, weak: bool) -> list[str]:
    """The aliases that the list calls of low quality, or the others."""
    found: list[str] = []
    for one in entry.element.iterfind(f"{entry.element.tag}_ALIAS"):
        inner = XmlEntry(one, entry.root, entry.line)
        name = inner.text("ALIAS_NAME")
        if name and (inner.text("QUALITY") == "Low") is weak:
            found.append(name)
    return found


def place_of(entry: XmlEntry, tag: str) -> XPath:
    """An element of a listing, which its DATAID tells from others in any order."""
    data_id = entry.text("DATAID")
    if not data_id.isascii() or not data_id.isdecimal():
        reason = f"{data_id!r} is no number: expected is one as 110447"
        raise ClaimgraphError(reason, key="DATAID")
    own = entry.element.tag
    return XPath(f"/{ROOT}/{GROUPS[own]}/{own}[DATAID='{data_id}']/{tag}")
