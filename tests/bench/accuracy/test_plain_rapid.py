"""RapidOCR alone, as the second reader's cost is compared with it."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from scorecard_runner.second_reader import is_installed


@pytest.mark.skipif(not is_installed(), reason="the second reader is not installed")
def test_it_prints_what_it_reads_and_refuses_what_is_no_picture(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from bench.accuracy.plain_rapid import main  # noqa: PLC0415 - what is not installed cannot be imported

    picture = Image.new("RGB", (320, 80), "white")
    ImageDraw.Draw(picture).text((20, 20), "Brook 45", font=ImageFont.load_default(32), fill="black")
    picture.save(tmp_path / "1.png")
    assert main([str(tmp_path / "1.png")]) == 0
    assert "45" in capsys.readouterr().out
    (tmp_path / "1.pdf").write_bytes(b"%PDF-1.4")
    assert main([str(tmp_path / "1.pdf")]) == 1
