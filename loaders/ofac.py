"""The SDN list of the Office of Foreign Assets Control: docs/loaders/ofac.md."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from claimgraph.characters import LONGEST_QUOTE
from claimgraph.loaders.builder import ClaimBuilder, dataset_article
from claimgraph.loaders.listing import (
    OFFICES,
    TOO_LONG,
    UNITED_STATES,
    other_names,
    since,
)
from claimgraph.loaders.sdn import XML, SdnListing, day_of_list, listings
from claimgraph.model import Batch, Entity

ENDINGS = (".csv", ".xml")
SIGNS = (b"-0- ", XML)
BY = "ofac 1"
PUBLISHER = Entity(
    id="org/ofac",
    name="Office of Foreign Assets Control",
    kind="ministry",
)
# the programmes against terrorism
READ = frozenset({"SDGT", "FTO"})
MOVING = {"vessel": "vessels", "aircraft": "aircraft"}
OTHERS = "listings of no programme against terrorism (SDGT, FTO)"
UNTIED = "ties to a name that no listing read here has, or several have"
# words of armed groups; of the other bodies in SDGT most are companies
ARMED = re.compile(
    r"\b(?:front|brigades?|army|jihad|mujahid\w*|mujahed\w*|isis|isil|islamic state|"
    r"al[- ]qa\W?[ei]da|liberation|movement|martyrs?|resistance|battalions?|command|"
    r"volunteers|cell|network|taliban|hizballah|hamas|harakat|ansar|lashkar|jund|"
    r"armed|combat(?:ant)?|fighting|struggle|regiment|gama|forces?|emirate|khalsa|"
    r"defenders|revolutionaries|nuclei|jama\W?at?|"
    r"jaish|jaysh|katibat?|saraya|kata\W?ib|faction)\b",
    re.IGNORECASE,
)
# "Linked To: HILL BAND; Member of RIVER CELL."
TIED = re.compile(
    r"(?:^|; )(?:(Linked To:)|[Mm]ember(?: of(?: the)?)?) (.+?)(?=;|\.?$)"
)


def read(path: Path) -> Iterator[Batch]:
    """The listings of the programmes against terrorism; the others are counted.

    The file is read twice: listings name some that stand further down.
    """
    article = dataset_article(
        path,
        title="Specially Designated Nationals and Blocked Persons List",
        publisher=PUBLISHER.id,
        kind="list",
        published=day_of_list(path),
    )
    builder = ClaimBuilder(path, article)
    builder.define(PUBLISHER)
    builder.define(UNITED_STATES)
    known: defaultdict[str, set[str]] = defaultdict(set)
    sound: set[int] = set()
    for at, (where, listing) in enumerate(listings(path)):
        with builder.row(where):
            one = listing()
            if is_read(one):
                define(builder, one)
                for name in (one.name, *one.strong, *one.weak):
                    known[name].add(entity_id(one))
                sound.add(at)
            else:
                builder.leave_out(MOVING.get(one.kind, OTHERS))
    for at, (where, listing) in enumerate(listings(path)):
        if at in sound:
            with builder.row(where):
                read_listing(builder, listing(), known)
        yield from builder.full_batches()
    yield builder.last_batch()


def is_read(one: SdnListing) -> bool:
    """Whether a listing is one of a person or body in a programme against terrorism."""
    return one.kind not in MOVING and not READ.isdisjoint(one.programmes)


def define(builder: ClaimBuilder, one: SdnListing) -> None:
    """The person or body of a listing, with all its names."""
    name, *turned = turned_names(one, one.name)
    strong = [part for other in one.strong for part in turned_names(one, other)]
    weak = [part for other in one.weak for part in turned_names(one, other)]
    builder.define(
        Entity(
            id=entity_id(one),
            name=name,
            aliases=other_names(name, [*turned, *strong], weak),
            ids=(("ofac", one.number),),
        )
    )


def read_listing(
    builder: ClaimBuilder, one: SdnListing, known: Mapping[str, set[str]]
) -> None:
    """A listing as a designation, and whom its remarks tie it to by name."""
    own = entity_id(one)
    programmes = ", ".join(sorted(one.programmes))
    for quote, at in one.told:
        if READ.isdisjoint(re.findall(r"\w+", quote)):
            continue
        builder.add(
            *("DESIGNATED_BY", own, UNITED_STATES.id),
            kind="sanctions-list",
            quote=quote,
            at=at,
            valid=since(one.listed, "date"),
            note=f"SDN list, number {one.number}, programmes {programmes}",
            by=BY,
        )
    read_remarks(builder, one, own, known)


def read_remarks(
    builder: ClaimBuilder, one: SdnListing, own: str, known: Mapping[str, set[str]]
) -> None:
    """The ties of a listing to others that have the very name, each only one."""
    if len(one.remarks) > LONGEST_QUOTE:
        builder.leave_out(TOO_LONG)
        return
    told: dict[tuple[str, str], None] = {}
    for linked, name in TIED.findall(in_one_row(one.remarks)):
        others = known.get(name) or known.get(f"{name}.") or set[str]()
        if len(others) != 1:
            if linked:
                builder.leave_out(UNTIED)
            continue
        [other] = others
        relation = "ALLEGED_LINK" if linked else "MEMBER_OF"
        fits = linked or (own.startswith("person/") > other.startswith("person/"))
        if other != own and fits:
            told[relation, other] = None
    for relation, other in told:
        member = relation == "MEMBER_OF"
        builder.add(
            *(relation, own, other),
            kind=None if member else "ties",
            role="member" if member else None,
            quote=one.remarks,
            at=one.remarks_at,
            by=BY,
        )


def in_one_row(remarks: str) -> str:
    """Remarks with semicolons between them, also where each stands in brackets."""
    text = remarks.strip()
    if text.startswith("(") and text.endswith(")"):
        return text[1:-1].replace(") (", "; ")
    return text


def entity_id(one: SdnListing) -> str:
    """The id of a listing: of its number, which the list gives nobody else."""
    prefix = "person" if one.kind == "individual" else body_type(one)
    return f"{prefix}/ofac-{one.number}"


def body_type(one: SdnListing) -> str:
    """`group` for what is in FTO or has a word of armed groups in its name."""
    armed = ARMED.search(one.name) and not OFFICES.search(one.name)
    return "group" if "FTO" in one.programmes or armed else "org"


def turned_names(one: SdnListing, name: str) -> list[str]:
    """A name, of a person first the one that people say: First LAST."""
    last, comma, first = name.partition(", ")
    if one.kind != "individual" or not comma:
        return [name]
    return [f"{first} {last}", name]
