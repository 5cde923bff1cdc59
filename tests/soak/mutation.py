"""Changes to the bytes of a sample, by a seed: from one bit to another word."""

import json
import re
from collections.abc import Callable
from random import Random
from typing import cast

WORD = re.compile(rb'"(?:[^"\\\n]|\\.)*"|[\w./:+-]+|[^\s\w]')
# numbers that break, words of YAML and JSON, marks of direction, ends of lines, empties
WORDS = (
    *("", " ", "null", "~", "true", "NaN", "-0", "1e999", "-1", "0", "1.5", "[]", "{}"),
    *("9223372036854775808", "99999999999999999999999999", "0x1F", "1_000", "[[[[[[[["),
    *("2026-19-28T19:57:19Z", "2020-02-30", "../2019", "0000-01-01", "10000-01-01"),
    *("2020-01-01T24:00:00Z", "2020-01-01T00:00:60Z", "2020-01-01T00:00:00+99:99"),
    *("\u202e", "\u200f", "\ufeff", "\u2028", "\x00", "\x1b[2J", "\x85", "\r\n", "\t"),
    *("\ud7ff\ue000", "\U0010ffff", "e\u0301", "\u0130", "\u1e9e", "ﬃ", "'", '"', "\\"),
    *("&a", "*a", "!!python/object:os.system", "<<", "? ", "- ", "--- ", "...", "|"),
    *("group/river-cell", "person/ali", "AFP / Reuters", "a b", "%20", "<>", "_:b"),
    *("ALLEGED_LINK", "SUBJECT", "denied", "withheld", "rejected", "same", "x" * 5000),
    *("http://[::1", "https://w3id.org/", "urn:x", "file:///etc/passwd", "@en"),
    *('"""', "'''", "^^<x>", "@prefix : <> .", "#", ". . .", "\\u0000", "\\ud800"),
)
DEEPEST = 12

Change = Callable[[bytes, Random], bytes]


def flip(data: bytes, chance: Random) -> bytes:
    """One bit is another."""
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def drop(data: bytes, chance: Random) -> bytes:
    """A passage is gone."""
    at, end = part(data, chance)
    return data[:at] + data[end:]


def repeat(data: bytes, chance: Random) -> bytes:
    """A passage stands twice."""
    at, end = part(data, chance)
    return data[:end] + data[at:end] + data[end:]


def truncate(data: bytes, chance: Random) -> bytes:
    """The end is gone."""
    return data[: chance.randrange(len(data))]


def insert(data: bytes, chance: Random) -> bytes:
    """A hostile word stands somewhere."""
    at = chance.randrange(len(data) + 1)
    return data[:at] + hostile(chance) + data[at:]


def replace_word(data: bytes, chance: Random) -> bytes:
    """A word is another one: a hostile one, or one from elsewhere in the sample."""
    words = [*WORD.finditer(data)]
    if not words:
        return data
    old = chance.choice(words)
    new = chance.choice(words)[0] if chance.random() < 0.5 else hostile(chance)
    if old[0][:1] == b'"' and chance.random() < 0.8 and new[:1] != b'"':
        new = json.dumps(new.decode("utf-8", "replace")).encode()
    return data[: old.start()] + new + data[old.end() :]


def edit_text(data: bytes, chance: Random) -> bytes:
    """A hostile word stands inside another word, so that a text stays a text."""
    words = [word for word in WORD.finditer(data) if len(word[0]) > 3]
    if not words:
        return data
    word = chance.choice(words)
    at = chance.randrange(word.start() + 1, word.end())
    text = hostile(chance).decode("utf-8", "replace")
    inner = json.dumps(text, ensure_ascii=chance.random() < 0.3)[1:-1]
    return data[:at] + inner.encode("utf-8", "replace") + data[at:]


def move_line(data: bytes, chance: Random) -> bytes:
    """A line is gone, stands twice, or stands elsewhere."""
    lines = data.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    line = lines[at]
    if chance.random() < 0.6:
        del lines[at]
    if chance.random() < 0.6:
        lines.insert(chance.randrange(len(lines) + 1), line)
    return b"".join(lines)


def edit_tree(data: bytes, chance: Random) -> bytes:
    """A value of a JSON document, or of one of its lines, is another one."""
    lines = data.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    for number, text in ((at, lines[at]), (-1, data)):
        try:
            tree = cast(object, json.loads(text))
        except ValueError:
            continue
        edited = json.dumps(changed(tree, chance, 0), ensure_ascii=False)
        new = edited.encode("utf-8", "replace") + b"\n"
        if number < 0:
            return new
        lines[at] = new
        return b"".join(lines)
    return replace_word(data, chance)


def changed(tree: object, chance: Random, depth: int) -> object:
    """A tree of which one value is another, is gone, or is put into a list."""
    inside = depth < DEEPEST and chance.random() < 0.85
    if isinstance(tree, dict) and tree and inside:
        held = dict(cast("dict[str, object]", tree))
        key = chance.choice([*held])
        if chance.random() < 0.1:
            del held[key]
        elif chance.random() < 0.05:
            held[chance.choice(WORDS)] = held.pop(key)
        else:
            held[key] = changed(held[key], chance, depth + 1)
        return held
    if isinstance(tree, list) and tree and inside:
        listed = list(cast("list[object]", tree))
        at = chance.randrange(len(listed))
        listed[at : at + 1] = chance.choice(
            [[], [listed[at], listed[at]], [changed(listed[at], chance, depth + 1)]]
        )
        return listed
    text = chance.choice(WORDS)
    if isinstance(tree, str) and chance.random() < 0.5:
        return f"{tree}{text}"
    among: list[object] = [text, f"{tree}{text}", text, None, True, [tree], {"x": tree}]
    return chance.choice([*among, -1, 0, 2**63, 1.5, 10**400, chance.randrange(200)])


CHANGES: tuple[Change, ...] = (
    *(flip, drop, repeat, truncate, insert, replace_word, replace_word),
    *(edit_text, edit_text, move_line, edit_tree, edit_tree),
)


def part(data: bytes, chance: Random) -> tuple[int, int]:
    """Start and end of a passage, short ones more often than long ones."""
    at = chance.randrange(len(data))
    return at, min(len(data), at + 1 + int(chance.expovariate(1 / 30)))


def hostile(chance: Random) -> bytes:
    """A word that readers stumble over, or any characters."""
    if chance.random() < 0.8:
        return chance.choice(WORDS).encode("utf-8", "surrogatepass")
    return bytes(chance.randrange(256) for _ in range(chance.randrange(1, 6)))


def mutate(data: bytes, chance: Random) -> bytes:
    """The sample after one to three changes."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        if data:
            data = chance.choice(CHANGES)(data, chance)
    return data
