"""Small PDF files by hand: lines of text at places, a picture, a lock."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image

A4 = (595, 842)


def pdf_of(*pages: str, rotate: int = 0, trailer: str = "") -> bytes:
    """Return a PDF whose pages hold these lines, each word where it stands in the text, in 10 point Courier."""
    streams = [_stream(text) for text in pages]
    return _assemble(streams, f"/Rotate {rotate} " if rotate else "", trailer)


def locked_pdf() -> bytes:
    """Return a PDF that asks for a password."""
    lock = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (" + "o" * 32 + ") /U (" + "u" * 32 + ") >> "
    return pdf_of("hidden", trailer=lock + "/ID [(0123456789abcdef) (0123456789abcdef)] ")


def scanned_pdf(*pictures: Image.Image) -> bytes:
    """Return a PDF that holds pictures only."""
    buffer = BytesIO()
    pictures[0].save(buffer, format="PDF", save_all=True, append_images=list(pictures[1:]), resolution=150)
    return buffer.getvalue()


def _stream(text: str) -> bytes:
    said = []
    for number, line in enumerate(text.splitlines()):
        escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        said.append(f"BT /F1 10 Tf 40 {A4[1] - 50 - 16 * number} Td ({escaped}) Tj ET")
    return "\n".join(said).encode("latin-1")


def _assemble(streams: Sequence[bytes], page_extra: str, trailer: str) -> bytes:
    count = len(streams)
    kids = " ".join(f"{3 + 2 * index} 0 R" for index in range(count))
    font = 3 + 2 * count
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Count {count} /Kids [{kids}] >>".encode()]
    for index, stream in enumerate(streams):
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {A4[0]} {A4[1]}] {page_extra}/Contents {4 + 2 * index} 0 R "
            f"/Resources << /Font << /F1 {font} 0 R >> >> >>"
        )
        objects += [page.encode(), b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>")
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    end = f"trailer << /Size {size} /Root 1 0 R {trailer}>>\nstartxref\n{len(body)}\n%%EOF\n".encode()
    return body + head + table + end
