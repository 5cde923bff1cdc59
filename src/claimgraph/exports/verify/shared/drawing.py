"""The features of a claim that a drawing program shows as an edge or a node."""

from collections.abc import Iterator
from typing import cast

from claimgraph.exports.features import Finding, Found, carried, reduced
from claimgraph.exports.verify.shared.flat import Flat, own_features, parts

NONE = "-"
MARK = "\ufffd"
COLOURS = {"affirmed": "#1a7f37", "denied": "#cf222e", "withheld": "#8c8c8c"}
PREFIXES = {"affirmed": "", "denied": "DENIED ", "withheld": "WITHHELD "}


def drawn(values: Flat, source: str, target: str | None) -> Iterator[Finding]:
    """The claims of one edge or node: one, or all that an aggregate lists."""
    if "claims" in values:
        for own in str(values["claims"]).split():
            told = carried(polarity=values.get("polarity"))
            yield Finding(own, told | reduced(proposition=..., parallel_claims=...))
        return
    if "claim" not in values:
        return
    row = dict(values) | {"subject_id": source, "object_id": target}
    row["id"], row["label"] = values["claim"], values.get("claim_label")
    held = own_features(row)
    called = {values.get("label"), values.get("name", values.get("label"))}
    if called != {label_of(values)} or values.get("colour") != colour_of(values):
        # programs show the label first, and the colour
        held["polarity"] = None
    held |= {"article_hash": values.get("article_sha256")}
    held |= {"parallel_claims": values["claim"]}
    found: dict[str, Found] = {}
    for name, value in held.items():
        found |= reduced(**{name: ...}) if marked(value) else carried(**{name: value})
    yield Finding(str(values["claim"]), found | reduced(**spoken(values)))


def label_of(values: Flat) -> str:
    """What a claim must be called, so that nobody misreads it."""
    return f"{PREFIXES[str(values.get('polarity'))]}{values.get('relation')}"


def colour_of(values: Flat) -> str | None:
    """The colour of what a claim is drawn as."""
    return COLOURS.get(str(values.get("polarity")))


def spoken(values: Flat) -> dict[str, object]:
    """What stands in texts that were joined."""
    unnamed = values.get("unnamed_ids")
    return {
        "chain_depth": split(values.get("holders")),
        "hop_stance": split(values.get("stances")),
        "hop_medium": split(values.get("media")),
        "unnamed": str(unnamed).split() if unnamed else None,
        "said": said(values),
    }


def said(values: Flat) -> list[object] | None:
    """When the claim was uttered, and each speaker spoke."""
    hops = len(split(values.get("holders")) or [])
    days = split(values.get("days")) or [None] * hops
    return parts(values.get("said"), *days)


def split(text: object) -> list[object] | None:
    """The parts of a joined text."""
    if text is None:
        return None
    return [None if one == NONE else one for one in str(text).split(" > ")]


def marked(value: object) -> bool:
    """Whether a text holds the sign for a character that XML cannot hold."""
    if isinstance(value, list):
        return any(marked(one) for one in cast("list[object]", value))
    return isinstance(value, str) and MARK in value
