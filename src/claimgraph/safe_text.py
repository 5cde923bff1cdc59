r"""Text of articles on a screen: what would steer a terminal or reader is spelt out."""

import json
import re
import shlex
import unicodedata

# Control characters, those that turn the direction of writing, half characters and
# what no page may hold; then signs that show nothing. Joiners (200c, 200d) and forms of
# letters (fe00, e0100 and on) stay: Persian, emoji and Japanese are written with them.
STEERING = re.compile(
    r"[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
    r"\ud800-\udfff\ufffe\uffff"
    r"\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f"
    r"\u3164\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
# where a word may be parted at the end of a line: web pages are full of it
SOFT_HYPHEN = "\xad"
# a joiner that joins nothing: Latin letters have one form
JOINER = re.compile("(?:^|(?<=[\0-\u024f\u1e00-\u1eff]))[\u200c\u200d]|[\u200c\u200d]$")
# what a spreadsheet takes for the beginning of a formula, wide forms as well
FORMULA = (*"=+-@\t\r\n", *"\uff1d\uff0b\uff0d\uff20")
# no newspaper prints a longer title
LONGEST_TITLE = 160
SPACES = re.compile(r"[ \t\r\n\u2028\u2029]+")


def tame(text: str) -> str:
    r"""The text with a space for each character that ends a line or turns what follows.

    >>> tame("a\nb\u202ec")
    'a b c'
    """
    return STEERING.sub(" ", text)


def speaker(name: str) -> str:
    """A name in front of a verb, in quotes where it could hold a verb of its own.

    >>> speaker("Radio: it denies")
    '"Radio: it denies"'
    """
    shown = tame(name)
    return json.dumps(shown, ensure_ascii=False) if ":" in shown else shown


def visible(text: str, keep: str = "\n") -> str:
    r"""The text with nothing in it that a screen obeys or hides, but what is kept.

    >>> visible("a\x1b[31mb\nc")
    'a\\x1b[31mb\nc'
    """
    return STEERING.sub(lambda found: spelt_character(found[0], keep), text)


def on_one_line(text: str) -> str:
    r"""The same with every run of spaces and line ends as one space.

    >>> on_one_line("a \r\n\t b\x07")
    'a b\\x07'
    """
    return visible(SPACES.sub(" ", text)).strip()


def shown_title(title: str) -> str:
    """A title as tables and lines show it, all of it unless it is no title at all.

    >>> shown_title("Market  bombed"), len(shown_title("x" * 3000))
    ('Market bombed', 160)
    """
    line = on_one_line(title)
    return line if len(line) <= LONGEST_TITLE else f"{line[: LONGEST_TITLE - 1]}…"


def unseen_sign(name: str) -> str | None:
    r"""The first sign in a name that shows nothing, in words; None where there is none.

    A joiner counts beside Latin letters and digits, which it does nothing to.

    >>> unseen_sign("Red\u200bDawn"), unseen_sign("\u0645\u06cc\u200c\u062f")
    ('a ZERO WIDTH SPACE (U+200B)', None)
    """
    found = STEERING.search(name) or JOINER.search(name)
    if found is None:
        return None
    sign = found[0][-1]
    called = unicodedata.name(sign, "control character")
    return f"{'an' if called[0] in 'AEIO' else 'a'} {called} (U+{ord(sign):04X})"


def shell_word(text: str) -> str:
    """A text as a shell takes it, on one line, for a command to paste.

    >>> print(shell_word("Ann's $HOME"))
    'Ann'"'"'s $HOME'
    """
    return shlex.quote(on_one_line(text))


def spelt_character(character: str, keep: str = "") -> str:
    r"""A character as Python writes it, unless it is one to keep.

    A soft hyphen shows nothing and steers nothing: it is left out.

    >>> spelt_character("\u202e"), spelt_character("\xad")
    ('\\u202e', '')
    """
    if character in keep:
        return character
    if character == SOFT_HYPHEN:
        return ""
    code = ord(character)
    if code < 256:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 65_536 else f"\\U{code:08x}"


def visible_json(text: str) -> str:
    r"""JSON with the same meaning in which such characters are escapes; lines stay.

    >>> visible_json('"a\u202eb"')
    '"a\\u202eb"'
    """
    return STEERING.sub(escaped_character, text)


def escaped_character(found: re.Match[str]) -> str:
    """A character as JSON writes it, unless it ends a line."""
    return found[0] if found[0] == "\n" else json.dumps(found[0])[1:-1]
