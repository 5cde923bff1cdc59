"""What stands in a file of FollowTheMoney entities: properties, then lines of text."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from claimgraph.exports.features import Finding, Found, carried, imprecise, reduced
from claimgraph.safe_text import speaker, tame

Block = Mapping[str, object]
Properties = Mapping[str, Sequence[str]]
# link type: the relation it stands for, the properties that hold its ends
LINKS = {
    "Membership": ("MEMBER_OF", "member", "organization"),
    "Family": ("KIN_OF", "person", "relative"),
    "UnknownLink": (None, "subject", "object"),
}
HOP = re.compile(
    r'(?:"(?:[^"\\]|\\.)*"|[^"\[\]>]*?) \[(?P<holder>[a-z]+/[a-z0-9_-]+)\] '
    r"(?P<stance>[a-z]+)(?:, said (?P<said>[^ ]+?))?(?:, by (?P<medium>[a-z-]+))?"
    r"(?: > |$)"
)
# how the name of a note begins, and the verb in its sentence
ACTS = {
    "affirmed": ("claimed", "says"),
    "denied": ("denied", "denies"),
    "declines-to-name": ("declines to name", "declines to name who"),
    "does-not-blame": ("does not blame", "does not blame"),
    "silent": ("silent on", "is silent on"),
    "cannot-verify": ("cannot verify", "cannot verify"),
}
# where a link says who says it
ROLES = ("role", "relationship", "program")
VALUE = {"min", "max", "of", "about", "on"}
FREE = ("by", "of", "valid words", "note", "label", "replies to", "how")


@dataclass(slots=True)
class Around:
    """What claims refer to: hashes of articles, names, judgements."""

    hashes: dict[str, str] = field(default_factory=dict[str, str])
    names: dict[str, str] = field(default_factory=dict[str, str])
    unnamed: set[str] = field(default_factory=set[str])
    judged: dict[str, set[str]] = field(default_factory=dict[str, set[str]])


def findings(target: Path, base: str) -> Iterator[Finding]:
    """Each entity that is a claim; what it refers to may stand behind it."""
    around = surroundings(target)
    for one in entities(target):
        own = own_id(cast("str", one["id"]))
        if own.startswith("claim/"):
            yield finding(own.removeprefix("claim/"), one, around)


def entities(target: Path) -> Iterator[Block]:
    """One entity a line."""
    with target.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            yield cast("Block", json.loads(line))


def surroundings(target: Path) -> Around:
    """What there is beside claims."""
    found = Around()
    for one in entities(target):
        ftm, held = cast("str", one["id"]), cast("Properties", one["properties"])
        own = own_id(ftm)
        if "name" in held and one["schema"] != "Note":
            found.names[own] = tame(held["name"][0])
        if "unnamed" in held.get("keywords", ()):
            found.unnamed.add(own)
        if one["schema"] == "Article":
            found.hashes[ftm] = held["contentHash"][0]
        if own.startswith("judgement/"):
            for end in held["entity"]:
                known = found.judged.setdefault(own_id(end), set())
                known.add(own.removeprefix("judgement/"))
    return found


def own_id(ftm: str) -> str:
    """The id that was made fit for FollowTheMoney: two dots are `_`, one is `/`.

    Behind the first, dots come in pairs: an odd one before a last `e` is no part.

    >>> own_id("group.a..e"), own_id("group.a...e"), own_id("group.a-.e")
    ('group/a_e', 'group/a_', 'group/a-')
    """
    prefix, _, slug = ftm.partition(".")
    body = slug.removesuffix("e").rstrip(".")
    if slug.endswith("e") and (len(slug) - 1 - len(body)) % 2:
        slug = slug.removesuffix(".e")
    return f"{prefix}/{slug.replace('..', '_')}"


def finding(claim: str, one: Block, around: Around) -> Finding:
    """One claim: its properties, and the lines of its summary."""
    held = cast("Properties", one["properties"])
    schema = cast("str", one["schema"])
    told = lines(held["summary"][0])
    found = texts(told, held, around)
    if not says_so(schema, held, found, around):
        # lists show the name or the role alone
        found = {**found, "polarity": None}
    features: dict[str, Found] = reduced(**found)
    features |= carried(
        parallel_claims=claim,
        quote=first(held, "description"),
        article_hash=around.hashes[held["proof"][0]],
        loaded=f"{held['retrievedAt'][0]}Z" if "retrievedAt" in held else None,
    )
    if schema == "Note":
        return Finding(claim, features)
    features |= carried(
        polarity=found["polarity"] and "affirmed",
        valid=period(held),
        modality=first(held, "status"),
    )
    if schema in LINKS:
        relation, *keys = LINKS[schema]
        ends = [own_id(held[key][0]) for key in keys]
        relation = relation or held["role"][0].partition(" ")[0]
        features |= carried(proposition=[relation, *ends, None])
    return Finding(claim, features)


def says_so(schema: str, held: Properties, found: Block, around: Around) -> bool:
    """Whether name or role, keywords and sentence say what the origin does."""
    act = str(found["reason"] or found["polarity"])
    name, verb = ACTS.get(act, ("", ""))
    chain = cast("Sequence[str]", found["chain_depth"])
    origin = around.names.get(chain[-1], "") if chain else ""
    relation = cast("Sequence[str]", found["proposition"])[0]
    if not held["summary"][0].startswith(f"{speaker(origin)} {verb}: "):
        return False
    if schema != "Note":
        words = [held[key][0] for key in ROLES if key in held]
        return all(
            one.startswith(relation) and one.endswith(f" according to {origin}")
            for one in words
        )
    called = first(held, "name") or ""
    return (
        list(held.get("keywords", ())) == [found["polarity"], relation]
        and called.startswith(f"{name}: ")
        and called.endswith(f" (according to {origin})")
    )


def first(held: Properties, key: str) -> str | None:
    """The first value of a property."""
    return held[key][0] if key in held else None


def period(held: Properties) -> str | None:
    """Start and end of a link as one date."""
    start, end = first(held, "startDate"), first(held, "endDate")
    if start == end:
        return start
    return f"{start or '..'}/{end or '..'}"


def lines(text: str) -> dict[str, str]:
    """The lines `key: value` behind the sentence; free words are JSON."""
    found: dict[str, str] = {}
    start = text.rindex("\nchain: ") if "\nchain: " in text else 0
    for line in text[start:].split("\n"):
        key, colon, value = line.partition(": ")
        if colon:
            found[key] = json.loads(value) if key in FREE else value
    return found


def texts(told: Mapping[str, str], held: Properties, around: Around) -> Block:
    """What the text tells, feature by feature."""
    hops = [found.groupdict() for found in HOP.finditer(told["chain"])]
    polarity, _, reason = told["polarity"].partition(" (")
    said = told.get("said") or first(held, "date")
    ends = ends_of(held)
    named = {*(hop["holder"] for hop in hops), *ends} - {None}
    judged = {one for end in named for one in around.judged.get(str(end), ())}
    finer = [told.get("kind"), told.get("role"), "former" in told]
    valid = told.get("valid") or period(held)
    counted, on = told.get("of"), told.get("on")
    value = [number(told.get("min")), number(told.get("max")), "about" in told, on]
    kind = "on" if on else (counted or "none").casefold()
    has_value = not VALUE.isdisjoint(told)
    return {
        "polarity": polarity,
        "reason": reason.removesuffix(")") or None,
        "modality": told.get("modality"),
        "kind_role": finer if any(finer) else None,
        "chain_depth": [hop["holder"] for hop in hops],
        "hop_stance": [hop["stance"] for hop in hops],
        "hop_medium": some([hop["medium"] for hop in hops]),
        "unnamed": sorted(cast("set[str]", named) & around.unnamed) or None,
        "offsets": place(told),
        "said": some([said, *(hop["said"] for hop in hops)]),
        "valid": told.get("valid"),
        "valid_words": told.get("valid words"),
        "date_precision": imprecise(said, valid, on),
        "value_range": value if has_value else None,
        "value_of": counted,
        "replies_to": some([told.get("replies to"), told.get("how")]),
        "proposition": [told["relation"], *ends, kind if has_value else None],
        "judgements": sorted(judged) or None,
        "by_review": [told["by"], told["review"]],
        "confidence": float(told["confidence"]) if "confidence" in told else None,
        "grade": told.get("grade"),
        "note_label": some([told.get("note"), told.get("label")]),
    }


def ends_of(held: Properties) -> list[str | None]:
    """Subject and object of a claim, wherever its type holds them."""
    if "authorityId" in held:
        return [own_id(held["entity"][0]), held["authorityId"][0]]
    for _, left, right in LINKS.values():
        if left in held:
            return [own_id(held[left][0]), own_id(held[right][0])]
    ends: list[str | None] = [own_id(one) for one in held["entity"]]
    return [*ends, None][:2]


def number(text: str | None) -> int | None:
    """A number that may not be there."""
    return None if text is None else int(text)


def place(told: Mapping[str, str]) -> object:
    """Where the quote stands."""
    if "characters" in told:
        start, _, end = told["characters"].partition(" to ")
        return {"start": int(start), "end": int(end)}
    if "cell" in told:
        row, column = cast("list[object]", json.loads(told["cell"]))
        return {"row": row, "column": column}
    return {"xpath": json.loads(told["xpath"])} if "xpath" in told else None


def some(parts: Sequence[object]) -> list[object] | None:
    """The parts, or None where there is nothing in any of them."""
    return list(parts) if any(part is not None for part in parts) else None
