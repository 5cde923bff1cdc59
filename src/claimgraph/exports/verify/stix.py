"""What stands in a STIX bundle: first for readers of plain STIX, then in extensions."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from claimgraph.dates import span
from claimgraph.exports.verify import (
    Finding,
    FoundFeature,
    carried_features,
    reduced_features,
)
from claimgraph.exports.verify.shared.flat import Flat, Surroundings
from claimgraph.exports.verify.shared.json_values import (
    Block,
    json_object,
    json_objects,
    json_texts,
)
from claimgraph.exports.verify.shared.stix_words import says_so, sentence_of
from claimgraph.type_guards import is_list

ENDS = ("source_ref", "target_ref")
BLAME = ("ATTRIBUTED_TO", "CLAIMED_BY")
CLAIMS = ("relationship", "note", "opinion")
# how many lines of a report can be compared: more it does not repeat
SHOWN = 1000
# what the extension calls otherwise than fields
RENAMED = {
    "claim": "id",
    "subject": "subject_id",
    "object": "object_id",
    "place": "place_id",
    "claim_kind": "kind",
    "produced_by": "by",
    "estimate": "confidence",
    "coder_note": "note",
    "char_start": "start",
    "char_end": "end",
}
INNER = {
    "value": {
        "minimum": "value_min",
        "maximum": "value_max",
        "counted": "value_of",
        "about": "value_about",
        "best": "value_best",
        "word": "value_is",
        "date": "on",
    },
    "replies_to": {"claim": "reply_claim", "how": "reply_how"},
}


class ArticleReport(NamedTuple):
    """What the report of an article says of it: who publishes it, its hash, its lines.

    A line is kept as a number; `whole` is false where a report leaves claims out.
    """

    publisher: str
    hash: object
    lines: frozenset[int]
    whole: bool


class Bundle:
    """The ids that objects have here, and which report refers to which of them."""

    def __init__(self, objects: Iterable[Block]) -> None:
        self.own: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.about: dict[str, object] = {}
        self.reports: dict[str, ArticleReport] = {}
        self.around = Surroundings()
        for one in objects:
            self.note(one)

    def note(self, one: Block) -> None:
        """Keeps what claims refer to; claims themselves are read again."""
        ref, fields = str(one["id"]), extension(one)
        named = json_objects(one.get("external_references"))
        if one["type"] not in CLAIMS and named:
            self.own[ref] = str(named[0].get("external_id"))
            self.names[ref] = str(one.get("name"))
        if one["type"] == "report":
            lines = str(one["description"]).split("\n- ")
            report = ArticleReport(
                str(one["created_by_ref"]),
                hash_of(one),
                frozenset(map(hash, lines)),
                len(lines) <= SHOWN,
            )
            self.reports |= dict.fromkeys(json_texts(one["object_refs"]), report)
        if fields.get("unnamed") is True:
            self.around.unnamed.add(self.own[ref])
        if one["type"] == "relationship":
            self.about[ref] = fields.get("proposition")
        judgement = fields.get("judgement")
        for end in json_texts(fields.get("ends")):
            self.around.judged.setdefault(end, set()).add(str(judgement))

    def ours(self, ref: object) -> str:
        """The id that an entity has here."""
        return self.own[str(ref)]


def findings(target: Path, base: str) -> Iterator[Finding]:
    """Each relationship, note and opinion that is a claim."""
    bundle = Bundle(objects(target))
    for one in objects(target):
        if one["type"] in CLAIMS and "external_references" in one:
            yield finding(one, bundle)


def objects(target: Path) -> Iterator[Block]:
    """The objects of a bundle, which has each on a line of its own."""
    with target.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            if line.startswith('{"type": "bundle"') or line.startswith("]"):
                continue
            yield json_object(json.loads(line.rstrip(",\n")))


def extension(one: Block) -> Block:
    """The fields of our extension in an object."""
    held = map(json_object, json_object(one.get("extensions")).values())
    found = next((fields for fields in held if "extension_type" in fields), None)
    return json_object(found)


def finding(one: Block, bundle: Bundle) -> Finding:
    """One claim: plain fields where they tell the whole, else the extension."""
    named = json_objects(one["external_references"])
    claim = str(named[0]["external_id"]).removeprefix("claim/")
    report = bundle.reports[str(one["id"])]
    fields = extension(one)
    plain = plain_features(one, report, bundle)
    full = bundle.around.features(*extended_claim(fields))
    if not (
        says_so(one, fields, bundle.names[str(one["created_by_ref"])])
        and is_retold(one, report)
    ):
        # whoever reads the object alone takes the claim for something else
        full["polarity"] = None
    if not has_ends(one, fields, bundle):
        full["proposition"] = None
    features: dict[str, FoundFeature] = reduced_features(full)
    same = {name: held for name, held in plain.items() if full.get(name) == held}
    features |= carried_features(same)
    if "valid" in plain and not same_days(plain["valid"], full.get("valid")):
        features.pop("valid", None)
    features |= carried_features(
        {"parallel_claims": claim, "article_hash": report.hash}
    )
    return Finding(claim, features)


def is_retold(one: Block, report: ArticleReport) -> bool:
    """Whether the text of the report has the sentence of a claim."""
    return not report.whole or hash(sentence_of(one)) in report.lines


def same_days(plain: Sequence[object], valid: object) -> bool:
    """Whether a period has the first and last day of a date, which a day has in one."""
    if not is_list(valid):
        return False
    start, _, stop = str(plain[0]).partition("/")
    [text] = valid
    days = span(str(text))
    first, last = days.earliest or "..", days.latest or ".."
    return start == first and stop in (last, ".." if last == first else last)


def has_ends(one: Block, fields: Block, bundle: Bundle) -> bool:
    """Whether an object hangs on the ends of its claim, an opinion on others of it."""
    if one["type"] == "opinion":
        about = {bundle.about.get(ref) for ref in json_texts(one.get("object_refs"))}
        return about == {fields.get("proposition")}
    held = one.get("object_refs") or [one.get("source_ref"), one.get("target_ref")]
    wanted = [fields.get("subject"), fields.get("object")]
    ends = [bundle.own.get(ref) for ref in json_texts(held)]
    return is_tied(one, fields) and ends == [end for end in wanted if end is not None]


def is_tied(one: Block, fields: Block) -> bool:
    """Whether a relationship is of the type that its relation and both ends come to."""
    if one["type"] != "relationship":
        return True
    kinds = tuple(str(one[end]).partition("--")[0] for end in ENDS)
    blamed = fields.get("relation") in BLAME and kinds == ("incident", "threat-actor")
    return one["relationship_type"] == ("attributed-to" if blamed else "related-to")


def plain_features(
    one: Block, report: ArticleReport, bundle: Bundle
) -> dict[str, list[object]]:
    """What somebody finds who has never heard of claimgraph."""
    creator = bundle.ours(one["created_by_ref"])
    publisher = bundle.ours(report.publisher)
    created = str(one["created"])
    found: dict[str, list[object]] = {
        "chain_depth": [publisher] if creator == publisher else [publisher, creator]
    }
    found["loaded"] = [created.removesuffix(".000Z") + "Z"]
    if "confidence" in one:
        found["confidence"] = [percent(one["confidence"])]
    if one["type"] == "relationship":
        found["polarity"] = ["affirmed"]
        if (held := period(one.get("start_time"), one.get("stop_time"))) is not None:
            found["valid"] = [held]
    return found


def percent(held: object) -> float | None:
    """A confidence as a part of one."""
    return held / 100 if isinstance(held, int) else None


def period(start: object, stop: object) -> str | None:
    """The period of a relationship as EDTF."""
    if start is None and stop is None:
        return None
    ends = ("..", "..") if start is None else (str(start)[:10], "..")
    return f"{ends[0]}/{str(stop)[:10] if stop is not None else ends[1]}"


def hash_of(report: Block) -> object:
    """The hash of the article behind a report."""
    [first, *_] = json_objects(report["external_references"])
    return json_object(first["hashes"])["SHA-256"]


def extended_claim(fields: Block) -> tuple[Flat, list[Flat]]:
    """The claim that the extension tells, as a row with its hops."""
    row = {RENAMED.get(key, key): held for key, held in fields.items()}
    for name, keys in INNER.items():
        held = json_object(fields.get(name))
        row |= {keys.get(key, key): value for key, value in held.items()}
    hops = [
        {"holder_id" if key == "holder" else key: held for key, held in hop.items()}
        for hop in json_objects(fields["chain"])
    ]
    return row, [*hops]
