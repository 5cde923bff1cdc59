"""How a claim is told: an allegation is always somebody's.

A sentence names who speaks, what the speaker does with the proposition, and who
passed it on. Nothing here says on its own word that something is so.
"""

from collections.abc import Iterable, Sequence

from claimgraph.analysis.acts import ATTRIBUTED, CLAIMED
from claimgraph.captions import NOBODY
from claimgraph.reports.document import ClaimLine, HopLine
from claimgraph.reports.document.grammar import told_name, with_capital
from claimgraph.reports.document.wording import spoken_name
from claimgraph.schema.types import Schema

# one speaker, several speakers
AFFIRMED = {
    "stated": ("says that", "say that"),
    "alleged": ("alleges that", "allege that"),
    "suspected": ("suspects that", "suspect that"),
    "possible": ("says it is possible that", "say it is possible that"),
    "hypothetical": (
        "says, only as a supposition, that",
        "say, only as a supposition, that",
    ),
}
DENIED = ("denies", "deny")
WITHHELD = {
    "declines-to-name": ("declines to say whether", "decline to say whether"),
    "does-not-blame": (
        "pointedly does not say whether",
        "pointedly do not say whether",
    ),
    "silent": ("is silent on whether", "are silent on whether"),
    "cannot-verify": ("cannot verify whether", "cannot verify whether"),
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
OWN_VOICE = ", in the article's own voice,"
# how a proposition begins whose doer stands first
DOER = "{object}"
VALUE = "{value}"


def claim_sentence(line: ClaimLine, proposition: str, *, many: bool = False) -> str:
    """The claim as a sentence with its speakers; `many`: the origin is a plural.

    `proposition` is what follows "says that", as the schema writes it.
    """
    speaker, *relays = reversed(line.chain)
    own = "" if relays else OWN_VOICE
    if is_own_deed(line):
        act = responsibility(line, many)
    elif line.polarity == "withheld" and proposition.startswith(f"{DOER} "):
        act = asking_words(line, proposition, many)
    elif line.value is None and VALUE in proposition:
        act = asking_value(line, proposition, many)
    else:
        act = f"{verb(line, many)} {filled_proposition(line, proposition)}"
    words = with_capital(f"{told_speaker(speaker)}{own} {act}{relay_words(relays)}")
    # a name may end with a full stop of its own: Jr.
    return f"{words.removesuffix('.')}."


def is_own_deed(line: ClaimLine) -> bool:
    """Whether a speaker takes or denies responsibility."""
    return line.relation in (CLAIMED, ATTRIBUTED) and line.object == line.origin


def asking_words(line: ClaimLine, proposition: str, many: bool) -> str:
    """What is withheld; of a doer whom nobody names, who that is."""
    act = verb(line, many)
    if line.object is not None:
        return f"{act} {filled_proposition(line, proposition)}"
    who = proposition.replace(DOER, "who", 1)
    return f"{act.removesuffix(' whether')} {filled_proposition(line, who)}"


def asking_value(line: ClaimLine, proposition: str, many: bool) -> str:
    """What is withheld where no value is said: a bare event, or how many, or what."""
    act = verb(line, many)
    bare = proposition.replace(f" ({VALUE})", "")
    if VALUE not in bare:
        return f"{act} {filled_proposition(line, bare)}"
    asked = "what" if bare.endswith(f"was {VALUE}") else "how many"
    rest = filled_proposition(line, bare.replace(VALUE, "").strip())
    return f"{act.removesuffix(' whether')} {asked} {rest}"


def relay_words(relays: Iterable[HopLine]) -> str:
    """Who passed it on, from the origin outwards."""
    text, last = "", ""
    for hop in relays:
        how = RELAYED.get(hop.stance, RELAYED["reports"])
        text += f", {'then by' if how == last else how} {told_speaker(hop)}"
        last = how
    return text


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
            return f"{AFFIRMED['hypothetical'][many]} this is not so:"
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
    role = f", as {line.role}" if line.role and not told else ""
    end = told_name(line.object or "", line.object_name or "")
    return proposition.format(
        subject=told_subject(line),
        object=end or line.value or NOBODY,
        value=line.value or "",
        kind=in_brackets((line.kind or "").replace("-", " ")),
        role=f"{role}{', formerly' * line.former}",
    )


def in_brackets(text: str | None) -> str:
    """A finer word behind a proposition."""
    return f" ({text})" if text else ""


def told_speaker(hop: HopLine) -> str:
    """A speaker as a sentence calls him."""
    return told_name(hop.holder, spoken_name(hop))
