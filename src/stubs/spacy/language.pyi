"""A model with its stages."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from spacy.tokens import Doc, Token

Context = TypeVar("Context")

class Lemmatizer:
    def lemmatize(self, token: Token) -> list[str]: ...

class Language:
    def get_pipe(self, name: str) -> Lemmatizer: ...
    meta: dict[str, object]
    def pipe(
        self,
        texts: Iterable[tuple[str, Context]],
        *,
        as_tuples: bool,
        batch_size: int,
    ) -> Iterator[tuple[Doc, Context]]: ...
