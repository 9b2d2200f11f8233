"""What the process of the second reader may say."""

import json
from typing import Any

import pytest
from PIL import Image

from scorecard_runner.errors import InternalError
from scorecard_runner.reading.engines.rapid.wire import (
    Answer,
    Failed,
    Failure,
    Request,
    Task,
    parse_answer,
    request_chunks,
)
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.words import Word

SIZE = (100, 50)
ROW = ["45", 10, 10, 30, 30, 0.9]


def test_a_request_survives_its_line() -> None:
    request = Request(Task.LINES, ((30, 20), (5, 6)))
    assert Request.from_line(request.to_line()) == request


def test_pixels_follow_the_line() -> None:
    head, *pixels = request_chunks(Task.PAGES, [Image.new("L", (3, 2), 7)])
    assert Request.from_line(head) == Request(Task.PAGES, ((3, 2),))
    assert pixels == [b"\x07" * 6]


@pytest.mark.parametrize("said", [Answer([[Word("45", Box(10, 10, 30, 30), 0.9)]], 12), Failed(Failure.MEMORY)])
def test_what_is_said_survives_its_line(said: Answer | Failed) -> None:
    assert parse_answer(said.to_line(), [SIZE]) == said


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("no JSON", id="no JSON"),
        pytest.param("[]", id="no object"),
        pytest.param(json.dumps({"failure": "bored"}), id="an unknown failure"),
        pytest.param(json.dumps({"words": [[ROW]]}), id="no memory told"),
        pytest.param(json.dumps({"words": [], "resident": 1}), id="fewer lists than pictures"),
        pytest.param(json.dumps({"words": [[ROW], []], "resident": 1}), id="more lists than pictures"),
        pytest.param("[" * 100_000, id="nested without end"),
    ],
)
def test_what_is_no_answer(said: str) -> None:
    with pytest.raises(InternalError):
        parse_answer(said.encode(), [SIZE])


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(["", *ROW[1:]], id="no text"),
        pytest.param([7, *ROW[1:]], id="a text that is none"),
        pytest.param(["4\n5", *ROW[1:]], id="a text with control characters"),
        pytest.param(["x" * 501, *ROW[1:]], id="a text longer than a line"),
        pytest.param(["45", 10, 10, 101, 30, 0.9], id="a box beyond the picture"),
        pytest.param(["45", 30, 10, 10, 30, 0.9], id="a box turned inside out"),
        pytest.param(["45", "NaN", 10, 30, 30, 0.9], id="a box that is no number"),
        pytest.param(["45", 10, 10, 30, 30, 1.1], id="more than sure"),
        pytest.param(["45", 10, 10, 30], id="too short"),
    ],
)
def test_what_is_no_word(row: list[Any]) -> None:
    with pytest.raises(InternalError):
        parse_answer(json.dumps({"words": [[row]], "resident": 1}).encode(), [SIZE])


def test_more_words_than_a_page_can_hold_are_no_answer() -> None:
    with pytest.raises(InternalError):
        parse_answer(json.dumps({"words": [[ROW] * 20_001], "resident": 1}).encode(), [SIZE])
