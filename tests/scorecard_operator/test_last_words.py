"""What is heard of a termination message, and that nothing of a scorecard gets past it."""

import json

import pytest

from scorecard_operator.last_words import LINE_LIMIT, MOST_LINES, LastWords, hear

WORD = {"outcome": "failed", "reason": "InternalError", "message": "It broke.", "hint": "Look.", "rowReported": False}
LINE = {"time": "2026-01-31T12:00:00.123Z", "level": "INFO", "event": "fetching", "done": 0, "total": 2}


def tail_of(*lines: object) -> tuple[str, ...]:
    return hear("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)).log_tail


def test_the_last_word_and_the_log_below_it_are_told_apart() -> None:
    heard = hear(f"{json.dumps(WORD)}\n{json.dumps(LINE)}")
    assert heard == LastWords(
        "failed", "InternalError", "It broke.", "Look.", log_tail=("12:00:00Z INFO fetching done=0 total=2",)
    )


def test_the_end_of_a_log_that_the_kubelet_left_is_no_last_word() -> None:
    ended = json.dumps(LINE | {"event": "finished", "outcome": "parsed", "reason": "Parsed", "rowReported": True})
    heard = hear(f'vel": "INFO", "event": "cut by the kubelet"}}\n{ended}')
    assert heard == LastWords(log_tail=("12:00:00Z INFO finished done=0 total=2 outcome=parsed reason=Parsed",))
    assert hear(ended) == heard


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Traceback (most recent call last):", id="a traceback"),
        pytest.param("ValueError: Smith c Jones b Brown 45", id="an exception that quotes the card"),
        pytest.param("Error in pixRead: image file not found: jane.png", id="a library"),
        pytest.param('["Smith", 45]', id="JSON that is no line of a log"),
        pytest.param({"batter": "Smith", "runs": 45}, id="an object without an event"),
        pytest.param({key: value for key, value in LINE.items() if key != "time"}, id="a line without a time"),
        pytest.param(LINE | {"time": "today"}, id="a line whose time is none"),
        pytest.param(LINE | {"time": "2026-01-31T12:00:00"}, id="a line whose time may be anywhere"),
        pytest.param(LINE | {"level": "SMITH"}, id="a level that nobody knows"),
        pytest.param(LINE | {"level": ["INFO"]}, id="a level that is no text"),
        pytest.param(LINE | {"event": "uploads/jane@example.org/f.png"}, id="an event with letters of an address"),
        pytest.param(LINE | {"event": "x" * 101}, id="an event of many words"),
        pytest.param(LINE | {"event": {"name": "Smith"}}, id="an event that is no text"),
        pytest.param("[" * 4000, id="nested too deep"),
    ],
)
def test_what_has_not_the_form_of_our_lines_is_dropped(line: object) -> None:
    assert tail_of(WORD, line, LINE) == ("12:00:00Z INFO fetching done=0 total=2",)


@pytest.mark.parametrize(
    ("fact", "shown"),
    [
        pytest.param({"error": "MemoryError"}, "error=MemoryError", id="a word"),
        pytest.param({"variables": "CELERY_A, CELERY_B"}, "variables=CELERY_A, CELERY_B", id="a list of words"),
        pytest.param({"is_done": None}, "is_done=null", id="nothing"),
        pytest.param({"share": 0.5}, "share=0.5", id="a number"),
        pytest.param({"size": 10**80}, f"size=1{'0' * 63}", id="a number without end"),
        pytest.param({"key": "uploads/jane.png"}, "key=…", id="a key"),
        pytest.param({"address": "jane@example.org"}, "address=…", id="an address"),
        pytest.param({"name": "Müller"}, "name=…", id="a name with letters of no word of ours"),
        pytest.param({"cells": ["Smith", "45"]}, "cells=…", id="a list"),
        pytest.param({"Smith c Jones": 45}, "", id="a fact whose name is none"),
    ],
)
def test_facts_are_numbers_and_words(fact: dict[str, object], shown: str) -> None:
    line = {key: LINE[key] for key in ("time", "level", "event")} | fact
    assert tail_of(line) == (f"12:00:00Z INFO fetching {shown}".strip(),)


def test_times_are_told_in_utc() -> None:
    assert tail_of(LINE | {"time": "2026-01-31T17:30:00+05:30"})[0].startswith("12:00:00Z ")


def test_the_last_lines_are_kept_and_cut_to_what_the_status_holds() -> None:
    long = LINE | {f"fact_{number}": "x" * 60 for number in range(9)}
    lines = tail_of(*[LINE | {"done": number} for number in range(30)], long)
    assert len(lines) == MOST_LINES
    assert lines[0] == "12:00:00Z INFO fetching done=21 total=2"
    assert len(lines[-1]) == LINE_LIMIT


@pytest.mark.parametrize("text", [None, 7, ""])
def test_nothing_was_said(text: object) -> None:
    assert hear(text) == LastWords()
