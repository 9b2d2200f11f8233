"""The sample: an invented match whose sums hold, drawn the same every time, and read in full by the real reader."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dev.sample.card import DARK_THEME, PLAIN, SHUFFLED_COLUMNS, sample_match, sample_png
from dev.sample.expected import expected_document
from dev.sample.picture import Layout
from scorecard_runner.deadline import Deadline
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.reading.pipeline import read_scorecard

EXPECTED = Path(__file__).parents[2] / "dev" / "sample" / "expected.json"
TIME_LIMIT_S = 100


@pytest.mark.timeout(TIME_LIMIT_S + 20)
@pytest.mark.parametrize(
    "layout",
    [
        pytest.param(PLAIN, id="a light page"),
        pytest.param(DARK_THEME, id="a dark page"),
        pytest.param(SHUFFLED_COLUMNS, id="columns in another order"),
    ],
)
def test_every_cell_of_the_sample_is_read(layout: Layout) -> None:
    pages: list[tuple[int, int]] = []
    document = read_scorecard(
        sample_png(layout),
        languages="eng",
        reader=ReaderMode.TESSERACT,
        deadline=Deadline.after(TIME_LIMIT_S),
        on_page=lambda done, total: pages.append((done, total)),
    )
    assert list(differences(expected_document(sample_match()), document.to_json_object())) == []
    assert pages == [(1, 1)]
    held, tried = document.summary().checks.split("/")
    assert held == tried != "0"


def differences(want: object, got: object, place: str = "") -> Iterator[str]:
    """Yield a line for each value that is wanted and was not read so; what is read beyond is not asked."""
    if isinstance(want, dict) and isinstance(got, dict):
        for key, value in want.items():
            yield from differences(value, got.get(key), f"{place}.{key}")
    elif isinstance(want, list) and isinstance(got, list) and len(want) == len(got):
        for index, (wanted, read) in enumerate(zip(want, got, strict=True)):
            yield from differences(wanted, read, f"{place}[{index}]")
    elif want != got:
        yield f"{place}: {want!r} was read as {got!r}"


def test_the_picture_is_the_same_every_time() -> None:
    assert sample_png() == sample_png()


def test_the_committed_expectation_is_that_of_the_match() -> None:
    written: dict[str, Any] = json.loads(EXPECTED.read_text(encoding="utf-8"))
    assert written == expected_document(sample_match()), (
        "run `python -m dev.sample OUT.png --expected dev/sample/expected.json`"
    )


@pytest.mark.parametrize("number", [0, 1])
def test_the_sums_of_the_match_hold(number: int) -> None:
    innings = sample_match().innings[number]
    assert sum(batter.runs for batter in innings.batters) + innings.extras == innings.total
    assert sum(bowler.runs for bowler in innings.bowlers) + innings.byes + innings.leg_byes == innings.total
    assert sum(bowler.balls for bowler in innings.bowlers) == innings.balls
    assert len(innings.falls) == innings.wickets
    assert innings.did_not_bat
