"""The one call that we make, and what we ask of its answer."""

from collections.abc import Mapping, Sequence
from io import BytesIO

class FeedParserDict:
    entries: Sequence[Mapping[str, object]]
    feed: Mapping[str, object]
    bozo: bool | int

def parse(url_file_stream_or_string: BytesIO) -> FeedParserDict: ...
