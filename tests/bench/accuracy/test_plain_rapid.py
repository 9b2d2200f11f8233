"""RapidOCR alone, as the second reader's cost is compared with it."""

import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont


def run(path: Path) -> subprocess.CompletedProcess[str]:
    """Return how it ended, in a process of its own: half a gigabyte of models stays with whoever loads them."""
    command = [sys.executable, "-m", "bench.accuracy.plain_rapid", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=50)


def test_it_prints_what_it_reads_and_refuses_what_is_no_picture(tmp_path: Path) -> None:
    picture = Image.new("RGB", (320, 80), "white")
    ImageDraw.Draw(picture).text((20, 20), "Brook 45", font=ImageFont.load_default(32), fill="black")
    picture.save(tmp_path / "1.png")
    read = run(tmp_path / "1.png")
    assert (read.returncode, "45" in read.stdout) == (0, True), read.stderr

    (tmp_path / "1.pdf").write_bytes(b"%PDF-1.4")
    assert run(tmp_path / "1.pdf").returncode == 1
