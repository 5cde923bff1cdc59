"""Types of the fixtures that type commands."""

import subprocess
from typing import Protocol

from click.testing import Result


class Run(Protocol):
    """Types a command in this process; `store` names the graph."""

    def __call__(self, *words: str, store: object = "", **settings: str) -> Result: ...


class Typed(Protocol):
    """Types a command in a process of its own."""

    def __call__(
        self, *words: str, **settings: str
    ) -> subprocess.CompletedProcess[str]: ...
