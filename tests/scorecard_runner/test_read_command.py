"""`scorecard-runner read`: tables, documents, exit codes."""

import json
from pathlib import Path

import pytest

from scorecard_runner.document import ScorecardDocument
from scorecard_runner.read_command import main
from tests.documents import document_of


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    path = tmp_path / "document.json"
    path.write_text(json.dumps(document_of().to_json_object()), encoding="utf-8")
    return path


def test_a_stored_document_is_printed_as_a_table(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--document", str(stored)]) == 0
    assert "Kent v Essex" in capsys.readouterr().out


def test_a_document_is_printed_as_json(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--document", "--json", str(stored)]) == 0
    assert ScorecardDocument.model_validate_json(capsys.readouterr().out) == document_of()


def test_several_files_are_told_apart(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--document", str(stored), str(stored)]) == 0
    assert capsys.readouterr().out.count(stored.name) == 2


def test_a_picture_that_cannot_be_read_ends_with_a_sentence_and_a_hint(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "card.png"
    path.write_bytes(b"a text named .png")
    assert main([str(path)]) == 10
    message, hint = capsys.readouterr().err.splitlines()
    assert message == f"{path}: A text file cannot be read: upload the scorecard as PNG, JPEG, WebP, TIFF, HEIC or PDF."
    assert hint == "  A screenshot of the scorecard is read best."


def test_a_missing_file_is_a_matter_of_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere.png")]) == 2
    assert "cannot be opened" in capsys.readouterr().err


def test_what_is_no_document_is_a_matter_of_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "other.json"
    path.write_text("{}", encoding="utf-8")
    assert main(["--document", str(path)]) == 2
    assert "no result document" in capsys.readouterr().err


def test_one_bad_file_does_not_hide_the_others(
    stored: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--document", str(tmp_path / "nowhere"), str(stored)]) == 2
    assert "Kent v Essex" in capsys.readouterr().out


def test_no_file_is_a_matter_of_usage() -> None:
    with pytest.raises(SystemExit) as ended:
        main([])
    assert ended.value.code == 2
