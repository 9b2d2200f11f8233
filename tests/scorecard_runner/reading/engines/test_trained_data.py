"""Language data cut down to what the neural engine reads, and left alone where they have another form."""

import struct
from pathlib import Path

import pytest

from scorecard_runner.reading.engines.tesseract import BETTER_DATA
from scorecard_runner.reading.engines.trained_data import copy_neural_parts

COUNT = 24
OLD_ENGINE = {1: b"letters", 3: b"shapes", 14: b"pairs of words" * 1000}
NEURAL = {0: b"options", 17: b"network", 19: b"words", 21: b"its letters", 23: b"5.0"}


def trained_data(parts: dict[int, bytes], count: int = COUNT) -> bytes:
    """Return a file of these parts by their numbers, in this order."""
    places, at = [-1] * count, 4 + 8 * count
    for number, part in parts.items():
        places[number], at = at, at + len(part)
    return struct.pack(f"<i{count}q", count, *places) + b"".join(parts.values())


def copied(tmp_path: Path, data: bytes) -> bytes | None:
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(data)
    return target.read_bytes() if copy_neural_parts(source, target) else None


def test_only_the_parts_of_the_neural_engine_are_copied(tmp_path: Path) -> None:
    assert copied(tmp_path, trained_data(OLD_ENGINE | NEURAL)) == trained_data(NEURAL)


def test_parts_may_stand_in_any_order(tmp_path: Path) -> None:
    last_first = dict(reversed((OLD_ENGINE | NEURAL).items()))
    assert copied(tmp_path, trained_data(last_first)) == trained_data(NEURAL)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="an empty file"),
        pytest.param(b"II*\0" * 3, id="a file of another kind"),
        pytest.param(trained_data(OLD_ENGINE), id="data without a network"),
        pytest.param(trained_data(NEURAL)[:100], id="a file that ends within its table"),
        pytest.param(trained_data(NEURAL)[:210], id="a file that ends before its last part"),
        pytest.param(struct.pack("<i24q", COUNT, *range(COUNT)) + b"x" * 99, id="parts that lie in the table"),
    ],
)
def test_a_file_of_another_form_is_not_copied(tmp_path: Path, data: bytes) -> None:
    assert copied(tmp_path, data) is None
    assert not (tmp_path / "target").exists()


def test_most_of_the_english_data_is_for_the_old_engine(tmp_path: Path) -> None:
    english = (BETTER_DATA / "eng.traineddata").read_bytes()
    left = copied(tmp_path, english)
    assert left is not None
    assert len(left) < len(english) / 3
