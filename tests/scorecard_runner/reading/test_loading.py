"""What a reading loads: libraries for files of one kind stay out of the way of all others."""

import subprocess
import sys
from io import BytesIO

import pytest
from PIL import Image

_READ = """
import sys
from scorecard_runner.reading.pipeline import decode_frame, identify_format
data = sys.stdin.buffer.read()
decode_frame(data, identify_format(data))
print(*sorted({"pypdfium2", "pi_heif"} & set(sys.modules)))
"""


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "TIFF"])
def test_a_picture_is_opened_without_the_libraries_for_pdf_and_heif(kind: str) -> None:
    packed = BytesIO()
    Image.new("RGB", (40, 40), "white").save(packed, format=kind)
    done = subprocess.run([sys.executable, "-c", _READ], input=packed.getvalue(), capture_output=True, check=True)
    assert done.stdout.decode().split() == []
