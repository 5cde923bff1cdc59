"""A parsed text and its words."""

from collections.abc import Sequence

class Token:
    text: str
    pos_: str
    tag_: str
    def set_morph(self, features: str) -> None: ...

class Strings:
    def __getitem__(self, number: int) -> str: ...

class Vocab:
    strings: Strings

class Numbers:
    def astype(self, kind: str) -> Numbers: ...
    def tolist(self) -> list[int]: ...

class Table:
    def __getitem__(self, place: tuple[slice, int]) -> Numbers: ...
    def tolist(self) -> list[list[int]]: ...

class Doc:
    vocab: Vocab
    def __getitem__(self, i: int) -> Token: ...
    def to_array(self, columns: Sequence[str]) -> Table: ...
