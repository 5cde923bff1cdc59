"""What stands in a STIX bundle: first for readers of plain STIX, then in extensions."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, cast

from claimgraph.dates import span
from claimgraph.exports.features import Finding, Found, carried, imprecise, reduced
from claimgraph.exports.verify.shared.stix_words import says_so, sentence_of

Block = Mapping[str, object]
CLAIMS = ("relationship", "note", "opinion")
# how many lines of a report can be compared: more it does not repeat
SHOWN = 1000
PLACE = {
    "char_start": "start",
    "char_end": "end",
    "row": "row",
    "column": "column",
    "xpath": "xpath",
}


class Report(NamedTuple):
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
        self.reports: dict[str, Report] = {}
        self.judged: dict[str, set[str]] = {}
        self.unnamed: set[str] = set()
        for one in objects:
            self.note(one)

    def note(self, one: Block) -> None:
        """Keeps what claims refer to; claims themselves are read again."""
        ref, fields = cast("str", one["id"]), extension(one)
        named = cast("Sequence[Block]", one.get("external_references") or ())
        if one["type"] not in CLAIMS and named:
            self.own[ref] = cast("str", named[0].get("external_id"))
            self.names[ref] = str(one.get("name"))
        if one["type"] == "report":
            lines = str(one["description"]).split("\n- ")
            report = Report(
                cast("str", one["created_by_ref"]),
                hash_of(one),
                frozenset(map(hash, lines)),
                len(lines) <= SHOWN,
            )
            refs = cast("Sequence[str]", one["object_refs"])
            self.reports |= {each: report for each in refs}
        if fields.get("unnamed") is True:
            self.unnamed.add(self.own[ref])
        if one["type"] == "relationship":
            self.about[ref] = fields.get("proposition")
        judgement = fields.get("judgement")
        for end in cast("Sequence[str]", fields.get("ends") or ()):
            self.judged.setdefault(end, set()).add(cast("str", judgement))

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
            yield cast("Block", json.loads(line.rstrip(",\n")))


def extension(one: Block) -> Block:
    """The fields of our extension in an object."""
    held = cast("Mapping[str, Block]", one.get("extensions") or {})
    found = [fields for fields in held.values() if "extension_type" in fields]
    return found[0] if found else {}


def finding(one: Block, bundle: Bundle) -> Finding:
    """One claim: plain fields where they tell the whole, else the extension."""
    named = cast("Sequence[Mapping[str, str]]", one["external_references"])
    claim = named[0]["external_id"].removeprefix("claim/")
    report = bundle.reports[cast("str", one["id"])]
    fields = extension(one)
    said = plain(one, report, bundle)
    full = extended(fields, bundle)
    if not (
        says_so(one, fields, bundle.names[str(one["created_by_ref"])])
        and retold(one, report)
    ):
        # whoever reads the object alone takes the claim for something else
        del full["polarity"]
    if not has_ends(one, fields, bundle):
        del full["proposition"]
    features: dict[str, Found] = reduced(**full)
    for name, value in said.items():
        if value is not None and name in full and full[name] == value:
            features |= carried(**{name: value})
    if said.get("valid") is not None and not same_days(said["valid"], full["valid"]):
        del features["valid"]
    features |= carried(parallel_claims=claim, article_hash=report.hash)
    return Finding(claim, features)


def retold(one: Block, report: Report) -> bool:
    """Whether the text of the report has the sentence of a claim."""
    return not report.whole or hash(sentence_of(one)) in report.lines


def same_days(plain: object, valid: object) -> bool:
    """Whether a period has the first and last day of a date, which a day has in one."""
    if valid is None:
        return False
    start, _, stop = str(plain).partition("/")
    days = span(str(valid))
    first, last = days.earliest or "..", days.latest or ".."
    return start == first and stop in (last, ".." if last == first else last)


def has_ends(one: Block, fields: Block, bundle: Bundle) -> bool:
    """Whether an object hangs on the ends of its claim, an opinion on others of it."""
    if one["type"] == "opinion":
        refs = cast("Sequence[str]", one.get("object_refs") or ())
        about = {bundle.about.get(ref) for ref in refs}
        return about == {fields.get("proposition")}
    held = one.get("object_refs") or [one.get("source_ref"), one.get("target_ref")]
    wanted = [fields.get("subject"), fields.get("object")]
    return [bundle.own.get(str(ref)) for ref in cast("Sequence[object]", held)] == [
        end for end in wanted if end is not None
    ]


def plain(one: Block, report: Report, bundle: Bundle) -> dict[str, object]:
    """What somebody finds who has never heard of claimgraph."""
    creator = bundle.ours(one["created_by_ref"])
    publisher = bundle.ours(report.publisher)
    chain = [publisher] if creator == publisher else [publisher, creator]
    created = cast("str", one["created"])
    found: dict[str, object] = {
        "chain_depth": chain,
        "loaded": created.removesuffix(".000Z") + "Z",
        "confidence": percent(one.get("confidence")),
    }
    if created.startswith("1970-"):
        del found["loaded"]
    if one["type"] == "relationship":
        target = bundle.ours(one["target_ref"])
        tie = "CLAIMED_BY" if target == creator else "ATTRIBUTED_TO"
        if one["relationship_type"] == "attributed-to":
            ends = [bundle.ours(one["source_ref"]), target]
            found["proposition"] = [tie, *ends, None]
        found["polarity"] = "affirmed"
        found["valid"] = period(one.get("start_time"), one.get("stop_time"))
    return found


def percent(held: object) -> float | None:
    """A confidence as a part of one."""
    return cast("int", held) / 100 if held is not None else None


def period(start: object, stop: object) -> str | None:
    """The period of a relationship as EDTF."""
    if start is None and stop is None:
        return None
    ends = ("..", "..") if start is None else (str(start)[:10], "..")
    return f"{ends[0]}/{str(stop)[:10] if stop is not None else ends[1]}"


def hash_of(report: Block) -> object:
    """The hash of the article behind a report."""
    refs = cast("Sequence[Mapping[str, Block]]", report["external_references"])
    return refs[0]["hashes"]["SHA-256"]


def extended(fields: Block, bundle: Bundle) -> dict[str, object]:
    """What the extension tells of a claim, feature by feature."""
    hops = cast("Sequence[Block]", fields["chain"])
    value = cast("Block | None", fields.get("value"))
    reply = cast("Block", fields.get("replies_to") or {})
    ends = [fields.get("subject"), fields.get("object")]
    named = {*(hop["holder"] for hop in hops), *ends} - {None}
    judged = {one for end in named for one in bundle.judged.get(str(end), ())}
    cues = [
        [hop.get(key) for key in ("cue", "cue_start", "cue_end")]
        + [hop.get("implicit") is True]
        for hop in hops
    ]
    finer = [fields.get("claim_kind"), fields.get("role"), "former" in fields]
    return {
        "polarity": fields["polarity"],
        "reason": fields.get("reason"),
        "modality": fields["modality"],
        "kind_role": finer if any(finer) else None,
        "chain_depth": [hop["holder"] for hop in hops],
        "hop_stance": [hop["stance"] for hop in hops],
        "hop_cue": cues if any(any(cue) for cue in cues) else None,
        "hop_medium": some(hop.get("medium") for hop in hops),
        "unnamed": sorted(cast("set[str]", named) & bundle.unnamed) or None,
        "quote": fields["quote"],
        "offsets": {ours: fields[key] for key, ours in PLACE.items() if key in fields},
        "said": some([fields.get("said"), *(hop.get("said") for hop in hops)]),
        "valid": fields.get("valid"),
        "valid_words": fields.get("valid_words"),
        "loaded": fields.get("loaded"),
        "replies_to": some([reply.get("claim"), reply.get("how")]),
        "judgements": sorted(judged) or None,
        "by_review": [fields["produced_by"], fields["review"]],
        "confidence": fields.get("estimate"),
        "grade": fields.get("grade"),
        "note_label": some([fields.get("coder_note"), fields.get("label")]),
        **values_of(fields, value, ends),
    }


def values_of(
    fields: Block, value: Block | None, ends: list[object]
) -> dict[str, object]:
    """What the extension tells of a value and of the proposition."""
    held = value or {}
    counted, on = held.get("counted"), held.get("date")
    kind = None
    if value is not None:
        kind = "on" if on is not None else str(counted).casefold()
    ranged = [held.get("minimum"), held.get("maximum"), held.get("about"), on]
    return {
        "value_of": counted,
        "value_range": ranged if value is not None else None,
        "date_precision": imprecise(fields.get("said"), fields.get("valid"), on),
        "proposition": [fields["relation"], *ends, kind],
    }


def some(parts: Iterator[object] | Sequence[object]) -> list[object] | None:
    """The parts, or None where there is nothing in any of them."""
    held = list(parts)
    return held if any(part is not None for part in held) else None
