"""The seeds, where a person who has no clone names them."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from importlib.resources import as_file
from pathlib import Path

from claimgraph.cli.terminal.failures import say_aside
from claimgraph.resources import packaged_path

SEEDS = "seeds"


@contextmanager
def packaged_seeds(paths: Sequence[Path]) -> Generator[tuple[Path, ...]]:
    """The paths; where no folder `seeds` is here, those of the package are meant."""
    lacking = [path for path in paths if path == Path(SEEDS) and not path.exists()]
    if not lacking:
        yield tuple(paths)
        return
    say_aside(
        f"no folder {SEEDS} is here: the seeds that came with claimgraph are taken"
    )
    with as_file(packaged_path(SEEDS)) as seeds:
        yield tuple(seeds if path in lacking else path for path in paths)
