"""What an article may be called: the id that its file, address or title gives."""

import hashlib
import re
from urllib.parse import unquote, urlsplit

from claimgraph.folding import fold
from claimgraph.name_sounds import in_latin

LONGEST = 80
ODD = re.compile(r"[^a-z0-9]+")
# parts of addresses that name no article
NAMELESS = {"index", "default", "article", "articles", "story", "news", "amp", "print"}
ENDING = re.compile(r"\.(x?html?|php|aspx?|jsp|txt|pdf|cfm)$", re.IGNORECASE)


def slug(text: str) -> str:
    """A text in small Latin letters, figures and hyphens; empty where none are left.

    >>> slug("Café Nord: 25 killed!"), slug("Взрыв"), slug("…")
    ('cafe-nord-25-killed', 'vzryv', '')
    """
    found = ODD.sub("-", in_latin(fold(text)).lower()).strip("-")
    if len(found) <= LONGEST:
        return found
    cut = found[: LONGEST + 1].rpartition("-")[0]
    return cut or found[:LONGEST]


def file_stem(name: str) -> str:
    """The stem for an article out of the name of its file.

    A stem stays as it is; a name without any letter has that of its digest.

    >>> file_stem("000_2c56.txt"), file_stem("Market bombed.html")
    ('000_2c56', 'market-bombed')
    """
    stem = name.rpartition(".")[0] or name
    if re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,199}", stem):
        return stem
    return slug(stem) or digest_name(name)


def address_stem(address: str) -> str:
    """The stem for an article out of the address of its page.

    >>> address_stem("https://example.org/2024/05/06/market-bombed.html?a=1")
    'market-bombed'
    """
    path = unquote(urlsplit(address).path)
    for part in reversed(path.split("/")):
        found = slug(ENDING.sub("", part))
        if found and found not in NAMELESS and not found.isdigit():
            return found
    return digest_name(address)


def digest_name(text: str) -> str:
    """A stem that only this text gives."""
    return f"article-{short_digest(text)}"


def is_name_of(stem: str, name: str) -> bool:
    """Whether an article of that name may have that stem: itself, or with digits.

    >>> is_name_of("kabul-0a1b2c3d", "kabul"), is_name_of("kabul-blast", "kabul")
    (True, False)
    """
    return re.fullmatch(rf"{re.escape(name)}(-[0-9a-f]{{8}})?", stem) is not None


def short_digest(text: str) -> str:
    """Eight digits that hardly another text gives."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
