"""Log lines: one JSON object each."""

import datetime as dt
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from scorecard_operator.logs import QUIET_LOGGERS, JsonLines, set_up_logs
from tests.builders import NOW


def line_of(level: int, event: str, *args: object, error: Exception | None = None, **extras: object) -> str:
    """Return the line of a record that was logged at NOW."""
    exc_info = (type(error), error, error.__traceback__) if error else None
    record = logging.getLogger("t").makeRecord("t", level, "f.py", 1, event, args, exc_info, extra=extras)
    record.created = NOW.timestamp()
    return JsonLines().format(record)


def caught() -> Exception:
    """Return an error whose traceback has several lines."""
    try:
        dict[str, str]()["a"]
    except KeyError as error:
        return error
    raise AssertionError


def read(line: str) -> dict[str, Any]:
    assert "\n" not in line
    fields = json.loads(line)
    assert isinstance(fields, dict)
    return fields


def test_a_line_has_the_time_the_level_the_event_and_the_extras() -> None:
    assert read(line_of(logging.INFO, "job created", upload="u-1", attempt=2)) == {
        "time": "2026-01-31T12:00:00.000Z",
        "level": "INFO",
        "event": "job created",
        "upload": "u-1",
        "attempt": 2,
    }


def test_the_event_comes_with_its_arguments() -> None:
    assert read(line_of(logging.INFO, "%s of %d", "one", 3))["event"] == "one of 3"


@pytest.mark.parametrize(
    ("value", "want"),
    [
        pytest.param("two\nlines", "two\nlines", id="a line break does not break the line"),
        pytest.param('"}', '"}', id="nor do the marks of JSON"),
        pytest.param("🏏", "🏏", id="nor does a letter beyond ASCII"),
        pytest.param("\ud800", "\ud800", id="nor half a letter"),
        pytest.param(NOW, "2026-01-31 12:00:00+00:00", id="a moment becomes a text"),
        pytest.param({"a": [1, None, True]}, {"a": [1, None, True]}, id="structures stay"),
        pytest.param(None, None, id="nothing stays nothing"),
    ],
)
def test_an_extra_of_any_kind_stays_on_its_line(value: object, want: object) -> None:
    line = line_of(logging.INFO, "event", extra=value)
    assert line.isascii()
    assert read(line)["extra"] == want


def test_what_kopf_attaches_for_itself_does_not_show() -> None:
    line = line_of(logging.INFO, "event", k8s_ref={"name": "x"}, k8s_skip=True, settings=object())
    assert set(read(line)) == {"time", "level", "event"}


@pytest.mark.parametrize(
    ("level", "has_traceback"),
    [
        pytest.param(logging.DEBUG, False, id="a detail"),
        pytest.param(logging.WARNING, False, id="what heals by itself"),
        pytest.param(logging.ERROR, True, id="what somebody must look at"),
        pytest.param(logging.CRITICAL, True, id="and what is worse"),
    ],
)
def test_an_exception_is_named_and_traced_only_where_it_is_an_error(level: int, *, has_traceback: bool) -> None:
    fields = read(line_of(level, "trouble", error=caught()))
    assert fields["error"] == "KeyError"
    assert ("traceback" in fields) is has_traceback


def test_an_error_without_an_exception_has_none() -> None:
    record = logging.getLogger("t").makeRecord("t", logging.ERROR, "f.py", 1, "e", (), (None, None, None))
    assert set(read(JsonLines().format(record))) == {"time", "level", "event"}


@pytest.fixture
def own_loggers() -> Iterator[None]:
    """Put the loggers back after a test that sets them up."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in QUIET_LOGGERS}
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


def events_of(said: pytest.CaptureFixture[str]) -> list[str]:
    output = said.readouterr()
    assert output.out == ""
    return [read(line)["event"] for line in output.err.splitlines()]


@pytest.mark.usefixtures("own_loggers")
def test_lines_at_the_level_and_above_go_to_standard_error_once(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO")
    set_up_logs("WARNING")
    log = logging.getLogger("scorecard_operator.any")
    log.info("left out")
    log.warning("said")
    log.error("said too")
    assert events_of(capsys) == ["said", "said too"]


@pytest.mark.usefixtures("own_loggers")
@pytest.mark.parametrize("name", QUIET_LOGGERS)
def test_talkative_libraries_say_what_went_wrong_only(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("DEBUG")
    logging.getLogger(name).info("handler succeeded")
    logging.getLogger(name).warning("trouble")
    assert events_of(capsys) == ["trouble"]


def test_times_are_those_of_utc_to_the_millisecond() -> None:
    record = logging.makeLogRecord({"msg": "e", "created": (NOW + dt.timedelta(milliseconds=7)).timestamp()})
    assert read(JsonLines().format(record))["time"] == "2026-01-31T12:00:00.007Z"
