"""A new article in a corpus: its text, the page beside it, the head of its claims."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimgraph.corpus.reading import Corpus
from claimgraph.corpus.scaffold import MODELINE
from claimgraph.errors import CorpusError
from claimgraph.folding import fold
from claimgraph.model import Zone
from claimgraph.regular_file import read_regular
from claimgraph.type_guards import is_map
from claimgraph.yaml_file import read_yaml, yaml_text


@dataclass(frozen=True, slots=True)
class ArticleFiles:
    """The bytes of the three files of an article; `page` may be missing."""

    text: Path
    claims: Path
    page: Path | None
    contents: Mapping[Path, bytes]

    def missing(self) -> list[Path]:
        """Those that are not there yet, the claims last."""
        listed = [one for one in (self.page, self.text, self.claims) if one is not None]
        return [one for one in listed if not one.exists()]

    def is_there(self, url: str | None) -> bool:
        """Whether the text that stands there is of this article: the same words, out of
        the same page, or from the same address.
        """
        kept = [self.text]
        if self.page is not None and self.page.exists():
            kept.append(self.page)
        if any(read_regular(one) == self.contents[one] for one in kept):
            return True
        return url is not None and url == header_url(self.claims)


def article_files(
    folder: Path, stem: str, text: str, page: bytes | None, ending: str, claims: str
) -> ArticleFiles:
    """The files that an article of that stem has in a corpus folder."""
    text_path = folder / "articles" / f"{stem}.txt"
    claims_path = folder / "claims" / f"{stem}.yaml"
    page_path = None if page is None else folder / "articles" / f"{stem}{ending}"
    contents = {text_path: text.encode(), claims_path: claims.encode()}
    if page_path is not None and page is not None:
        contents[page_path] = page
    return ArticleFiles(text_path, claims_path, page_path, contents)


def head_text(
    block: Mapping[str, object], zones: Iterable[Zone], comments: Iterable[str]
) -> str:
    """A claims file with a header and no claims yet; what is empty is left out."""
    header = {key: value for key, value in block.items() if value is not None}
    listed = [zone_block(zone) for zone in zones]
    if listed:
        header["zones"] = listed
    lines = "".join(f"# {' '.join(one.split())}\n" for one in comments)
    return (
        MODELINE.format(above="../")
        + lines
        + yaml_text({"article": header, "claims": []})
    )


def zone_block(zone: Zone) -> dict[str, str]:
    """A zone as people write it."""
    block = {"kind": zone.kind, "from": zone.start_words}
    return block if zone.end_words is None else {**block, "to": zone.end_words}


def header_url(path: Path) -> str | None:
    """The address in the header of a claims file; None where there is none to read."""
    try:
        top = read_yaml(path).plain
    except CorpusError:
        return None
    header = top.get("article") if is_map(top) else None
    found = header.get("url") if is_map(header) else None
    return found if isinstance(found, str) else None


def organization_named(corpus: Corpus, name: str) -> str | None:
    """The organization of a corpus, or of one that it uses, of that name or alias."""
    sought = fold(name)
    for one in sorted(corpus.entities):
        entity = corpus.entities[one]
        names = (entity.name, *(alias.name for alias in entity.aliases))
        if one.startswith("org/") and sought in map(fold, filter(None, names)):
            return one
    return None


def digest_of(raw: bytes) -> str:
    """The SHA-256 of some bytes."""
    return hashlib.sha256(raw).hexdigest()
