"""All words of the reports about claims: an allegation is always somebody's.

A sentence names who speaks, what the speaker does with the proposition, and who
passed it on. Nothing here says on its own word that something is so.
"""

import re
from collections.abc import Sequence

from claimgraph.analysis.acts import CLAIMED
from claimgraph.analysis.context import is_unspecified
from claimgraph.errors import number_of
from claimgraph.made_names import HIDDEN_SPEAKER, is_made_name, with_short_titles
from claimgraph.reports.document import ClaimLine, HopLine
from claimgraph.reports.document.grammar import told_name, with_capital
from claimgraph.schema.types import Schema

# one speaker, several speakers
AFFIRMED = {
    "stated": ("says that", "say that"),
    "alleged": ("alleges that", "allege that"),
    "suspected": ("suspects that", "suspect that"),
    "possible": ("says it is possible that", "say it is possible that"),
    "hypothetical": ("speaks of the case that", "speak of the case that"),
}
DENIED = ("denies", "deny")
WITHHELD = {
    "declines-to-name": ("declines to say whether", "decline to say whether"),
    "does-not-blame": ("pointedly does not say that", "pointedly do not say that"),
    "silent": ("is silent on whether", "are silent on whether"),
    "cannot-verify": ("cannot verify that", "cannot verify that"),
}
RELAYED = {
    "asserts": "vouched for by",
    "reports": "reported by",
    "doubts": "passed on with doubt by",
    "disputes": "disputed by",
    "unverified": "passed on unverified by",
}
# verbs of propositions behind one who is many
PLURALS = {
    "is": "are",
    "was": "were",
    "has": "have",
    "gets": "get",
    "leads": "lead",
    "belongs": "belong",
    "designates": "designate",
}
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
SEASON = re.compile(r"\b(\d{4})-(2[1-4])\b(?!-)")
OWN_VOICE = ", in the article's own voice,"
HIDDEN = HIDDEN_SPEAKER
NOBODY = "somebody not named"


def claim_sentence(line: ClaimLine, proposition: str, *, many: bool = False) -> str:
    """The claim as a sentence with its speakers; `many`: the origin is a plural.

    `proposition` is what follows "says that", as the schema writes it.
    """
    speaker, *relays = reversed(line.chain)
    own = "" if relays else OWN_VOICE
    if line.relation == CLAIMED and line.object == line.origin:
        act = responsibility(line, many)
    else:
        act = f"{verb(line, many)} {filled_proposition(line, proposition)}"
    text = f"{told_speaker(speaker)}{own} {act}"
    for hop in relays:
        text += f", {RELAYED.get(hop.stance, RELAYED['reports'])} {told_speaker(hop)}"
    return f"{with_capital(text)}."


def proposition_words(relation: str, schema: Schema) -> str:
    """What follows "says that"; of a relation that no schema knows, its bare name."""
    held = schema.relations.get(relation)
    words = relation.lower().replace("_", " ")
    return f"{{subject}}: {words} {{object}}{{kind}}" if held is None else held.sentence


def place_words(name: str) -> str:
    """What follows a proposition that tells where it was."""
    return f" in {name}".replace("{", "{{").replace("}", "}}")


def agreeing_words(words: str, plural: Sequence[str], *, one: bool = False) -> str:
    """The words of a proposition whose verb agrees with the end before it.

    `plural` are the ends that are plurals, `one` says that the value counts one.

    >>> agreeing_words("{subject} is part of {object}", ["subject"])
    '{subject} are part of {object}'
    >>> agreeing_words("{value} were killed ({subject})", [], one=True)
    '{value} was killed ({subject})'
    """
    end, _, rest = words.partition(" ")
    first, _, more = rest.partition(" ")
    if end.strip("{}") in plural:
        first = PLURALS.get(first, first)
    elif one and end == "{value}" and first == "were":
        first = "was"
    return f"{end} {first} {more}" if more else words


def verb(line: ClaimLine, many: bool) -> str:
    """What the origin does with the proposition."""
    if line.polarity == "denied":
        if line.modality == "hypothetical":
            return f"{AFFIRMED['hypothetical'][many]} it is not so that"
        weak = "" if line.modality == "stated" else f" ({line.modality})"
        return f"{DENIED[many]}{weak} that"
    if line.polarity == "withheld":
        return WITHHELD.get(line.reason or "", WITHHELD["silent"])[many]
    return AFFIRMED.get(line.modality, AFFIRMED["stated"])[many]


def responsibility(line: ClaimLine, many: bool) -> str:
    """A group that speaks of its own deed."""
    forms = {
        "affirmed": ("takes responsibility for", "take responsibility for"),
        "denied": ("denies responsibility for", "deny responsibility for"),
    }
    silent = ("is silent on responsibility for", "are silent on responsibility for")
    text = f"{forms.get(line.polarity, silent)[many]} {told_subject(line)}"
    strong = line.polarity != "affirmed" or line.modality == "stated"
    return text if strong else f"{text} ({line.modality})"


def told_subject(line: ClaimLine) -> str:
    """The subject as a sentence calls it."""
    return told_name(line.subject, line.subject_name)


def filled_proposition(line: ClaimLine, proposition: str) -> str:
    """What the claim is about, as it follows "that"."""
    told = line.role == "leader" and " leads " in proposition
    held = None if told else line.role
    role = " ".join(part for part in ("former" * line.former, held) if part)
    end = told_name(line.object or "", line.object_name or "")
    return proposition.format(
        subject=told_subject(line),
        object=end or line.value or NOBODY,
        value=line.value or "",
        kind=in_brackets((line.kind or "").replace("-", " ")),
        role=in_brackets(role),
    )


