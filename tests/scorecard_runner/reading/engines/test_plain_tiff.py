"""Plain pixels in a TIFF: what was written is what any reader of TIFF sees."""

from pathlib import Path

import pytest
from PIL import Image

from scorecard_runner.reading.engines.plain_tiff import save_plain_tiff


@pytest.mark.parametrize("size", [(1, 1), (7, 300), (640, 3)], ids=lambda size: f"{size[0]} by {size[1]} pixels")
def test_the_pixels_are_read_back_as_they_were(tmp_path: Path, size: tuple[int, int]) -> None:
    grey = Image.linear_gradient("L").resize(size)
    save_plain_tiff(grey, tmp_path / "page.tif")
    with Image.open(tmp_path / "page.tif") as read:
        assert (read.format, read.mode, read.size) == ("TIFF", "L", size)
        assert read.tobytes() == grey.tobytes()


def test_a_picture_in_colours_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="RGB"):
        save_plain_tiff(Image.new("RGB", (2, 2)), tmp_path / "page.tif")
