"""A record: its headers, those of the answer that it holds, and the body."""

from typing import Protocol

from warcio.statusandheaders import StatusAndHeaders

class Readable(Protocol):
    def read(self, length: int, /) -> bytes: ...

class ArcWarcRecord:
    rec_type: str
    rec_headers: StatusAndHeaders
    http_headers: StatusAndHeaders | None
    def content_stream(self) -> Readable: ...
