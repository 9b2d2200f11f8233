"""PDF files by hand: objects with their table, pages of text, and no library that would refuse to write a bad one."""

import zlib
from collections.abc import Sequence

PAGE_SIZE = (216, 136)
"""In points; small, so that drawing it takes no time."""

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"
_LEFT, _TOP, _LEADING = 5, 11, 10


def assemble(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Return the file with these objects, numbered from 1; the first is the catalogue."""
    body = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer << /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, len(body))
    return body + head + table + end


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return a stream as it is."""
    return b"<< /Length %d %s>>\nstream\n%s\nendstream" % (len(content), entries, content)


def packed_stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return a stream that is compressed."""
    return stream(zlib.compress(content), b"/Filter /FlateDecode " + entries)


def document(
    streams: Sequence[bytes],
    *,
    resources: bytes = b"",
    page_entries: bytes = b"",
    others: Sequence[bytes] = (),
    trailer: bytes = b"",
    size: tuple[float, float] = PAGE_SIZE,
) -> bytes:
    """Return a file with a page for each stream; `others` are the objects from 4 on, before pages and streams."""
    first = 4 + len(others)
    kids = b" ".join(b"%d 0 R" % (first + 2 * index) for index in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(streams), kids),
        _FONT,
        *others,
    ]
    for index, content in enumerate(streams):
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %g %g] /Contents %d 0 R %s"
            b"/Resources << /Font << /F1 3 0 R >> %s >> >>" % (*size, first + 2 * index + 1, page_entries, resources),
            content,
        ]
    return assemble(objects, trailer)


def text_of(lines: str) -> bytes:
    """Return the drawing of lines of text, each letter in 6 point Courier where a typewriter would have put it."""
    said = []
    for number, line in enumerate(lines.splitlines()):
        escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        y = PAGE_SIZE[1] - _TOP - _LEADING * number
        said.append(f"BT /F1 6 Tf {_LEFT} {y} Td ({escaped}) Tj ET")
    return "\n".join(said).encode("latin-1")
