"""The process that reads one file: what it does before the file is there, and what it says when it cannot."""

from io import BytesIO

import pytest

from scorecard_runner.deadline import Deadline
from scorecard_runner.document import ScorecardDocument
from scorecard_runner.errors import InternalError, InvalidConfiguration, NotAScorecard, RunnerError
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.reading.engines.rapid.engine import RapidEngine
from scorecard_runner.reading.files import sandboxed
from scorecard_runner.reading.files.message import Delivery, Failed, Order, parse_message
from scorecard_runner.reading.files.sandboxed import OnPage, Read, main, whole_pipeline

ORDER = Order("eng", ReaderMode.AUTO, 30.0)


@pytest.fixture(autouse=True)
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what was done in which order; this process stays without limits."""
    steps: list[str] = []
    monkeypatch.setattr(sandboxed, "limit_resources", lambda _: steps.append("limited"))
    monkeypatch.setattr(sandboxed.logging, "disable", lambda _: None)  # type: ignore[attr-defined]
    return steps


def error_said(given: bytes, prepare: sandboxed.Prepare) -> RunnerError:
    out = BytesIO()
    assert main(BytesIO(given), out, prepare) == 0
    message = parse_message(out.getvalue())
    assert isinstance(message, Failed)
    return message.error


def test_it_limits_itself_then_makes_itself_ready_and_looks_at_the_file_last(done: list[str]) -> None:
    def prepare(languages: str, reader: ReaderMode) -> Read:
        assert (languages, reader) == ("eng", ReaderMode.AUTO)
        done.append("prepared")

        def read(data: bytes, *, deadline: Deadline, on_page: OnPage) -> ScorecardDocument:
            del on_page
            assert 0 < deadline.left_s() <= ORDER.time_limit_s
            done.append(f"read {data!r}")
            raise NotAScorecard

        return read

    given = ORDER.to_line() + Delivery(3).to_line() + b"abc and more"
    assert isinstance(error_said(given, prepare), NotAScorecard)
    assert done == ["limited", "prepared", "read b'abc'"]


def test_what_is_not_installed_is_said_without_a_file() -> None:
    def prepare(_languages: str, _reader: ReaderMode) -> Read:
        raise InvalidConfiguration("Not there.", "Install it.")

    error = error_said(ORDER.to_line(), prepare)
    assert (type(error), error.message, error.hint) == (InvalidConfiguration, "Not there.", "Install it.")


def test_a_file_that_never_comes_is_no_file() -> None:
    def read(data: bytes, *, deadline: Deadline, on_page: OnPage) -> ScorecardDocument:
        pytest.fail(f"there is nothing to read: {data!r} {deadline} {on_page}")

    assert isinstance(error_said(ORDER.to_line(), lambda *_: read), InternalError)


@pytest.mark.parametrize(
    ("reader", "is_started"),
    [
        pytest.param(ReaderMode.TESSERACT, False, id="there is no second reader"),
        pytest.param(ReaderMode.AUTO, False, id="most pictures need no second reader"),
        pytest.param(ReaderMode.RAPID, True, id="every picture needs it"),
    ],
)
def test_the_second_reader_is_started_ahead_only_where_every_picture_needs_it(
    monkeypatch: pytest.MonkeyPatch, reader: ReaderMode, *, is_started: bool
) -> None:
    started: list[RapidEngine] = []

    def start(engine: RapidEngine) -> None:
        started.append(engine)

    monkeypatch.setattr(RapidEngine, "start", start)
    whole_pipeline("eng", reader)
    assert bool(started) is is_started
