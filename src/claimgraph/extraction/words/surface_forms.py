"""From the short patterns of the lexicon to regular expressions over the words."""

import re
import string
from collections.abc import Iterable, Mapping

from claimgraph.extraction.words.forms import Bearing
from claimgraph.extraction.words.inflection import noun_forms, verb_forms

# what may stand before a verb of its own
AUXILIARIES = (
    *("has", "have", "had", "is", "are", "was", "were", "be", "been", "being"),
    *("will", "would", "may", "might", "could", "can", "did", "does", "do", "must"),
    *("not", "never", "also", "long", "already", "reportedly", "allegedly", "later"),
    *("openly", "directly", "publicly", "jointly", "recently", "now", "since", "once"),
    *("possibly", "formally", "officially", "quickly", "immediately", "apparently"),
    *("previously", "initially", "repeatedly", "then", "both", "widely", "still"),
)
BE = ("is", "are", "was", "were", "be", "been", "being")
DETERMINERS = ("the", "a", "an", "its", "their", "his", "her", "any", "all", "some")
# the signs that stand for places and states in a sentence may be parts of a phrase
WORD = r"[\w'.\ue300-\ue4ff-]+"
# a word inside a phrase, which is none that joins it to another
INNER = (
    r"(?!(?:of|in|on|at|by|for|to|from|with|against|alongside|and|or|but|that|which|who"
    rf"|when|after|before|is|are|was|were|has|have|had|said)\b){WORD}"
)
FIXED = {
    "AUX": rf"(?:(?:{'|'.join(AUXILIARIES)})\s+)*",
    "BE": rf"(?:{'|'.join(BE)})\s+(?:(?:{'|'.join(AUXILIARIES)})\s+)*",
    # up to three words of the same phrase
    "DET": rf"(?:(?:{'|'.join(DETERMINERS)})\s+)?(?:{INNER}\s+){{0,3}}?",
    "GAP": rf"(?:{WORD},?\s+){{0,5}}?",
}
SPACE = re.compile(r" (\??)")


def template_fields(template: str) -> list[str]:
    """The fields that a pattern names, slots in small letters."""
    found = string.Formatter().parse(template)
    return [name for _, name, _, _ in found if name is not None]


def surface_pattern(
    template: str, bearing: Bearing, words: Mapping[str, tuple[str, ...]]
) -> str | None:
    """The regular expression of a pattern; None where the entry lacks what it needs.

    >>> surface_pattern("{doer} {DID} {thing}", "verb", {
    ...     "LEMMA": ("lead",), "doer": ("{object}",), "thing": ("{subject}",)})
    '{object}\\\\s+(?:lead|leads|led)\\\\s+{subject}'
    """
    parts: list[str] = []
    for literal, field, _, _ in string.Formatter().parse(template):
        parts.append(SPACE.sub(lambda one: r"\s*" if one[1] else r"\s+", literal))
        if field is None:
            continue
        pattern = field_pattern(field, bearing, words)
        if pattern is None:
            return None
        parts.append(pattern)
    return without_double_spaces("".join(parts))


def without_double_spaces(pattern: str) -> str:
    """The pattern without a space after a part that may be nothing or ends in one."""
    for name in ("AUX", "BE", "DET", "GAP"):
        pattern = pattern.replace(rf"{FIXED[name]}\s+", FIXED[name])
    return pattern


def field_pattern(
    field: str, bearing: Bearing, words: Mapping[str, tuple[str, ...]]
) -> str | None:
    """What one field of a pattern stands for."""
    if field in FIXED:
        return FIXED[field]
    held = words.get("LEMMA" if field in ("DID", "DONE", "DOING") else field, ())
    if not held:
        return None
    if field.islower():
        return held[0]
    if field == "DID":
        return any_of(form for one in held for form in verb_forms(one).finite)
    if field == "DONE":
        return any_of(form for one in held for form in verb_forms(one).participle)
    if field == "DOING":
        return any_of(verb_forms(one).doing for one in held)
    if field == "NOUN" or (field == "LEMMA" and bearing == "noun"):
        return any_of(form for one in held for form in noun_forms(one))
    if field == "LEMMA" and bearing == "verb":
        return any_of(form for one in held for form in verb_forms(one).every)
    return any_of(held)


def any_of(words: Iterable[str]) -> str:
    """A group of alternatives, spaces as wide as they come."""
    escaped = dict.fromkeys(re.escape(one).replace(r"\ ", r"\s+") for one in words)
    return f"(?:{'|'.join(escaped)})"
