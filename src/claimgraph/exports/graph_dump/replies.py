"""Which claim answers which, once all claims are known."""

from collections.abc import Iterable, Iterator

from claimgraph.model import Claim


class Replies:
    """Finds the claims that replies name: by id, by label, by `<stem>#label`."""

    def __init__(self) -> None:
        self.given: list[tuple[str, str, str, str]] = []
        self.labelled: dict[tuple[str, str], str] = {}
        self.wanted: set[str] = set()
        self.present: set[str] = set()

    def note(self, claims: Iterable[Claim]) -> None:
        """Keeps what replies need of some claims; the others are forgotten."""
        for claim in claims:
            if claim.label is not None:
                self.labelled[claim.article, claim.label] = claim.id
            if claim.reply is not None:
                reply = claim.reply
                self.given.append((claim.id, claim.article, reply.claim, reply.how))
                self.wanted.add(reply.claim)

    def meet(self, claims: Iterable[Claim]) -> None:
        """Notes which of the claims that replies name by id are there."""
        self.present |= {claim.id for claim in claims if claim.id in self.wanted}

    def edges(self) -> Iterator[tuple[str, str, str]]:
        """Answering claim, answered claim, how; sorted, each once."""
        found: set[tuple[str, str, str]] = set()
        for own, article, named, how in self.given:
            stem, mark, label = named.partition("#")
            if named in self.present:
                found.add((own, named, how))
            for key in ((article, named), (stem, label) if mark else ("", "")):
                if key in self.labelled:
                    found.add((own, self.labelled[key], how))
        yield from sorted(found)
