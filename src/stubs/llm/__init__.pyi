"""What we use of it, and the tests: its own types leave maps and hooks untold."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

F = TypeVar("F", bound=Callable[..., object])

class NeedsKeyException(Exception): ...
class UnknownModelError(KeyError): ...
class Conversation: ...

class Usage:
    input: int | None
    output: int | None

class Options:
    def model_dump(self, *, exclude_none: bool = False) -> dict[str, object]: ...

class Prompt:
    prompt: str
    options: Options
    system: str
    schema: Mapping[str, object] | None

class Response:
    def __iter__(self) -> Iterator[str]: ...
    def usage(self) -> Usage: ...
    def set_usage(
        self, *, input: int | None = None, output: int | None = None
    ) -> None: ...

class Model:
    model_id: str
    can_stream: bool
    supports_schema: bool
    Options: type
    def prompt(
        self,
        prompt: str,
        *,
        system: str,
        schema: Mapping[str, object] | None,
        stream: bool,
        options: Mapping[str, object],
    ) -> Response: ...

def get_model(name: str) -> Model: ...
def get_model_aliases() -> dict[str, Model]: ...
def get_key(explicit_key: str | None = None) -> str | None: ...
def hookimpl(function: F) -> F: ...
