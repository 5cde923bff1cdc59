"""What may exist? YAML that an analyst can review, and the types that read it."""

from functools import cache

from claimgraph.resources import packaged_path
from claimgraph.schema.types import Schema


@cache
def load_schema() -> Schema:
    """The schema that ships with the package, read once and checked.

    A bad declaration raises SchemaError with file, line and key.
    """
    # pydantic costs a tenth of a second, which imports need not pay
    from claimgraph.schema.reading import read_schema

    return read_schema(packaged_path("schema"))
