"""IRIs of data: everything below one base, parts below what they are parts of."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from claimgraph.errors import ExportError


def check_base(base: str) -> None:
    """ExportError for what cannot begin IRIs."""
    if not base.endswith(("/", "#")):
        raise ExportError(f"{base!r} cannot begin IRIs: it must end in / or #")
    try:
        NamedNode(base)
    except ValueError as error:
        raise ExportError(f"{base!r} cannot begin IRIs: {error}") from None


@dataclass(frozen=True, slots=True)
class Names:
    """The IRIs below a base; ExportError for one that is none."""

    base: str

    def __post_init__(self) -> None:
        check_base(self.base)

    def entity(self, one: str) -> str:
        """An entity by its id."""
        return self.base + one

    def article(self, stem: str) -> str:
        """An article by its stem, and the graph of that name; `outside/<slug>` too."""
        return f"{self.base}article/{stem}"

    def claim(self, one: str) -> str:
        """A claim by its id."""
        return f"{self.base}claim/{one}"

    def proposition(self, one: str) -> str:
        """What claims say, deny or withhold."""
        return f"{self.base}proposition/{one}"

    def judgement(self, one: str) -> str:
        """A judgement by its id."""
        return f"{self.base}judgement/{one}"

    def graph(self, name: str) -> str:
        """A graph that is no article's."""
        return f"{self.base}graph/{name}"
