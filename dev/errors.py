"""What can go wrong while the local cluster is built, started or filled.

Every error carries the sentence a person reads and what to do next. The command-line programs print both and end with
status 1; nothing else catches them.
"""

from collections.abc import Sequence


class DevError(Exception):
    """Base of all errors of `dev`."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class CommandFailed(DevError):
    """A program ended with another status than 0, or not in time."""

    def __init__(self, argv: Sequence[str], outcome: str, output: str) -> None:
        shown = " ".join(argv[:6]) + (" …" if len(argv) > 6 else "")  # noqa: PLR2004 - enough words to recognise a command
        tail = "\n".join(f"    {line}" for line in output.strip().splitlines()[-15:])
        super().__init__(f"`{shown}` {outcome}" + (f":\n{tail}" if tail else ""))


class ProgramMissing(DevError):
    """Something this machine needs is not installed; the hint names it and how to get it."""


class NotReady(DevError):
    """Something did not become ready within its deadline."""


class WrongUsage(DevError):
    """A setting or argument cannot be used; the hint names the ones that can."""
