"""What stands in a file of FollowTheMoney entities: properties, then lines of text."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from claimgraph.exports.verify import Finding, carried_features, reduced_features
from claimgraph.exports.verify.shared.flat import Flat, Surroundings
from claimgraph.exports.verify.shared.json_values import (
    Block,
    json_list,
    json_object,
    json_texts,
)
from claimgraph.exports.verify.shared.stix_words import ACTS
from claimgraph.safe_text import speaker, tame
from claimgraph.schema import load_schema

Properties = Mapping[str, Sequence[str]]
HOP = re.compile(
    r'(?:"(?:[^"\\]|\\.)*"|[^"\[\]>]*?) \[(?P<holder>[a-z]+/[a-z0-9_-]+)\] '
    r"(?P<stance>[a-z]+)(?:, said (?P<said>[^ ]+?))?(?:, by (?P<medium>[a-z-]+))?"
    r"(?: > |$)"
)
# how the name of a note begins, where it is not as its reason is called
NAMES = {"affirmed": "claimed", "silent": "silent on"}
# where a link says who says it
ROLES = ("role", "relationship", "program")
NUMBERS = ("value_min", "value_max", "value_best")
# lines of words from closed lists, of numbers and dates; all others are JSON
PLAIN = """
    chain relation polarity modality said valid review characters cell xpath pointer
    kind role former confidence grade on min max about best is place
