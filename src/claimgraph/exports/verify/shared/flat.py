"""The features of a claim that stands in a file as one flat row of properties."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from claimgraph.exports.features import imprecise
from claimgraph.ids import judgement_id

Flat = Mapping[str, object]
# what other formats call the places of a quote
PLACES = {"start": ("start", "char_start"), "end": ("end", "char_end")}
NO_CUE = [None, None, None, False]


def own_features(row: Flat) -> dict[str, object]:
    """What stands in the row itself; None for what is not there.

    Keys are those of the claim node in the graph; text, numbers and truth values
    have their types.
    """
    get = row.get
    value = row_value(row)
    return {
        "polarity": get("polarity"),
        "reason": get("reason"),
        "modality": get("modality"),
        "kind_role": parts(get("kind"), get("role"), get("former") is True),
        "quote": get("quote"),
        "offsets": offsets(row),
        "valid": get("valid"),
        "valid_words": get("valid_words"),
        "loaded": get("loaded"),
        "date_precision": imprecise(get("said"), get("valid"), get("on")),
        "value_range": value,
        "value_of": get("value_of"),
        "replies_to": parts(get("reply_claim"), get("reply_how")),
        "proposition": proposition(row),
        "by_review": [get("by"), get("review")],
        "confidence": get("confidence"),
        "grade": get("grade"),
        "note_label": parts(get("note"), get("label")),
    }


def row_value(row: Flat) -> list[object] | None:
    """Numbers, whether they are rounded, and the date; None where there is no value."""
    held = [row.get("value_min"), row.get("value_max")]
    found = [*held, row.get("value_about") is True, row.get("on")]
    return found if row.get("value_of") is not None or parts(*found) else None


def proposition(row: Flat) -> list[object]:
    """What the claim is about: relation, ends, and what is counted."""
    kind = row.get("value_of")
    counted = "on" if row.get("on") is not None else None
    if counted is None and kind is not None:
        counted = str(kind).casefold()
    return [row.get("relation"), row.get("subject_id"), row.get("object_id"), counted]


def offsets(row: Flat) -> dict[str, object] | None:
    """Where the quote stands."""
    found: dict[str, object] = {
        key: row[name]
        for key, names in PLACES.items()
        for name in names
        if row.get(name) is not None
    }
    others = ("row", "column", "xpath")
    found |= {key: row[key] for key in others if row.get(key) is not None}
    return found or None


def hop_features(row: Flat, hops: Sequence[Flat]) -> dict[str, object]:
    """What stands in the hops of a claim, hop 1 first."""
    cues = [
        [*map(hop.get, ("cue", "cue_start", "cue_end")), hop.get("implicit") is True]
        for hop in hops
    ]
    return {
        "chain_depth": holders(hops),
        "hop_stance": [hop.get("stance") for hop in hops],
        "hop_cue": cues if any(cue != NO_CUE for cue in cues) else None,
        "hop_medium": parts(*(hop.get("medium") for hop in hops)),
        "said": parts(row.get("said"), *(hop.get("said") for hop in hops)),
    }


def holders(hops: Iterable[Flat]) -> list[object]:
    """The ids of who speaks, as written."""
    return [hop.get("holder_id") for hop in hops]


def around(
    row: Flat,
    hops: Sequence[Flat],
    digests: Mapping[str, str],
    unnamed: Collection[str],
    judged: Mapping[str, set[str]],
) -> dict[str, object]:
    """What the file says elsewhere: of the article, the entities, the judgements."""
    ends = [row.get("subject_id"), row.get("object_id"), *holders(hops)]
    named = {str(one) for one in ends if one is not None}
    return {
        "article_hash": digests.get(str(row.get("article"))),
        "unnamed": sorted(one for one in named if one in unnamed) or None,
        "judgements": sorted({own for one in named for own in judged.get(one, ())})
        or None,
        "parallel_claims": row.get("id"),
    }


def judged_by(rows: Iterable[Flat]) -> dict[str, set[str]]:
    """The judgements on each entity, by the ids that their own fields come to."""
    found: dict[str, set[str]] = {}
    for row in rows:
        left, right = str(row["left"]), str(row["right"])
        verdict, who, when = (str(row[key]) for key in ("verdict", "who", "when"))
        own = judgement_id(left, right, verdict, who, when)
        for end in (left, right):
            found.setdefault(end, set()).add(own)
    return found


def parts(*held: object) -> list[object] | None:
    """The parts, or None where none says anything."""
    return list(held) if any(part not in (None, False) for part in held) else None
