"""Files made of chunks with lengths: PNG, JPEG, WebP and HEIC, taken apart and put together again. Pure.

Lengths and check sums are written anew, so that damage to a chunk reaches the code behind them; a chunk may be told to
lie about its length.
"""

import struct
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

MOST_CHUNKS = 200
"""More are kept as one piece; nobody damages the thousandth comment."""

_JPEG_SCAN = b"\xff\xda"


@dataclass(frozen=True)
class Chunk:
    """A piece of a file; without a kind it is bytes that are no chunk. `length` is said in place of the true one."""

    kind: bytes
    body: bytes
    length: int | None = None

    @property
    def said_length(self) -> int:
        """The length that is written before the body."""
        return len(self.body) if self.length is None else self.length


@dataclass(frozen=True)
class _Found:
    """Where a chunk of a file lies."""

    kind: bytes
    start: int
    """Of its body."""
    length: int
    """Of its body, as said."""
    behind: int
    """Bytes between its body and the next chunk."""


@dataclass(frozen=True)
class Container:
    """How files of one format are taken apart and put together; `head` bytes come before the first chunk."""

    head: int
    find: Callable[[bytes, int], _Found | None]
    write: Callable[[Chunk], bytes]

    def split(self, data: bytes) -> list[Chunk]:
        """Return the chunks; what is left, or is no chunk, is the last one."""
        chunks: list[Chunk] = []
        at = self.head
        while len(chunks) < MOST_CHUNKS and (found := self.find(data, at)):
            end = found.start + found.length
            chunks.append(Chunk(found.kind, data[found.start : end]))
            at = end + found.behind
            if found.kind == _JPEG_SCAN:
                break  # what is drawn follows, and has no length
        return [*chunks, Chunk(b"", data[at:])] if at < len(data) else chunks

    def join(self, data: bytes, chunks: Sequence[Chunk]) -> bytes:
        """Return the file with these chunks behind the head of the old one."""
        return data[: self.head] + b"".join(self.write(chunk) if chunk.kind else chunk.body for chunk in chunks)


def _find_png(data: bytes, at: int) -> _Found | None:
    if len(data) < at + 12:
        return None
    return _Found(data[at + 4 : at + 8], at + 8, int.from_bytes(data[at : at + 4], "big"), 4)


def _write_png(chunk: Chunk) -> bytes:
    content = chunk.kind + chunk.body
    return struct.pack(">I", chunk.said_length) + content + struct.pack(">I", zlib.crc32(content))


def _find_jpeg(data: bytes, at: int) -> _Found | None:
    if len(data) < at + 4 or data[at] != 0xFF:  # noqa: PLR2004 - how every marker begins
        return None
    return _Found(data[at : at + 2], at + 4, max(0, int.from_bytes(data[at + 2 : at + 4], "big") - 2), 0)


def _write_jpeg(chunk: Chunk) -> bytes:
    return chunk.kind + struct.pack(">H", (chunk.said_length + 2) % 0x1_0000) + chunk.body


def _find_riff(data: bytes, at: int) -> _Found | None:
    if len(data) < at + 8:
        return None
    length = int.from_bytes(data[at + 4 : at + 8], "little")
    return _Found(data[at : at + 4], at + 8, length, length % 2)


def _write_riff(chunk: Chunk) -> bytes:
    return chunk.kind + struct.pack("<I", chunk.said_length) + chunk.body + bytes(len(chunk.body) % 2)


def _find_box(data: bytes, at: int) -> _Found | None:
    if len(data) < at + 8:
        return None
    return _Found(data[at + 4 : at + 8], at + 8, max(0, int.from_bytes(data[at : at + 4], "big") - 8), 0)


def _write_box(chunk: Chunk) -> bytes:
    return struct.pack(">I", (chunk.said_length + 8) % 0x1_0000_0000) + chunk.kind + chunk.body


PNG = Container(8, _find_png, _write_png)
JPEG = Container(2, _find_jpeg, _write_jpeg)
RIFF = Container(12, _find_riff, _write_riff)
BOXES = Container(0, _find_box, _write_box)
