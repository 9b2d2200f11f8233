"""The engine that hands over the words it was told."""

from PIL import Image

from bench.accuracy.perfect_words import PerfectWords
from scorecard_runner.deadline import Deadline
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.words import Word

PAGE = (400, 2000)
WORDS = [Word("top", Box(10, 100, 60, 120), 1.0), Word("bottom", Box(20, 1500, 90, 1520), 1.0)]


def seen(engine: PerfectWords, width: int, height: int) -> list[tuple[str, float]]:
    """Return text and top edge of the words in a picture of that size."""
    words = engine.recognise(Image.new("L", (width, height)), Deadline.after(10))
    return [(word.text, word.box.top) for word in words]


def test_the_whole_page_holds_all_words_at_its_scale_however_often_it_is_read() -> None:
    engine = PerfectWords(WORDS, PAGE)
    assert seen(engine, 800, 4000) == [("top", 200), ("bottom", 3000)]
    assert seen(engine, 400, 2000) == [("top", 100), ("bottom", 1500)]


def test_tiles_follow_each_other_down_the_page() -> None:
    engine = PerfectWords(WORDS, PAGE)
    assert seen(engine, 800, 2400) == [("top", 200)]
    assert seen(engine, 800, 1600) == [("bottom", 600)]


def test_nothing_is_read_in_crops() -> None:
    crops = [Image.new("L", (60, 24)), Image.new("L", (400, 2000))]
    assert PerfectWords(WORDS, PAGE).recognise_cells(crops, Deadline.after(10)) == [[], []]
