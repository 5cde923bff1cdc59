"""What an output holds already: digests and names, not the articles themselves."""

# bytes that are kept of a digest: hardly two articles share them
KEPT = 12


class HeldArticles:
    """The articles, entities and claims of an output, in little memory for each."""

    def __init__(self) -> None:
        self.digests: set[bytes] = set()
        self.names: set[str] = set()
        self.entities: set[str] = set()
        self.claims: int = 0
        self.articles: int = 0

    def count(self, own_id: str, *digests: object) -> None:
        """Counts an article in, with the digests of its text and its page."""
        self.articles += 1
        self.names.add(own_id)
        for one in digests:
            if isinstance(one, str):
                self.digests.add(bytes.fromhex(one)[:KEPT])

    def __contains__(self, digest: str) -> bool:
        """Whether an article of that text, or page, is there."""
        return bytes.fromhex(digest)[:KEPT] in self.digests
