"""A whole reading with `--debug`: which files are left behind, what is in them, and that they are there when it fails."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from scorecard_runner.debug_folder.readings import DebugReadings
from scorecard_runner.document import ScorecardDocument
from scorecard_runner.errors import InternalError, NotAScorecard, OutOfMemory, UnsupportedFormat
from scorecard_runner.reading.engines.engine import Engine
from scorecard_runner.reading.engines.readers import Readers
from tests.scorecard_runner.reading.pdfs import pdf_of
from tests.scorecard_runner.reading.test_documents_of_pages import FIRST, SECOND, assert_whole
from tests.scorecard_runner.reading.typed import LOST, PAGE_SIZE, SecondLookEngine, page, png


class BrokenEngine(SecondLookEngine):
    """An engine that does not read but breaks."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    def recognise(self, *_: Any) -> list[Any]:
        """Break."""
        raise self._error


class NoEngine(BrokenEngine):
    """An engine that nobody may ask."""

    def __init__(self) -> None:
        super().__init__(AssertionError("the engine was asked"))


def read(folder: Path, engine: Engine | None = None, data: bytes | None = None) -> ScorecardDocument:
    readings = DebugReadings(folder, ["card"], are_several=False)
    return readings.read(
        Readers(engine or SecondLookEngine()),
        png(page()) if data is None else data,
        name="card",
        title="card.png",
        languages="eng",
        on_page=lambda *_: None,
    )


def files_in(folder: Path) -> set[str]:
    return {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}


