"""A model with its stages."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

class Lemmatizer:
    def lemmatize(self, token: Token) -> list[str]: ...

class Language:
    def get_pipe(self, name: str) -> Lemmatizer: ...
    meta: dict[str, object]
    def pipe(self, texts: Iterable[str], *, batch_size: int) -> Iterator[Doc]: ...
