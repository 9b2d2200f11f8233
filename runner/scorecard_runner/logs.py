"""One JSON line per transition on standard error, for whatever collects the logs of the cluster.

Refuses to print anything about the content of an upload: callers pass numbers and words of our own vocabulary, and an
exception contributes the name of its type alone, because its text may quote a key, a file name or a person.
"""

import datetime as dt
import json
import logging
import sys
from collections import deque
from typing import TextIO

LOGGER = logging.getLogger("scorecard_runner")
TALKATIVE = ("boto3", "botocore", "s3transfer", "urllib3", "PIL", "pytesseract")
TAIL_LINES = 20
Fact = str | int | float | bool | None


class JsonLines(logging.Formatter):
    """Formats a record as one JSON object; the facts stand beside the message."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of `record`, without any exception text."""
        moment = dt.datetime.fromtimestamp(record.created, dt.UTC)
        line = {
            "time": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname,
            "event": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        return json.dumps(line, ensure_ascii=False)


class Tail(logging.Handler):
    """Keeps the last lines, for a last word that says what came before it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(JsonLines())
        self.lines = deque[str](maxlen=TAIL_LINES)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line of `record`."""
        self.lines.append(self.format(record))


TAIL = Tail()


def configure_logs(level: str, stream: TextIO | None = None) -> None:
    """Send our lines to `stream` (standard error) and silence the libraries, which log addresses and keys."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    TAIL.lines.clear()
    LOGGER.handlers[:] = [handler, TAIL]
    LOGGER.setLevel(level)
    LOGGER.propagate = False
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def recent_lines() -> tuple[str, ...]:
    """Return the last lines that were written, the newest at the end."""
    return tuple(TAIL.lines)


def log(event: str, level: int = logging.INFO, **facts: Fact) -> None:
    """Write one line: `event` in plain words, `facts` beside it."""
    LOGGER.log(level, event, extra={"facts": facts})
