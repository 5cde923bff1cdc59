"""Which Cypher only reads: checked on the text, before any engine sees it."""

import re
from dataclasses import dataclass

from claimgraph.errors import QueryError

OPENINGS = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL", "SHOW"})
PLANS = frozenset({"EXPLAIN", "PROFILE"})
WRITES = frozenset(
    {
        *("CREATE", "INSERT", "MERGE", "SET", "REMOVE", "DELETE", "DETACH"),
        *("NODETACH", "FOREACH", "DROP", "ALTER", "TERMINATE"),
    }
)
PROCEDURES = frozenset(
    {
        *("db.index.fulltext.querynodes", "db.labels"),
        *("db.relationshiptypes", "db.propertykeys"),
    }
)
TOKEN = re.compile(
    r"""
      (?P<skip>   \s+ | //[^\r\n]* | /\*.*?\*/ )
    | (?P<text>   '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*" )
    | (?P<name>   `(?:[^`]|``)*` )
    | (?P<number> \d+(?:\.\d+)?(?:[eE][+-]?\d+)? )
    | (?P<word>   \w+ )
    | (?P<sign>   . )
    """,
    re.DOTALL | re.VERBOSE,
)
ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of Cypher: word, name (in backticks), number, text or sign."""

    kind: str
    text: str
    line: int


def refuse_writing(query: str) -> None:
    """Nothing for one statement that reads; anything else raises QueryError.

    Neo4j reads backslash-u escapes before it looks for strings, ArcadeDB after: the
    text must pass both ways. A NUL would end the text early inside the engine.
    """
    if "\0" in query:
        raise QueryError("the query holds a NUL character")
    check(tokens(query))
    decoded = ESCAPE.sub(lambda found: chr(int(found[1], 16)), query)
    if decoded != query:
        check(tokens(decoded))


def tokens(query: str) -> list[Token]:
    """The pieces of a query in order, without spaces and comments."""
    found: list[Token] = []
    line = 1
    for match in TOKEN.finditer(query):
        kind, text = match.lastgroup or "", match[0]
        if kind == "sign" and (text in "'\"`" or query.startswith("/*", match.start())):
            raise QueryError(f"line {line}: what {text} opens there is never closed")
        if kind != "skip":
            found.append(Token(kind, text, line))
        line += text.count("\n")
    return found


def check(found: list[Token]) -> None:
    """Nothing when these tokens are one reading statement, else QueryError."""
    words = [token.text.upper() for token in found]
    start = 1 if words and words[0] in PLANS else 0
    if len(words) <= start:
        raise QueryError("the query is empty")
    if words[start] not in OPENINGS:
        raise QueryError(
            f"line {found[start].line}: a query that reads begins with MATCH, RETURN, "
            f"CALL, UNWIND, WITH or SHOW, not with {found[start].text}"
        )
    for index, token in enumerate(found):
        if token.text == ";" and index + 1 < len(found):
            raise QueryError(f"line {token.line}: only one query at a time")
        if token.kind == "word" and is_keyword(found, index):
            check_word(found, index)


def check_word(found: list[Token], index: int) -> None:
    """Nothing when a keyword may stand in a query that reads, else QueryError."""
    token = found[index]
    word = token.text.upper()
    following = found[index + 1].text.upper() if index + 1 < len(found) else ""
    if word in WRITES or (word == "LOAD" and following == "CSV"):
        raise QueryError(
            f"line {token.line}: {word} is not allowed, only reading is "
            "(a name that is spelt like that goes in backticks)"
        )
    if word == "CALL" and following not in ("{", "("):
        name = procedure(found[index + 1 :])
        if name.lower() not in PROCEDURES:
            raise QueryError(f"line {token.line}: the procedure {name} is not allowed")


def is_keyword(found: list[Token], index: int) -> bool:
    """Whether a word can be a keyword: no property, label, parameter or map key."""
    before = found[index - 1].text if index else ""
    after = found[index + 1].text if index + 1 < len(found) else ""
    if before == ".":
        owner = found[index - 2]
        return owner.kind == "number" or owner.text == "."
    return before not in (":", "$", "|", "&", "!") and after != ":"


def procedure(found: list[Token]) -> str:
    """The dotted name that these tokens begin with."""
    name = ""
    for token in found:
        if token.kind not in ("word", "name") and token.text != ".":
            break
        if name and not name.endswith(".") and token.text != ".":
            break
        name += token.text.strip("`")
    return name
