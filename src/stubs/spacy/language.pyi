"""A model with its stages."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from spacy.tokens import Doc

Context = TypeVar("Context")

class Language:
    meta: dict[str, object]
    def pipe(
        self,
        texts: Iterable[tuple[str, Context]],
        *,
        as_tuples: bool,
        batch_size: int,
    ) -> Iterator[tuple[Doc, Context]]: ...
