"""Tesseract behind the seam: words with places, one clear error for each thing that can be wrong with it."""

import tempfile
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from scorecard_runner.deadline import Deadline
from scorecard_runner.errors import InvalidConfiguration, SoftTimeLimit
from scorecard_runner.reading.engines.tesseract import BETTER_DATA, TesseractEngine, better_data

LEFT, TOP = 40, 30


def picture_of(text: str) -> Image.Image:
    """Return one line of text, black on white."""
    page = Image.new("L", (500, 110), 255)
    ImageDraw.Draw(page).text((LEFT, TOP), text, font=ImageFont.load_default(34), fill=0)
    return page


@pytest.mark.timeout(60)
def test_words_come_with_their_places() -> None:
    words = TesseractEngine("eng").recognise(picture_of("Extras 12"), Deadline.after(50))
    assert [word.text for word in words] == ["Extras", "12"]
    assert all(0.5 < word.confidence <= 1 for word in words)
    assert words[0].box.left == pytest.approx(LEFT, abs=8)
    assert words[0].box.right < words[1].box.left


@pytest.mark.timeout(60)
def test_blank_paper_has_no_words() -> None:
    assert TesseractEngine("eng").recognise(Image.new("L", (300, 80), 255), Deadline.after(50)) == []


@pytest.mark.timeout(60)
def test_missing_language_data_are_a_matter_of_configuration() -> None:
    with pytest.raises(InvalidConfiguration, match="no data for the languages xyz"):
        TesseractEngine("xyz").recognise(picture_of("Total"), Deadline.after(50))


def test_a_missing_program_is_a_matter_of_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(InvalidConfiguration, match="not installed"):
        TesseractEngine("eng").recognise(picture_of("Total"), Deadline.after(5))


def test_the_program_does_not_outlive_the_deadline() -> None:
    with pytest.raises(SoftTimeLimit):
        TesseractEngine("eng").recognise(picture_of("Total " * 4), Deadline.after(0.02))


def test_nothing_is_started_after_the_deadline() -> None:
    with pytest.raises(SoftTimeLimit):
        TesseractEngine("eng").recognise(picture_of("Total"), Deadline.after(-1))


def test_english_is_read_with_the_better_data() -> None:
    assert better_data("eng") == (BETTER_DATA / "eng.traineddata",)


@pytest.mark.parametrize("languages", ["eng+xyz", "xyz"])
def test_languages_that_the_better_data_lack_are_looked_for_among_those_of_the_program(languages: str) -> None:
    assert better_data(languages) == ()


def test_nothing_is_left_of_an_engine_that_is_gone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    engine = TesseractEngine("eng")
    engine.recognise(picture_of("Total"), Deadline.after(50))
    kept = [path.name for path in tmp_path.rglob("*") if path.is_file()]
    assert kept == ["eng.traineddata"]
    del engine
    assert list(tmp_path.iterdir()) == []


def test_several_pictures_are_read_by_one_process_each_on_its_own() -> None:
    pictures = [picture_of("Extras 12"), Image.new("L", (300, 80), 255), picture_of("Total 245")]
    read = TesseractEngine("eng").recognise_all(pictures, Deadline.after(50))
    assert [[word.text for word in words] for words in read] == [["Extras", "12"], [], ["Total", "245"]]
    assert TesseractEngine("eng").recognise_all([], Deadline.after(50)) == []
