"""How are a publisher and a speaker called whom nobody names?"""

import re

HIDDEN_SPEAKER = "somebody the article hides"
UNTITLED = "publisher of an article without a title"
BEGINNING, END = (
    "publisher of \N{LEFT DOUBLE QUOTATION MARK}",
    "\N{RIGHT DOUBLE QUOTATION MARK}",
)
# names that are longer the gate refuses
LONGEST_TITLE = 900
# words of a title that tables and sentences show
SHOWN_WORDS, SHOWN_LETTERS = 5, 80
MADE = re.compile(f"{BEGINNING}([^{END}]*){END}")


def publisher_name(title: str) -> str:
    """The name of the publisher of an article that names none: that of its title.

    >>> publisher_name("Market bombed"), publisher_name(" ")
    ('publisher of “Market bombed”', 'publisher of an article without a title')
    """
    line = " ".join(title.split())
    if not line:
        return UNTITLED
    cut = f"{line[:LONGEST_TITLE]}…" if len(line) > LONGEST_TITLE else line
    return f"{BEGINNING}{cut}{END}"


def is_made_name(name: str) -> bool:
    """Whether a name is one of these, which says by itself that nobody is named."""
    return name.startswith(BEGINNING) or name == UNTITLED


def with_short_titles(text: str) -> str:
    """A text with the first words of the title in each such name.

    >>> with_short_titles("Ann, publisher of “A b c d e f”")
    'Ann, publisher of “A b c d e …”'
    """
    return MADE.sub(cut_name, text) if BEGINNING in text else text


def cut_name(name: re.Match[str]) -> str:
    """A made name with as many words of its title as are shown."""
    return f"{BEGINNING}{short_title(name[1])}{END}"


def short_title(title: str) -> str:
    """The first words of a title, all of one that is short.

    >>> short_title("Market  bombed"), short_title("a b c d e f g h i j")
    ('Market bombed', 'a b c d e …')
    """
    words = title.split()
    few = " ".join(words if len(words) <= SHOWN_WORDS else [*words[:SHOWN_WORDS], "…"])
    return few if len(few) <= SHOWN_LETTERS else f"{few[: SHOWN_LETTERS - 1]}…"
