"""How every program of `dev` ends: status 0, or an error with its hint on standard error and status 1."""

import sys
from collections.abc import Callable

from dev.errors import DevError


def ending(action: Callable[[], None]) -> int:
    """Run the action and return the exit status of the program."""
    try:
        action()
    except DevError as error:
        sys.stdout.flush()
        print(f"error: {error.message}", file=sys.stderr)
        if error.hint:
            print(f"hint: {error.hint}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\ninterrupted; run the same command again to go on", file=sys.stderr)
        return 130
    return 0
