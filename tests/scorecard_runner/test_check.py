"""`scorecard-runner check` and the command line around it."""

import io
import subprocess

import pytest

from scorecard_runner.__main__ import main
from scorecard_runner.check import check_second_reader, check_tesseract
from scorecard_runner.check import main as check
from scorecard_runner.database.connection import Database
from scorecard_runner.database.migrate import known_migrations
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.storage import Storage
from tests.databases import QUICK, Backend


def run_check(address: str, **changes: str) -> tuple[int, str]:
    out = io.StringIO()
    environment = {
        "DATABASE_URL": address,
        "S3_UPLOAD_BUCKET": "scorecards",
        "S3_ENDPOINT_URL": "http://127.0.0.1:1",
        "S3_ACCESS_KEY_ID": "a",
        "S3_SECRET_ACCESS_KEY": "b",
    }
    return check({**environment, **changes}, out), out.getvalue()


@pytest.fixture(autouse=True)
def bucket_that_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Storage, "probe", lambda *_: None)


def test_all_well_is_exit_code_0_and_a_line_each(backend: Backend) -> None:
    code, text = run_check(backend.address)
    assert code == 0, text
    subjects = [line.split()[1] for line in text.splitlines()]
    assert subjects == ["configuration", "tesseract", "second", "database", "uploads", "schema", "bucket"]
    assert all(line.startswith("ok ") for line in text.splitlines())


def test_each_thing_amiss_says_what_to_do(bare_backend: Backend) -> None:
    bare_backend.ask("REVOKE UPDATE (status) ON uploads FROM reader")
    code, text = run_check(bare_backend.address, SCORECARD_LANGUAGES="eng+xyz")
    assert code == 1
    assert "-> install tesseract-ocr-xyz." in text
    assert "-> GRANT UPDATE (status) ON uploads" in text
    assert "-> run `scorecard-runner migrate`." in text


def test_a_database_that_does_not_answer_hides_nothing_else() -> None:
    code, text = run_check("postgresql://u@127.0.0.1:1/d")
    assert code == 1
    assert "FAIL  database" in text
    assert "ok    bucket 1" in text


def test_a_wrong_configuration_ends_the_check() -> None:
    code, text = run_check("mysql://secret@h/d", MAX_UPLOAD_SIZE_MB="0")
    assert code == 1
    assert text.count("FAIL  configuration") == 2
    assert "secret" not in text


@pytest.mark.parametrize(
    ("reader", "is_there", "want"),
    [
        pytest.param(ReaderMode.TESSERACT, False, [], id="the first reader alone needs nothing"),
        pytest.param(ReaderMode.AUTO, True, [True], id="both, and it is there"),
        pytest.param(ReaderMode.RAPID, False, [False], id="it alone, and it is not there"),
        pytest.param(ReaderMode.AUTO, False, [False], id="both, and it is not there"),
    ],
)
def test_the_second_reader_is_looked_for_where_the_mode_needs_it(
    reader: ReaderMode, want: list[bool], *, is_there: bool
) -> None:
    findings = list(check_second_reader(reader, lambda: is_there))
    assert [finding.is_ok for finding in findings] == want
    assert all("-rapid" in finding.mend for finding in findings if not finding.is_ok)


def test_the_second_reader_has_its_line(backend: Backend) -> None:
    _, text = run_check(backend.address, SCORECARD_READER="auto")
    assert "ok    second reader  is installed, for the mode auto" in text


def test_a_missing_tesseract_is_named() -> None:
    def nothing_installed() -> set[str]:
        raise FileNotFoundError

    finding = check_tesseract("eng", nothing_installed)
    assert (finding.is_ok, finding.mend) == (False, "install the package tesseract-ocr.")


def test_a_tesseract_that_breaks_is_named() -> None:
    def breaks() -> set[str]:
        raise subprocess.TimeoutExpired("tesseract", 10)

    assert not check_tesseract("eng", breaks).is_ok


def test_migrate_says_what_it_did(
    bare_backend: Backend, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", bare_backend.address)
    assert main(["migrate"]) == 0
    assert main(["migrate"]) == 0
    numbers = ", ".join(map(str, known_migrations()))
    assert capsys.readouterr().out == f"Schema scorecard_ocr: applied {numbers}.\nSchema scorecard_ocr: up to date.\n"
    with Database(bare_backend.address, QUICK).transaction() as sql:
        sql.execute("SELECT count(*) FROM scorecard_ocr.attempts")
        assert sql.fetchone() == (0,)


@pytest.mark.parametrize(
    ("address", "exit_code", "said"),
    [
        pytest.param("", 70, "DATABASE_URL: it is missing", id="no address"),
        pytest.param("postgresql://u@127.0.0.1:1/d", 21, "The database did not answer.", id="nobody there"),
    ],
)
def test_migrate_says_what_is_wrong(
    address: str, exit_code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", address)
    assert main(["migrate"]) == exit_code
    assert said in capsys.readouterr().err


def test_without_a_command_the_usage_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([])
    assert end.value.code == 2
    assert "usage: scorecard-runner" in capsys.readouterr().err