"""


# what lines are called otherwise than fields
RENAMED = {
    "min": "value_min",
    "max": "value_max",
    "of": "value_of",
    "about": "value_about",
    "best": "value_best",
    "is": "value_is",
    "place": "place_id",
    "replies to": "reply_claim",
    "how": "reply_how",
    "valid words": "valid_words",
}


@dataclass(slots=True)
class Dossier:
    """What there is beside claims: articles by their ids here, names, the rest."""

    articles: dict[str, str] = field(default_factory=dict[str, str])
    names: dict[str, str] = field(default_factory=dict[str, str])
    around: Surroundings = field(default_factory=Surroundings)


@cache
def link_types() -> Mapping[str, tuple[str | None, str, str]]:
    """By type of link, the only relation that it stands for, and where its ends are.

    A sanction is none: it names its authority as a text.
    """
    found: dict[str, tuple[str | None, str, str]] = {}
    for name, relation in load_schema().relations.items():
        link = relation.ftm
        if link is not None and "authority" not in (link.subject, link.object):
            only = None if link.schema in found else name
            found[link.schema] = (only, link.subject, link.object)
    return found


def findings(target: Path, base: str) -> Iterator[Finding]:
    """Each entity that is a claim; what it refers to may stand behind it."""
    dossier = read_dossier(target)
    for one in entities(target):
        own = own_id(str(one["id"]))
        if own.startswith("claim/"):
            yield finding(own.removeprefix("claim/"), one, dossier)


def entities(target: Path) -> Iterator[Block]:
    """One entity a line."""
    with target.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            yield json_object(json.loads(line))


def properties_of(one: Block) -> Properties:
    """The properties of an entity, each a list of texts."""
    held = json_object(one["properties"])
    return {name: json_texts(values) for name, values in held.items()}


def read_dossier(target: Path) -> Dossier:
    """What there is beside claims."""
    found = Dossier()
    for one in entities(target):
        ftm, held = str(one["id"]), properties_of(one)
        own = own_id(ftm)
        if "name" in held and one["schema"] != "Note":
            found.names[own] = tame(held["name"][0])
        if "unnamed" in held.get("keywords", ()):
            found.around.unnamed.add(own)
        if one["schema"] == "Article":
            found.articles[ftm] = held["contentHash"][0]
        if own.startswith("judgement/"):
            for end in held["entity"]:
                known = found.around.judged.setdefault(own_id(end), set())
                known.add(own.removeprefix("judgement/"))
    return found


def own_id(ftm: str) -> str:
    """The id that was made fit for FollowTheMoney: the first dash is `/`.

    >>> own_id("group-a-UeD"), own_id("article-000U2c56")
    ('group/a-_e-', 'article/000_2c56')
    """
    prefix, _, slug = ftm.partition("-")
    if slug.endswith("D"):
        slug = f"{slug[:-1]}-"
    return f"{prefix}/{slug.replace('U', '_')}"


def finding(claim: str, one: Block, dossier: Dossier) -> Finding:
    """One claim: its properties, and the lines of its summary."""
    held = properties_of(one)
    schema = str(one["schema"])
    row, hops = told_claim(summary_lines(held["summary"][0]), held)
    told = dossier.around.features(row, hops)
    if not says_so(schema, held, row, hops, dossier):
        # lists show the name or the role alone
        told["polarity"] = None
    found = reduced_features(told)
    alone: dict[str, object] = {
        "parallel_claims": claim,
        "quote": held.get("description"),
        "article_hash": dossier.articles[held["proof"][0]],
        "loaded": [f"{one}Z" for one in held.get("retrievedAt", ())] or None,
    }
    if schema != "Note":
        alone["polarity"] = told["polarity"] and ["affirmed"]
        alone["modality"] = held.get("status")
        if (dates := period(held)) is not None:
            alone["valid"] = [dates]
    if schema in link_types():
        relation, *keys = link_types()[schema]
        ends = [own_id(held[key][0]) for key in keys]
        relation = relation or relation_in(held["role"][0])
        alone["proposition"] = [relation, *ends, None]
    return Finding(claim, found | carried_features(alone))


def says_so(
    schema: str, held: Properties, row: Flat, hops: Sequence[Flat], dossier: Dossier
) -> bool:
    """Whether name or role, keywords and sentence say what the origin does."""
    act = str(row.get("reason") or row.get("polarity"))
    name, verb = NAMES.get(act, act.replace("-", " ")), ACTS.get(act, "")
    origin = dossier.names.get(str(hops[-1].get("holder_id")), "") if hops else ""
    relation = load_schema().relations.get(str(row.get("relation")))
    words = "" if relation is None else relation.label
    if not held["summary"][0].startswith(f"{speaker(origin)} {verb}: "):
        return False
    if schema != "Note":
        roles = [held[key][0] for key in ROLES if key in held]
        return all(
            relation_in(one) == row.get("relation")
            and one.endswith(f", according to {origin}")
            for one in roles
        )
    called = "".join(held.get("name", ())[:1])
    return (
        list(held.get("keywords", ())) == [row.get("polarity"), words]
        and called.startswith(f"{name}: ")
        and called.endswith(f" (according to {origin})")
    )


def relation_in(role: str) -> str | None:
    """The relation that the words of a role begin with.

    >>> relation_in("attributed to (possible), according to A"), relation_in("x")
    ('ATTRIBUTED_TO', None)
    """
    ends = (", according to ", " (")
    for name, relation in load_schema().relations.items():
        if role.startswith(tuple(relation.label + end for end in ends)):
            return name
    return None


def period(held: Properties) -> str | None:
    """Start and end of a link as one date."""
    start, end = (
        next(iter(held.get(key, ())), None) for key in ("startDate", "endDate")
    )
    if start == end:
        return start
    return f"{start or '..'}/{end or '..'}"


def summary_lines(text: str) -> dict[str, str]:
    """The lines `key: value` behind the sentence; free words are JSON."""
    found: dict[str, str] = {}
    plain = PLAIN.split()
    start = text.rindex("\nchain: ") if "\nchain: " in text else 0
    for line in text[start:].split("\n"):
        key, colon, value = line.partition(": ")
        if colon:
            found[key] = value if key in plain else json.loads(value)
    return found


def told_claim(told: Mapping[str, str], held: Properties) -> tuple[Flat, list[Flat]]:
    """The claim that text and properties tell, as a row with its hops."""
    hops: list[Flat] = [
        {"holder_id": one["holder"], **one.groupdict()}
        for one in HOP.finditer(told["chain"])
    ]
    row: dict[str, object] = {RENAMED.get(key, key): text for key, text in told.items()}
    polarity, _, reason = told["polarity"].partition(" (")
    subject, target = ends_of(held)
    row |= {"polarity": polarity, "reason": reason.removesuffix(")") or None}
    row |= {"subject_id": subject, "object_id": target}
    row |= {key: int(told[key[6:]]) for key in NUMBERS if key[6:] in told}
    row |= {key: True for key in ("former", "value_about") if key in row}
    if "confidence" in told:
        row["confidence"] = float(told["confidence"])
    row["said"] = told.get("said") or next(iter(held.get("date", ())), None)
    row["valid"] = told.get("valid") or period(held)
    if "status" in held:
        row["modality"] = held["status"][0]
    return row | place(told), hops


def ends_of(held: Properties) -> Sequence[str | None]:
    """Subject and object of a claim, wherever its type holds them."""
    if "authorityId" in held:
        return [own_id(held["entity"][0]), held["authorityId"][0]]
    for _, left, right in link_types().values():
        if left in held:
            return [own_id(held[left][0]), own_id(held[right][0])]
    ends: list[str | None] = [own_id(one) for one in held["entity"]]
    return [*ends, None][:2]


def place(told: Mapping[str, str]) -> dict[str, object]:
    """Where the quote stands."""
    if "characters" in told:
        start, _, end = told["characters"].partition(" to ")
        return {"start": int(start), "end": int(end)}
    if "cell" in told:
        row, column = json_list(json.loads(told["cell"]))
        return {"row": row, "column": column}
    return {key: json.loads(told[key]) for key in ("xpath", "pointer") if key in told}
