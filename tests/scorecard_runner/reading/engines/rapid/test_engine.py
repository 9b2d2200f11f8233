"""The second reader with its real networks: pages, cells, memory, no network."""

import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PIL import Image

from scorecard_runner.deadline import Deadline
from scorecard_runner.errors import InternalError, InvalidConfiguration, OutOfMemory, SoftTimeLimit
from scorecard_runner.reading.engines.rapid import models
from scorecard_runner.reading.engines.rapid.engine import RapidEngine
from scorecard_runner.reading.engines.rapid.process import MODULE
from tests.scorecard_runner.reading.engines.rapid.printed import cell_of, line_of, page_of

LIMIT_S = 50.0

OFFLINE = """
import runpy, sys
def refuse(event, _):
    if event.startswith("socket."):
        raise RuntimeError("no network here")
sys.addaudithook(refuse)
sys.argv = sys.argv[1:]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
"""


@pytest.fixture(scope="module")
def engine() -> Iterator[RapidEngine]:
    reader = RapidEngine()
    yield reader
    reader.close()


def soon() -> Deadline:
    return Deadline.after(LIMIT_S)


def test_cells_are_read_one_reading_each(engine: RapidEngine) -> None:
    texts = ["0", "7", "45", "104", "3.5", "245/8", "Total"]
    read = engine.recognise_cells([cell_of(text) for text in texts], soon())
    assert [[word.text for word in words] for words in read] == [[text] for text in texts]
    assert all(word.confidence > 0.5 and word.readers == ("rapidocr",) for words in read for word in words)


def test_a_cell_of_several_words_is_one_reading(engine: RapidEngine) -> None:
    [[word]] = engine.recognise_cells([line_of("c Jones b Brown")], soon())
    assert word.text == "c Jones b Brown"


def test_a_line_is_words_with_boxes_in_its_crop(engine: RapidEngine) -> None:
    line = line_of("Jones 45")
    [words] = engine.recognise_lines([line], soon())
    assert [word.text for word in words] == ["Jones", "45"]
    assert words[0].box.left == pytest.approx(12, abs=4)
    assert words[0].box.right < words[1].box.left < words[1].box.right < line.width


def test_boxes_of_cells_lie_in_their_crops(engine: RapidEngine) -> None:
    cell = cell_of("45")
    [[word]] = engine.recognise_cells([cell], soon())
    assert (word.box.left, word.box.top) == pytest.approx((0, 0), abs=2)
    assert (word.box.right, word.box.bottom) == pytest.approx(cell.size, abs=2)


def test_a_blank_cell_says_nothing(engine: RapidEngine) -> None:
    assert engine.recognise_cells([Image.new("L", (60, 40), 255)], soon()) == [[]]


def test_more_cells_than_one_request_holds_keep_their_order(engine: RapidEngine) -> None:
    cells = {text: cell_of(text) for text in ("1", "23")}
    texts = ["1", "23"] * 150
    read = engine.recognise_cells([cells[text] for text in texts], soon())
    assert [words[0].text for words in read] == texts


def test_a_page_is_words_with_tight_boxes(engine: RapidEngine) -> None:
    page = page_of([[(30, "Smith"), (300, "not out"), (700, "45")], [(30, "Extras"), (700, "7")]])
    [words] = engine.recognise_all([page], soon())
    assert sorted(word.text for word in words) == ["45", "7", "Extras", "Smith", "not", "out"]
    lefts = {word.text: word.box.left for word in words}
    assert lefts["Smith"] == pytest.approx(32, abs=4)
    assert lefts["45"] == pytest.approx(lefts["7"], abs=4)
    assert all(14 < word.box.height < 40 for word in words)


def test_blank_paper_has_no_words(engine: RapidEngine) -> None:
    assert engine.recognise(Image.new("L", (400, 300), 255), soon()) == []


def test_tiny_pictures_are_read_too(engine: RapidEngine) -> None:
    assert engine.recognise(Image.new("L", (3, 2), 255), soon()) == []


def test_one_process_reads_on_until_it_holds_too_much() -> None:
    kept, greedy = RapidEngine(), RapidEngine(most_resident_bytes=1_000_000)
    for reader in (kept, greedy):
        reader.start()
    first = running(kept)
    assert read_twice(kept) == read_twice(greedy) == ["45", "45"]
    assert running(kept) == first
    assert running(greedy) is None
    kept.close()


def read_twice(reader: RapidEngine) -> list[str]:
    return [reader.recognise_cells([cell_of("45")], soon())[0][0].text for _ in range(2)]


def running(reader: RapidEngine) -> int | None:
    return reader._process.pid if reader._process else None


def test_the_process_does_not_outlive_the_deadline() -> None:
    reader = RapidEngine()
    with pytest.raises(SoftTimeLimit):
        reader.recognise(page_of([[(30, "Total 245")]]), Deadline.after(0.02))
    assert running(reader) is None


def test_nothing_is_started_after_the_deadline() -> None:
    reader = RapidEngine()
    with pytest.raises(SoftTimeLimit):
        reader.recognise_cells([cell_of("45")], Deadline.after(-1))
    assert running(reader) is None


def test_nothing_to_read_starts_nothing() -> None:
    reader = RapidEngine()
    assert reader.recognise_cells([], soon()) == []
    assert reader.recognise_all([], soon()) == []
    assert running(reader) is None


def test_without_the_extra_it_is_a_matter_of_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "find_spec", lambda _: None)
    with pytest.raises(InvalidConfiguration, match="not installed"):
        RapidEngine().start()


@pytest.mark.parametrize(
    ("failure", "error"),
    [
        ("notInstalled", InvalidConfiguration),
        ("wrongModels", InvalidConfiguration),
        ("memory", OutOfMemory),
        ("internal", InternalError),
    ],
)
def test_what_the_process_says_about_its_end_is_explained(failure: str, error: type[Exception]) -> None:
    program = f"""print('{{"failure": "{failure}"}}', flush=True)"""
    reader = RapidEngine(argv=[sys.executable, "-I", "-c", program])
    with pytest.raises(error):
        reader.recognise_cells([cell_of("45")], soon())
    assert running(reader) is None


def without_network(module: str) -> list[str]:
    """Return a program for which no socket works, and where the kernel lets us there is no network either."""
    apart = ["unshare", "--user", "--net"]
    can = shutil.which("unshare") and subprocess.run([*apart, "true"], check=False, capture_output=True).returncode == 0
    return [*(apart if can else []), sys.executable, "-I", "-c", OFFLINE, module]


def test_it_reads_without_network() -> None:
    reader = RapidEngine(argv=without_network(MODULE))
    page = page_of([[(30, "Total"), (700, "245")]])
    assert {word.text for word in reader.recognise(page, soon())} == {"Total", "245"}
    reader.close()


def test_a_program_that_uses_the_network_is_found_out_that_way() -> None:
    ended = subprocess.run(without_network("http.server"), check=False, capture_output=True, text=True)
    assert "no network here" in ended.stderr
