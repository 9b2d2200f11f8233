"""Log lines: one JSON object each, and nothing from libraries or exceptions."""

import io
import json
import logging
from collections.abc import Iterator

import pytest

from scorecard_runner.logs import LOGGER, TAIL_LINES, TALKATIVE, configure_logs, log, recent_lines


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    levels = {name: logging.getLogger(name).level for name in TALKATIVE}
    lines = io.StringIO()
    configure_logs("INFO", lines)
    yield lines
    LOGGER.handlers.clear()
    LOGGER.propagate = True
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def test_a_line_is_one_object_with_its_facts(stream: io.StringIO) -> None:
    log("fetched", size_bytes=12)
    line = json.loads(stream.getvalue())
    assert line.pop("time").endswith("Z")
    assert line == {"level": "INFO", "event": "fetched", "size_bytes": 12}


def test_a_line_below_the_level_is_left_out(stream: io.StringIO) -> None:
    log("detail", logging.DEBUG)
    assert stream.getvalue() == ""


def test_the_text_of_an_exception_never_gets_out(stream: io.StringIO) -> None:
    try:
        dict[str, str]()["uploads/jane-doe.png"]
    except KeyError:
        LOGGER.exception("trouble")
    assert "jane" not in stream.getvalue()
    assert json.loads(stream.getvalue())["event"] == "trouble"


def test_the_last_lines_are_kept_for_the_last_word(stream: io.StringIO) -> None:
    for number in range(TAIL_LINES + 5):
        log("page", number=number)
    assert list(recent_lines()) == stream.getvalue().splitlines()[-TAIL_LINES:]
    configure_logs("INFO", stream)
    assert recent_lines() == ()


def test_libraries_are_quiet(stream: io.StringIO) -> None:
    logging.getLogger("botocore.auth").error("uploads/jane-doe.png")
    logging.getLogger("urllib3.connectionpool").warning("Retrying https://jane")
    assert stream.getvalue() == ""
    assert not logging.getLogger("botocore.auth").isEnabledFor(logging.ERROR)
