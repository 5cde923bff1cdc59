"""The steps of the parser, as far as they are read."""

from ruamel.yaml.error import Mark

class Event:
    start_mark: Mark
    end_mark: Mark

class DocumentStartEvent(Event):
    version: tuple[int, int] | None
    tags: dict[str, str] | None

class NodeEvent(Event): ...
class AliasEvent(NodeEvent): ...

class CollectionStartEvent(NodeEvent):
    tag: str | None

class ScalarEvent(NodeEvent):
    tag: str | None
    implicit: tuple[bool, bool]
    value: str