def in_brackets(text: str | None) -> str:
    """A finer word behind a proposition."""
    return f" ({text})" if text else ""


def spoken_name(hop: HopLine) -> str:
    """The name of a speaker in a sentence."""
    return HIDDEN if is_unspecified(hop.holder) else with_short_titles(hop.name)


def told_speaker(hop: HopLine) -> str:
    """A speaker as a sentence calls him."""
    return told_name(hop.holder, spoken_name(hop))


def tells_unnamed(name: str) -> bool:
    """Whether a name says by itself that nobody is named."""
    return "unnamed" in name or name == HIDDEN or is_made_name(name)


def chain_words(chain: Sequence[HopLine]) -> str:
    """The whole chain from the outside in, each with its stance."""
    return " > ".join(hop_words(hop) for hop in chain)


def hop_words(hop: HopLine) -> str:
    """One speaker: name, whether unnamed, stance, and how it was said."""
    name = spoken_name(hop)
    marked = hop.unnamed and not tells_unnamed(name)
    how = ", ".join(part for part in (hop.stance, hop.medium) if part)
    return f"{name}{' (unnamed)' if marked else ''} [{how}]"


def count_of(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun.

    >>> count_of(1, "origin"), count_of(2, "origin"), count_of(0, "group")
    ('1 origin', '2 origins', 'no groups')
    """
    words = number_of(number, noun, plural)
    return words if number else words.replace("0", "no", 1)


def verb_for(number: int, one: str, many: str) -> str:
    """The word that goes with a number, which often is a verb.

    >>> verb_for(1, "rests", "rest"), verb_for(2, "is", "are"), verb_for(0, "is", "are")
    ('rests', 'are', 'are')
    """
    return one if number == 1 else many


def some_words(parts: Sequence[str], most: int = 3) -> str:
    """The first parts, and how many more there are.

    >>> some_words(["a", "b", "c", "d"], 2), some_words(["a", "b"], 2)
    ('a, b and 2 more', 'a and b')
    """
    more = len(parts) - most
    return list_words([*parts[:most], f"{more} more"] if more > 0 else parts)


def list_words(parts: Sequence[str]) -> str:
    """The parts with commas and an "and".

    >>> list_words(["a", "b", "c"]), list_words(["a"]), list_words([])
    ('a, b and c', 'a', 'nobody')
    """
    if len(parts) < 2:
        return parts[0] if parts else "nobody"
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def day_words(edtf: str) -> str:
    """An EDTF text for people; one that has no plainer words is given back.

    >>> day_words("[2020-05-06..]"), day_words("[2021-08-26..2021-08-31]")
    ('2020-05-06 or later', 'between 2021-08-26 and 2021-08-31')
    >>> day_words("2021-22"), day_words("2021-08~/..")
    ('summer of 2021', 'about 2021-08 and after')
    >>> day_words("2020-09-12/.."), day_words("2021-08-26~"), day_words("2015")
    ('2020-09-12 and after', 'about 2021-08-26', '2015')
    """
    edtf = SEASON.sub(season_words, edtf)
    inner = edtf.strip("[]")
    first, dots, last = inner.partition(".." if edtf.startswith("[") else "/")
    last = last.strip(".")
    if edtf.startswith("[") and "," in edtf:
        return f"one of {inner}"
    if not dots:
        return f"about {edtf.rstrip('~?%')}" if edtf[-1:] in "~?%" else edtf
    if edtf.startswith("["):
        if not first or not last:
            return f"{first} or later" if first else f"{last} or earlier"
        return f"between {first} and {last}"
    first, last = about_words(first), about_words(last)
    if not first.strip(".") or not last:
        return f"{first} and after" if first.strip(".") else f"until {last}"
    return f"{first} to {last}"


def about_words(day: str) -> str:
    """An end of a range of days, which may be one of about that time."""
    return f"about {day.rstrip('~?%')}" if day[-1:] in tuple("~?%") else day


def season_words(found: re.Match[str]) -> str:
    """A season of a year, which EDTF writes as a month after the twelfth."""
    return f"{SEASONS[found[2]]} of {found[1]}"


def when(line: ClaimLine) -> str:
    """When it was said, and for which time."""
    said = f"said {day_words(line.said)}" if line.said else "not dated"
    if not line.valid:
        return said
    words = f" (“{line.valid_words}”)" if line.valid_words else ""
    return f"{said}; for the time {day_words(line.valid)}{words}"


def details(line: ClaimLine) -> tuple[tuple[str, str], ...]:
    """All that every form prints of a claim beside its quote, by label."""
    mode = [line.modality, line.polarity, line.reason, line.former and "former"]
    rows = [
        ("chain", chain_words(line.chain)),
        ("how", ", ".join(str(part) for part in mode if part)),
        ("said", day_words(line.said or "not known")),
        ("valid", day_words(line.valid) if line.valid else ""),
        ("words of the time", line.valid_words or ""),
        ("published", day_words(line.published or "not known")),
        ("article", f"{line.article}: {line.title}, {line.place}"),
        ("claim", f"{line.id}, {line.review}"),
        ("grade", line.grade or ""),
        ("confidence", "" if line.confidence is None else f"{line.confidence:g}"),
        ("note", line.note or ""),
    ]
    return tuple((label, text) for label, text in rows if text)
