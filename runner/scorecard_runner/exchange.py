"""Both ways of speaking with a process that was started, over pipes and within a deadline.

What is said and what is heard take turns as the pipes allow, so that neither side can hold up the other: not one that takes
nothing, not one that talks before it has listened. Refuses to know what is said.
"""

import os
import select
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import IO

from scorecard_runner.deadline import Deadline
from scorecard_runner.errors import SoftTimeLimit

_CHUNK_BYTES = 65_536


def exchange(said: Iterable[bytes], into: IO[bytes], out: IO[bytes], deadline: Deadline) -> Iterator[bytes]:
    """Say something, and yield what the process says meanwhile and after that, until it says no more.

    Args:
        said: parts of what is said, in order.
        into: where the process listens; set not to block.
        out: where it speaks.
        deadline: when to give up.

    Raises:
        SoftTimeLimit: the deadline passed.
    """
    os.set_blocking(into.fileno(), False)
    saying = _say(said, into)
    is_saying = next(saying, False)
    while True:
        readable, writable, _ = select.select([out], [into] if is_saying else [], [], deadline.left_s())
        if not readable and not writable:
            raise SoftTimeLimit
        if writable:
            is_saying = next(saying, False)
        if readable:
            chunk = os.read(out.fileno(), _CHUNK_BYTES)
            if not chunk:
                return
            yield chunk


def _say(said: Iterable[bytes], into: IO[bytes]) -> Iterator[bool]:
    """Say as much as fits whenever there is room, and yield while there is more to say."""
    with suppress(BrokenPipeError):  # it ended before it took everything: what it said tells why
        for part in said:
            left = memoryview(part)
            while left:
                yield True
                left = left[os.write(into.fileno(), left) :]
