"""The one call that we make."""

class CharsetMatch:
    @property
    def encoding(self) -> str: ...

class CharsetMatches:
    def best(self) -> CharsetMatch | None: ...

def from_bytes(sequences: bytes) -> CharsetMatches: ...
