"""`python -m claimgraph` is `claimgraph`; Ctrl-C is heard from the first import on."""

import sys


def main() -> None:
    """The command line; nothing is begun before all of it is imported."""
    try:
        from claimgraph.cli import main as run
    except KeyboardInterrupt:
        sys.stderr.write("claimgraph: stopped; nothing was begun\n")
        raise SystemExit(130) from None
    run()


if __name__ == "__main__":
    main()
