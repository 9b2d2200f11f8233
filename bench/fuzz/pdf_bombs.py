"""PDF files made to cost memory or time: pages without end, forms that hold themselves, streams that unpack to gigabytes."""

import math
from collections.abc import Iterator

from bench.fuzz.bombs import QUICK, SLOW, Weighted
from bench.fuzz.card import WHOLE
from bench.fuzz.pdf_objects import assemble, document, packed_stream, stream, text_of

_LOCK = (
    b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (" + b"o" * 32 + b") /U (" + b"u" * 32 + b") >> "
    b"/ID [(0123456789abcdef) (0123456789abcdef)] "
)
_FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 300 200] "


def pdf_bombs() -> Iterator[Weighted]:
    """Yield all of them with their weights."""
    yield from _of_pages()
    yield from _of_sizes()
    yield from _of_forms()
    yield from _of_streams()
    yield from _of_structure()


def _of_pages() -> Iterator[Weighted]:
    card = stream(text_of(WHOLE))
    yield document([stream(b"")] * 5_000), QUICK
    yield document([card] * 21), QUICK
    yield document([card] * 20), SLOW
    yield document([]), QUICK
    yield assemble([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 99999999 /Kids [2 0 R] >>"]), QUICK
    yield (
        assemble(
            [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R 3 0 R] >>", b"<< >>"]
        ),
        QUICK,
    )


def _of_sizes() -> Iterator[Weighted]:
    card = stream(text_of(WHOLE))
    for size in (
        (1e9, 1e9),
        (0, 0),
        (0.001, 0.001),
        (-300, -200),
        (14_400, 1),
        (3, 14_400),
        (math.inf, 9),
        (2_000, 2_000),
    ):
        yield document([card], size=size), SLOW if size == (2_000, 2_000) else QUICK
    yield document([card], page_entries=b"/UserUnit 1000000 "), QUICK
    yield document([card], page_entries=b"/CropBox [9 9 9 9] /Rotate 17 "), QUICK


def _of_forms() -> Iterator[Weighted]:
    itself = stream(b"/F Do", _FORM + b"/Resources << /XObject << /F 4 0 R >> >> ")
    yield document([stream(b"/F Do")], resources=b"/XObject << /F 4 0 R >>", others=[itself]), QUICK
    depth = 9
    levels = [
        stream(b"/F Do " * 10, _FORM + b"/Resources << /XObject << /F %d 0 R >> >> " % (5 + level))
        for level in range(depth)
    ]
    last = stream(b"0 0 300 200 re f", _FORM)
    laughs = document([stream(b"/F Do")], resources=b"/XObject << /F 4 0 R >>", others=[*levels, last])
    yield laughs, SLOW
    tiled = stream(
        b"0 0 1 1 re f", b"/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.001 /YStep 0.001 "
    )
    drawn = b"/Pattern cs /P scn 0 0 320 200 re f"
    yield document([stream(drawn)], resources=b"/Pattern << /P 4 0 R >>", others=[tiled]), SLOW
    masked = stream(
        b"/G gs 0 0 9 9 re f", _FORM + b"/Group << /S /Transparency >> /Resources << /ExtGState << /G 5 0 R >> >> "
    )
    state = b"<< /SMask << /S /Alpha /G 4 0 R >> >>"
    yield document([stream(b"/F Do")], resources=b"/XObject << /F 4 0 R >>", others=[masked, state]), QUICK


def _of_streams() -> Iterator[Weighted]:
    yield document([packed_stream(b"q Q " * 5_000_000)]), SLOW
    yield document([packed_stream(b"q " * 3_000_000)]), SLOW
    yield document([packed_stream(b"9 9 m 300 180 l S " * 300_000)]), SLOW
    yield document([packed_stream(b"BT /F1 1 Tf (" + b"A" * 2_000_000 + b") Tj ET")]), SLOW
    yield document([packed_stream(b"BT /F1 9 Tf " + b"1 0 Td (7) Tj " * 100_000 + b"ET")]), SLOW
    for width, height, bits in ((30_000, 30_000, 1), (9_000, 9_000, 8), (65_535, 65_535, 8), (400, 400, 8)):
        entries = (
            b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent %d /ColorSpace /DeviceGray "
            % (width, height, bits)
        )
        picture = packed_stream(bytes(min(width * height * bits // 8, 50_000_000)), entries)
        drawn = stream(b"300 0 0 200 0 0 cm /I Do")
        weight = QUICK if width == 400 else SLOW  # noqa: PLR2004 - the small one
        yield document([drawn], resources=b"/XObject << /I 4 0 R >>", others=[picture]), weight
    inline = b"BI /W 20000 /H 20000 /BPC 8 /CS /G ID " + bytes(2_000) + b" EI"
    yield document([packed_stream(inline)]), QUICK


def _of_structure() -> Iterator[Weighted]:
    card = stream(text_of(WHOLE))
    yield document([card], trailer=_LOCK), QUICK
    yield document([card], trailer=b"/Prev 9 /Encrypt 1 0 R "), QUICK
    yield document([card], others=[b"[" * 100_000 + b"]" * 100_000]), QUICK
    yield document([stream(b"[" * 100_000)]), QUICK
    yield document([card], others=[b"<< /A " * 50_000 + b"1" + b">>" * 50_000]), QUICK
    yield document([card], others=[b"4 0 R"]), QUICK
    script = b"/OpenAction << /S /JavaScript /JS (while(1){}) >> /AA << /O << /S /JavaScript /JS (for(;;);) >> >> "
    yield document([card], page_entries=script), QUICK
    yield document([card]).replace(b"startxref\n", b"startxref\n9"), QUICK
    yield document([card]).split(b"xref")[0], QUICK
    yield document([card]) * 200, QUICK
