"""The last word: its size, its fields, and what happens where it cannot be written."""

import json
from pathlib import Path

import pytest

from scorecard_runner.errors import NotAScorecard, RunnerError, Superseded
from scorecard_runner.termination import LastWord, Outcome, last_word_on, write_last_word


def test_fields(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("of an earlier container " * 40)
    write_last_word(last_word_on(NotAScorecard(), is_row_reported=True), tmp_path / "log")
    assert json.loads((tmp_path / "log").read_text()) == {
        "outcome": "failed",
        "reason": "NotAScorecard",
        "message": "No cricket scorecard was found in the picture.",
        "hint": "Upload a picture that shows the batting and bowling tables of an innings.",
        "rowReported": True,
    }


def test_superseded_has_an_outcome_of_its_own() -> None:
    assert last_word_on(Superseded(), is_row_reported=False).outcome is Outcome.SUPERSEDED


@pytest.mark.parametrize("letter", ["x", "é", '"', "🏏"])
def test_long_sentences_are_cut_to_what_the_kubelet_keeps(letter: str) -> None:
    word = LastWord(Outcome.FAILED, "InternalError", letter * 5000, letter * 5000, is_row_reported=False)
    text = word.to_json()
    assert 400 < len(text.encode()) <= 1024
    assert json.loads(text)["message"].endswith("…")


def test_a_failure_says_which_lines_came_before_it(tmp_path: Path) -> None:
    (tmp_path / "log").touch()
    word = last_word_on(RunnerError(), is_row_reported=False)
    write_last_word(word, tmp_path / "log", ['{"event": "one"}', '{"event": "two"}'])
    assert (tmp_path / "log").read_text().splitlines() == [word.to_json(), '{"event": "one"}', '{"event": "two"}']


@pytest.mark.parametrize("outcome", [Outcome.PARSED, Outcome.NOTHING_TO_DO, Outcome.SUPERSEDED])
def test_a_good_end_needs_no_log(outcome: Outcome, tmp_path: Path) -> None:
    (tmp_path / "log").touch()
    word = LastWord(outcome, "Parsed", "", "", is_row_reported=True)
    write_last_word(word, tmp_path / "log", ['{"event": "one"}'])
    assert (tmp_path / "log").read_text() == word.to_json()


@pytest.mark.parametrize("length", [10, 700, 2047, 2048, 5000])
def test_word_and_log_together_are_less_than_the_kubelet_keeps(length: int, tmp_path: Path) -> None:
    (tmp_path / "log").touch()
    word = LastWord(Outcome.FAILED, "InternalError", "é" * 5000, "", is_row_reported=False)
    lines = [str(number) + "x" * (length - 1) for number in range(10)]
    write_last_word(word, tmp_path / "log", lines)
    kept = (tmp_path / "log").read_text().splitlines()[1:]
    assert (tmp_path / "log").stat().st_size <= 1024 + 2048
    assert kept == lines[len(lines) - min(len(lines), 2048 // (length + 1)) :]


def test_outside_of_a_pod_no_file_is_left_behind(tmp_path: Path) -> None:
    missing = tmp_path / "log"
    write_last_word(last_word_on(RunnerError(), is_row_reported=False), missing)
    assert not missing.exists()
