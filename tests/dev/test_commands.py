"""Other programs are run with a deadline, and their failure says what they said."""

import sys

import pytest

from dev.commands import run, succeeds
from dev.errors import CommandFailed, ProgramMissing


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_output_and_input_are_text() -> None:
    assert run(python("print(input().upper())"), stdin="overs\n", timeout_s=5) == "OVERS\n"


def test_a_failure_shows_the_status_and_the_last_lines_of_the_errors() -> None:
    code = "import sys; [print('line', i, file=sys.stderr) for i in range(40)]; sys.exit(3)"
    with pytest.raises(CommandFailed, match="ended with status 3") as failed:
        run(python(code), timeout_s=5)
    assert failed.value.message.splitlines()[-1].strip() == "line 39"
    assert "line 20" not in failed.value.message


def test_a_program_that_hangs_is_ended_and_named() -> None:
    with pytest.raises(CommandFailed, match=r"did not end within 0 s"):
        run(python("import time; time.sleep(60)"), timeout_s=0.2)


def test_an_absent_program_is_named_with_what_to_do() -> None:
    with pytest.raises(ProgramMissing, match="no-such-program") as missing:
        run(["no-such-program"], timeout_s=5)
    assert missing.value.hint


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        pytest.param(python(""), True, id="status 0"),
        pytest.param(python("raise SystemExit(1)"), False, id="another status"),
        pytest.param(["no-such-program"], False, id="no such program"),
    ],
)
def test_success_is_a_question_without_an_error(argv: list[str], expected: bool) -> None:  # noqa: FBT001 - a column of the table
    assert succeeds(argv, timeout_s=5) is expected