def loaded(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def index_of(folder: Path) -> str:
    return (folder / "index.html").read_text(encoding="utf-8")


def test_every_stage_leaves_its_files_numbered_in_order(tmp_path: Path) -> None:
    document = read(tmp_path)

    found = files_in(tmp_path)
    assert {
        "index.html",
        "page-1/01-decoded.png",
        "page-1/02-ink.png",
        "page-1/05-engine.png",
        "page-1/06-words.json",
        "page-1/06-words.png",
        "page-1/10-lines.png",
        "page-1/20-tables.png",
        "page-1/24-tables-after-second-looks.png",
        "10-lines.json",
        "20-tables.json",
        "22-second-look-1.png",
        "22-second-looks.json",
        "25-card.json",
        "26-arithmetic.json",
        "27-checks.json",
        "30-document.json",
        "cells/1-batting-01-balls.png",
    } <= found
    assert loaded(tmp_path / "30-document.json") == document.to_json_object()
    assert document.innings[0].batting[0].balls_faced == int(LOST)


def test_pictures_are_in_the_pixels_of_their_stage(tmp_path: Path) -> None:
    read(tmp_path)

    for name in ("01-decoded", "02-ink"):
        with Image.open(tmp_path / "page-1" / f"{name}.png") as opened:
            assert opened.size == PAGE_SIZE
    word = loaded(tmp_path / "page-1" / "06-words.json")[0]
    assert (word["text"], word["confidence"]) == ("Kent", 0.95)
    assert word["box"] == pytest.approx([0, 0, 40, 16], abs=1)


def test_a_cell_that_was_lost_can_be_traced_to_its_second_look(tmp_path: Path) -> None:
    read(tmp_path)

    look = next(each for each in loaded(tmp_path / "22-second-looks.json") if each["column"] == "balls")
    assert (look["kind"], look["row"], look["before"]) == ("batting", 1, None)
    assert look["read"][0] == [LOST, 0.9]
    before = loaded(tmp_path / "20-tables.json")[1]["rows"][0]["cells"]["balls"]
    after = loaded(tmp_path / "24-tables-after-second-looks.json")[1]["rows"][0]["cells"]["balls"]
    assert (before["value"], after["value"]) == (None, int(LOST))
    row = re.search(r'<tr id="cell-1-batting-01-balls".*?</tr>', index_of(tmp_path))
    assert row is not None
    assert {"cells/1-batting-01-balls.png", f"again: “{LOST}”"} <= set(
        re.findall(r'(?<=src=")[^"]+|again: “\d+”', row[0])
    )


def test_every_link_of_the_index_leads_somewhere(tmp_path: Path) -> None:
    read(tmp_path)

    index = index_of(tmp_path)
    ids = set(re.findall(r' id="([^"]+)"', index))
    links = re.findall(r' (?:href|src)="([^"]+)"', index)
    assert len(links) > 50
    for link in map(unescape, links):
        assert link[1:] in ids if link.startswith("#") else (tmp_path / link).is_file(), link


def test_the_index_needs_nothing_from_elsewhere(tmp_path: Path) -> None:
    read(tmp_path)

    assert not re.search(r"https?:|<script|@import|url\(", index_of(tmp_path))


def test_a_reading_that_fails_leaves_what_was_seen_until_then(tmp_path: Path) -> None:
    with pytest.raises(NotAScorecard):
        read(tmp_path, SecondLookEngine("Dear all,\nthe meeting is at ten"))

    assert {"page-1/06-words.png", "20-tables.json", "25-card.json"} <= files_in(tmp_path)
    assert "30-document.json" not in files_in(tmp_path)
    assert "NotAScorecard: No cricket scorecard was found" in index_of(tmp_path)


def test_a_file_that_is_no_picture_has_an_index_too(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFormat):
        read(tmp_path, data=b"a text")

    assert files_in(tmp_path) == {"index.html"}
    assert "UnsupportedFormat" in index_of(tmp_path)


def test_a_reader_that_breaks_says_where_it_is_written_how(tmp_path: Path) -> None:
    with pytest.raises(InternalError) as ended:
        read(tmp_path, BrokenEngine(ZeroDivisionError("nobody thought of it")))

    assert str(tmp_path / "99-traceback.txt") in ended.value.hint
    assert "nobody thought of it" in (tmp_path / "99-traceback.txt").read_text()
    assert "page-1/01-decoded.png" in files_in(tmp_path)
    assert "99-traceback.txt" in index_of(tmp_path)


def test_too_little_memory_is_called_so(tmp_path: Path) -> None:
    with pytest.raises(OutOfMemory):
        read(tmp_path, BrokenEngine(MemoryError()))

    assert "OutOfMemory" in index_of(tmp_path)


def test_letters_of_a_pdf_are_shown_on_its_pages(tmp_path: Path) -> None:
    assert_whole(read(tmp_path, NoEngine(), pdf_of(FIRST, SECOND)))

    assert {"page-1/20-tables.png", "page-2/20-tables.png", "page-2/06-words.json"} <= files_in(tmp_path)
    assert "cells/1-batting-03-runs.png" in files_in(tmp_path), "of the second page"
    with Image.open(tmp_path / "page-1" / "01-decoded.png") as opened:
        words = loaded(tmp_path / "page-1" / "06-words.json")
        ink = opened.convert("L").crop([round(edge) for edge in words[0]["box"]])  # type: ignore[arg-type]
        assert min(ink.tobytes()) < 128, "the page is drawn in other pixels than those of its words"


def test_several_files_have_a_folder_each_and_a_list(tmp_path: Path) -> None:
    readings = DebugReadings(tmp_path, ["a", "below/b"], are_several=True)
    for name in ("a", "below/b"):
        readings.read(
            Readers(SecondLookEngine()),
            png(page()),
            name=name,
            title=f"{name}.png",
            languages="eng",
            on_page=lambda *_: None,
        )

    assert {"a/30-document.json", "below/b/30-document.json", "a/index.html"} <= files_in(tmp_path)
    links = re.findall(r'href="([^"]+)"', index_of(tmp_path))
    assert set(links) == {"a/index.html", "below/b/index.html"}
    assert "below/b.png" in index_of(tmp_path)


def test_the_same_folder_can_be_filled_again(tmp_path: Path) -> None:
    read(tmp_path)
    first = files_in(tmp_path)
    with pytest.raises(NotAScorecard):
        read(tmp_path, SecondLookEngine("Dear all"))

    assert files_in(tmp_path) < first
