"""The features of a claim that a drawing program shows as an edge or a node."""

from collections.abc import Iterator, Mapping

from claimgraph.dates import span
from claimgraph.exports.verify import (
    Finding,
    FoundFeature,
    carried_features,
    reduced_features,
)
from claimgraph.exports.verify.shared.flat import Flat, Surroundings, split_texts

MARK = "\ufffd"
COLOURS = {"affirmed": "#1a7f37", "denied": "#cf222e", "withheld": "#d97706"}
PREFIXES = {"affirmed": "", "denied": "DENIED ", "withheld": "WITHHELD "}
# what attributes are called otherwise than fields
RENAMED = {
    "claim": "id",
    "claim_kind": "kind",
    "claim_label": "label",
    "char_start": "start",
    "char_end": "end",
}
# the fields of hops, each in one text
JOINED = {
    "holder_id": "holders",
    "stance": "stances",
    "medium": "media",
    "said": "days",
}
IN_ONE_TEXT = ("chain_depth", "hop_stance", "hop_medium", "unnamed", "said")


def days_of_text(valid: object) -> tuple[object, object]:
    """The first and the last day of a period in EDTF; None for an open end."""
    if not isinstance(valid, str):
        return None, None
    found = span(valid)
    return found.earliest, found.latest


def days_shown(values: Flat) -> tuple[object, object]:
    """The first and the last day of its period that an edge shows."""
    return values.get("valid_from"), values.get("valid_to")


def drawn_claims(values: Flat, source: str, target: str | None) -> Iterator[Finding]:
    """The claims of one edge or node: one, or all that an aggregate lists."""
    if "claims" in values:
        coarse = reduced_features({"proposition": ..., "parallel_claims": ...})
        told = carried_features({"polarity": [values.get("polarity")]})
        for own in str(values["claims"]).split():
            yield Finding(own, told | coarse)
        return
    if "claim" not in values:
        return
    called = {values.get("label"), values.get("name", values.get("label"))}
    features = claim_features(values, source, target)
    shown = values.get("colour"), values.get("kind")
    if days_shown(values) != days_of_text(values.get("valid")):
        features["valid"] = None
    polarity = str(values.get("polarity"))
    wanted = COLOURS.get(polarity), f"{values.get('relation')} {polarity}"
    if called != {wanted_label(values)} or shown != wanted:
        # programs show the label first, and the colour, and merge edges of one kind
        features["polarity"] = None
    found: dict[str, FoundFeature] = {}
    for name, value in features.items():
        if name in IN_ONE_TEXT:
            found |= reduced_features({name: value})
        elif is_marked(value):
            found |= reduced_features({name: ...})
        else:
            found |= carried_features({name: value})
    yield Finding(str(values["claim"]), found)


def claim_features(values: Flat, source: str, target: str | None) -> dict[str, object]:
    """The features of one claim by the attributes of its edge or node."""
    row = {key: held for key, held in values.items() if key not in RENAMED.values()}
    row |= {ours: values.get(theirs) for theirs, ours in RENAMED.items()}
    row |= {"subject_id": source, "object_id": target}
    joined = {
        key: split_texts(values.get(name), " > ", "-") for key, name in JOINED.items()
    }
    hops = [
        {key: parts[at] for key, parts in joined.items() if at < len(parts)}
        for at in range(len(joined["holder_id"]))
    ]
    unnamed = set(str(values.get("unnamed_ids") or "").split())
    digests = {str(values.get("article")): str(values.get("article_sha256"))}
    return Surroundings(digests, unnamed).features(row, hops)


def wanted_label(values: Flat) -> str:
    """What a claim must be called, so that nobody misreads it."""
    return f"{PREFIXES[str(values.get('polarity'))]}{values.get('relation')}"


def is_marked(value: object) -> bool:
    """Whether a text holds the sign for a character that XML cannot hold."""
    return MARK in repr(value)


Attributes = Mapping[str, tuple[str, str]]


def attribute_value(kind: str, text: str) -> object:
    """A text as the type that its attribute declares."""
    if kind in ("integer", "int", "long"):
        return int(text)
    if kind in ("float", "double"):
        return float(text)
    return text.lower() == "true" if kind == "boolean" else text
