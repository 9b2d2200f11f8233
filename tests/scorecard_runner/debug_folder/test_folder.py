"""The folder of `--debug`: whose it is, and what is removed from it."""

from pathlib import Path

import pytest
from PIL import Image

from scorecard_runner.debug_folder.folder import DebugFolder
from scorecard_runner.debug_folder.index_page import INDEX, MARK
from scorecard_runner.usage import Unusable


def test_a_new_folder_is_ours_from_the_first_moment(tmp_path: Path) -> None:
    DebugFolder.taken(tmp_path / "new" / "debug")

    assert MARK in (tmp_path / "new" / "debug" / INDEX).read_text()
    DebugFolder.taken(tmp_path / "new" / "debug")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("holiday.jpg", "a picture", id="a folder of something else"),
        pytest.param(INDEX, "<title>my site</title>", id="a folder with an index that is not ours"),
    ],
)
def test_what_is_not_ours_is_left_alone(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)

    with pytest.raises(Unusable, match="not empty"):
        DebugFolder.taken(tmp_path)

    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [(name, content)]


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "debug").write_text("a file")

    with pytest.raises(Unusable, match="cannot be used as a folder"):
        DebugFolder.taken(tmp_path / "debug")


def test_files_of_an_earlier_reading_are_removed_and_a_persons_own_stay(tmp_path: Path) -> None:
    folder = DebugFolder.taken(tmp_path)
    for name in ("page-3/01-decoded.png", "cells/1-total.png", "20-tables.json", "page-3/05z1-engine.png"):
        folder.save_text(name, "of an earlier reading")
    for name in ("notes.txt", "page-3/20-tables.xcf", "cells-of-mine.png"):
        folder.save_text(name, "mine")

    DebugFolder.taken(tmp_path)

    left = sorted(each.relative_to(tmp_path).as_posix() for each in tmp_path.rglob("*") if each.is_file())
    assert left == ["cells-of-mine.png", INDEX, "notes.txt", "page-3/20-tables.xcf"]
    assert not (tmp_path / "cells").exists()


def test_a_picture_comes_back_as_it_was_written(tmp_path: Path) -> None:
    folder = DebugFolder.taken(tmp_path)
    folder.save_picture("page-1/02-ink.png", Image.new("L", (30, 20), 77))

    assert folder.load_picture("page-1/02-ink.png").getpixel((29, 19)) == 77
