"""A parsed text and its words."""

from collections.abc import Iterator

class Token:
    i: int
    idx: int
    text: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    head: Token
    is_space: bool
    def set_morph(self, features: str) -> None: ...

class Doc:
    def __iter__(self) -> Iterator[Token]: ...
