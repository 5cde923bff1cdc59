"""How one deed of a sentence hangs together with the one before it."""

import re

from claimgraph.extraction.attacks.deed import Deed

LATER = r"(?:hours?|days?|weeks?|months?|years?)"
# who is told of again suffered both: "hours after he was abducted"
ANEW = r"(?! (?:(?:he|she|they|it) (?:was|were|had been)|being|having been)\b)"
# between two deeds of which one was long before, or the reason for the other
OTHER_TIME = re.compile(
    rf"\b{LATER}(?: \w+)? (?:after|before|since|earlier|later)\b{ANEW}"
    rf"|\b(?:c[ao]mes?|follows|followed|coming|following)(?: \w+)?? (?:after|since)\b"
    rf"{ANEW}|\bin (?:retaliation|revenge|reprisal|response|reaction)\b"
    r"|\b(?:to avenge|avenging|since|follow(?:s|ed)(?! by))\b"
)
# between a deed and one of those whom it hit: "killed two men who had stormed it"
VICTIMS_DEED = re.compile(r"[^,;:\"]* who (?:had |have |allegedly |earlier )?")
# between what became of people and how
WHEN = re.compile(r"[^,;:\"]* (?:when|as|after) [^,;:\"]*")
# before the first of two: "days after a raid on the camp, a bomb"
OPENING = re.compile(rf"\W*(?:\w+ ){{0,3}}{LATER} after\b{ANEW}")
# between a verb that tells what became of people and the attacks it became of them in
IN_MANY = re.compile(r"(?: [\w,-]+){0,8}? (?:in|during)(?: [\w-]+){0,3}? ")
# between those who were killed and the attacks that somebody made
WHEN_MADE = re.compile(
    r"(?: [\w,-]+){0,5}? when(?: [\w.-]+){1,4} "
    r"(?:carried out|launched|conducted|staged|made)(?: [\w-]+){0,2}? "
)


def is_of_other_time(text: str, start: int, one: Deed, other: Deed) -> bool:
    """Whether two deeds of the sentence that begins at a place are two attacks by what
    stands between: "came a week after", "in revenge for".
    """
    if OTHER_TIME.search(text, one.span.end, other.span.start):
        return True
    if not (one.noun or other.noun) and VICTIMS_DEED.fullmatch(
        text, one.span.end, other.begins
    ):
        return True
    between = text.find(",", one.span.end, other.span.start)
    return between >= 0 and OPENING.match(text, start, one.begins) is not None


def is_when(text: str, one: Deed, other: Deed) -> bool:
    """Whether a clause tells how people were hit: "were killed when a shell hit it"."""
    return not one.noun and WHEN.fullmatch(text, one.span.end, other.begins) is not None


def is_in_known(text: str, one: Deed, other: Deed) -> bool:
    """Whether a verb tells whom the attack told of hit: "was killed in the raid"."""
    if one.noun or not (other.noun and other.definite):
        return False
    return IN_MANY.fullmatch(text, one.span.end, other.begins) is not None


def is_in_many(text: str, one: Deed, other: Deed) -> bool:
    """Whether a verb tells whom many attacks hit: "killed 50 people in attacks"."""
    many = other.noun and other.several and not other.definite
    if one.noun or not many:
        return False
    start, end = one.span.end, other.begins
    made = WHEN_MADE.fullmatch(text, start, end)
    return made is not None or IN_MANY.fullmatch(text, start, end) is not None
