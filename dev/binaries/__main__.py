"""`python -m dev.binaries NAME...`: compile what is not cached and print one path per name on standard output."""

import argparse
import sys

from dev.binaries.build import ensure
from dev.binaries.catalog import PROGRAMS
from dev.command_line import ending
from dev.progress import Progress


def main() -> int:
    """Entry point."""
    parser = argparse.ArgumentParser(prog="python -m dev.binaries", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(PROGRAMS)}; all without a name")
    names = parser.parse_args().names or list(PROGRAMS)

    def build() -> None:
        paths = ensure(names, Progress(sys.stderr))
        for name in names:
            print(paths[name])

    return ending(build)


if __name__ == "__main__":
    sys.exit(main())
