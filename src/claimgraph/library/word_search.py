"""Questions found by the words in which somebody would look for them."""

from collections.abc import Collection, Iterable
from itertools import takewhile

from claimgraph.errors import near
from claimgraph.folding import fold, folded_words
from claimgraph.library import Question, questions

# what two forms of a word have in common, at least; fewer where a y changes
SHORTEST, WITH_Y = 4, 3
# what forms of one word end in
ENDINGS = (
    "s es e ed d ing ings er ers r rs or ors ion ions ation ations ment ments ship ee "
    "ees al ially le ible able ility ism ist ists ial ory ance ly"
)
ENDINGS_WITH_Y = "y ies ied ier iers ial ials ying"
ENDS, ENDS_WITH_Y = frozenset(["", *ENDINGS.split()]), {*ENDINGS_WITH_Y.split()}
# how alike a word must be that is offered in place of one that no question has, of 100
LIKE = 75
# what stands in any sentence, and tells no question from another
SPOKEN = (
    "a about all an and any anybody anyone anything are as at be been but by can did "
    "do does for from had has have he her his how i if in into is it its just list "
    "many me more most much my no not of on or our out please said say says show so "
    "some such tell than that the their them then there these they this to us was we "
    "were what when where which who whom whose why will with would you your"
)
FILLERS = frozenset(SPOKEN.split())
# what people ask in several words, and the words of questions for it
COUNTED = ("people", "persons")
PHRASES = {
    **{f"how many {one}": "toll" for one in COUNTED},
    **{f"how many {one}": f"toll {one}" for one in ("died", "dead", "killed")},
    "how many attacks": "tally attacks",
}


def main_words(text: str) -> list[str]:
    """The folded words of a text, those of any sentence left out if others stay.

    What asks for a number in several words is the word of the questions for it.

    >>> main_words("Who leads the Taliban?"), main_words("who?")
    (['leads', 'taliban'], ['who'])
    >>> main_words("How many people died?")
    ['toll', 'died']
    """
    folded = f" {fold(text)} "
    for phrase, meant in PHRASES.items():
        folded = folded.replace(f" {phrase} ", f" {meant} ")
    words = list(dict.fromkeys(folded.split()))
    return [word for word in words if word not in FILLERS] or words


def questions_about(text: str) -> list[Question]:
    """The questions in which most of the words stand, in any of their forms.

    All of the words, where one question has all; of a topic alone, all its questions.
    Those whose sentence has the words themselves come first, then those whose title has
    forms of them; those that draw, or look for defects, come last.
    """
    asked = main_words(text)
    of_topic = [one for one in questions() if asked == [topic_of(one)]]
    if of_topic:
        return of_topic
    counts = {one.name: hits(text_of(one), asked) for one in questions()}
    most = max(counts.values(), default=0)
    found = [one for one in questions() if most and counts[one.name] == most]
    return sorted(found, key=lambda one: (*rank(one, asked), one.name))


def spoken_of(found: Iterable[Question], text: str) -> list[str]:
    """Those words of a text that stand in one of the questions."""
    texts = [f"{topic_of(one)} {text_of(one)}" for one in found]
    return [
        word for word in main_words(text) if any(holds(one, [word]) for one in texts)
    ]


def nearest_words(text: str) -> str:
    """The words, each that no question has as the nearest that one has.

    Empty where none is near, or where all stand in some question.
    """
    known = {word for one in questions() for word in folded_words(text_of(one))}
    asked = main_words(text)
    found = [word for one in asked for word in near(one, known, 1, LIKE)]
    return " ".join(found) if len(found) == len(asked) and found != asked else ""


def holds(text: str, asked: Collection[str]) -> bool:
    """Whether a text has a form of every word that is asked for, of one at least."""
    return bool(asked) and hits(text, asked) == len(asked)


def hits(text: str, asked: Iterable[str]) -> int:
    """How many of the words that are asked for have a form in a text."""
    held = folded_words(text)
    return sum(any(is_form(word, one) for one in held) for word in asked)


def rank(question: Question, asked: Collection[str]) -> tuple[bool, int, int, int, int]:
    """The place of a question among others, the less the better.

    The words themselves in its sentence go before forms of them in its title.
    """
    title = title_of(question)
    held = folded_words(f"{title} {question.in_short}")
    spoken = hits(f"{title} {question.in_short}", asked)
    words = fold(question.title).split()
    at = (at for at, word in enumerate(words) if hits(word, asked))
    last = question.defect or question.draws is not None
    near = sum(any(is_near(one, word) for one in held) for word in asked)
    return last, -near, -hits(title, asked), next(at, len(words)), -spoken


def topic_of(question: Question) -> str:
    """The first part of its name."""
    return question.name.partition("/")[0]


def title_of(question: Question) -> str:
    """The title of a question, and its name within the topic."""
    return f"{question.name.partition('/')[2]} {question.title}"


def text_of(question: Question) -> str:
    """The words of a question: name, title, sentence, those it takes, and further."""
    taken = (
        word
        for one in question.parameters
        for word in (one.words if one.kind == "method" else one.choices)
    )
    spoken = (title_of(question), question.in_short)
    return " ".join((*spoken, *taken, *question.words))


def is_near(one: str, other: str) -> bool:
    """Whether two words are the same, but for an s at the end."""
    return one.removesuffix("s") == other.removesuffix("s")


def is_form(asked: str, held: str) -> bool:
    """Whether a word is a form of another one, as far as their endings tell.

    >>> is_form("denied", "denies"), is_form("denial", "deny"), is_form("uns", "un")
    (True, True, True)
    >>> is_form("disputed", "dispatch"), is_form("died", "denied")
    (False, False)
    """
    if asked == held or asked[:2] != held[:2]:
        return asked == held
    pairs = zip(asked, held, strict=False)
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    ends = {asked[stem:], held[stem:]}
    if ends == {"", "s"}:
        return stem > 1
    by_y = stem >= WITH_Y and ends <= ENDS_WITH_Y
    return by_y or (stem >= SHORTEST and ends <= ENDS)
