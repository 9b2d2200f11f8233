"""What a runner leaves behind in the termination message of its pod: its last word, and the last lines of its log.

Pure. The message is lines of JSON. The first is the last word; one with an `event` is a line of the log, be it handed over by
the runner or, where that had no time to, by the kubelet from the end of the log. A broken program may write anything there,
and a traceback or a library may quote the card: what has not exactly the form of our own lines never gets past this module.
"""

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

WORD_LIMIT = 64
SENTENCE_LIMIT = 1024
MOST_LINES = 10
LINE_LIMIT = 200
LEVELS = {"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"}
EVENT = re.compile(r"[A-Za-z][A-Za-z0-9_ ,:()'-]{0,99}")
FACT_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")
# Words of our own vocabulary, versions, lists of variables: nothing with the letters of an address or a key.
FACT_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_., -]{0,63}")
HIDDEN = "…"

Said = Mapping[str, Any]


@dataclass(frozen=True)
class LastWords:
    """What was heard; empty where nothing was said, or nothing that is ours."""

    outcome: str = ""
    reason: str = ""
    message: str = ""
    hint: str = ""
    is_row_reported: bool = False
    log_tail: tuple[str, ...] = ()


def hear(text: object) -> LastWords:
    """Return what a termination message says."""
    lines = [_parse_object(line) for line in text.split("\n")] if isinstance(text, str) else []
    said = lines[0] if lines and "event" not in lines[0] else {}
    logged = [shown for line in lines if (shown := _show(line))]
    return LastWords(
        outcome=_clean(said.get("outcome"), WORD_LIMIT),
        reason=_clean(said.get("reason"), WORD_LIMIT),
        message=_clean(said.get("message"), SENTENCE_LIMIT),
        hint=_clean(said.get("hint"), SENTENCE_LIMIT),
        is_row_reported=said.get("rowReported") is True,
        log_tail=tuple(logged[-MOST_LINES:]),
    )


def _parse_object(line: str) -> Said:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _clean(text: object, limit: int) -> str:
    # Half letters cannot be written into a status, zero bytes not into a row.
    return "".join(letter for letter in text if letter.isprintable())[:limit] if isinstance(text, str) else ""


def _show(line: Said) -> str:
    """Return a line of the log as people read it, or "" if it is none of ours."""
    event, level, moment = line.get("event"), line.get("level"), _parse_clock(line.get("time"))
    if not isinstance(event, str) or not isinstance(level, str) or not moment:
        return ""
    if level not in LEVELS or not EVENT.fullmatch(event):
        return ""
    facts = [
        f"{name}={_show_fact(value)}"
        for name, value in line.items()
        if name not in {"time", "level", "event"} and FACT_NAME.fullmatch(name)
    ]
    return " ".join([moment, level, event, *facts])[:LINE_LIMIT]


def _parse_clock(text: object) -> str:
    try:
        moment = dt.datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return ""
    return moment.astimezone(dt.UTC).strftime("%H:%M:%SZ") if moment is not None and moment.tzinfo else ""


def _show_fact(value: object) -> str:
    if value is None or isinstance(value, bool | int | float):
        return json.dumps(value)[:WORD_LIMIT]
    return value if isinstance(value, str) and FACT_WORD.fullmatch(value) else HIDDEN
