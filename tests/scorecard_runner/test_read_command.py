"""`scorecard-runner read`: tables, documents, folders, exit codes."""

import json
from pathlib import Path

import pytest

from scorecard_runner.document import ScorecardDocument
from scorecard_runner.errors import ExitCode
from scorecard_runner.neutral import to_neutral
from scorecard_runner.read_arguments import parse_arguments
from scorecard_runner.read_command import BROKEN_OFF, main
from scorecard_runner.reading.engines.readers import Readers
from scorecard_runner.side_by_side import cpu_count
from tests.documents import document_of
from tests.scorecard_runner.reading.pdfs import pdf_of
from tests.scorecard_runner.reading.test_documents_of_pages import FIRST, SECOND, assert_whole
from tests.scorecard_runner.reading.typed import SecondLookEngine, page, png


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


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        pytest.param(["--out", "d", "a.png"], "--out writes JSON", id="tables are not written into files"),
        pytest.param(["--debug", "d", "--document", "a.json"], "documents were read before", id="nothing is read"),
        pytest.param(["--debug", "d", "--jobs", "2", "a.png"], "leave out --jobs", id="one after another"),
        pytest.param(["--jobs", "-1", "a.png"], "-1 is no count", id="a negative number of jobs"),
        pytest.param(["--jobs", "many", "a.png"], "many is no count", id="jobs without a number"),
    ],
)
def test_what_does_not_go_together_is_a_matter_of_usage(
    argv: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(argv)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_no_jobs_mean_one_for_each_cpu() -> None:
    assert parse_arguments(["-j", "0", "a.png"]).jobs == cpu_count()
    assert parse_arguments(["a.png"]).jobs == 1


def test_help_tells_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    helped = capsys.readouterr().out
    for code in (ExitCode.DONE, ExitCode.INPUT, ExitCode.TIME_LIMIT, ExitCode.MEMORY, ExitCode.INTERNAL, BROKEN_OFF):
        assert f"\n  {int(code):<4} " in helped


def test_a_folder_is_read_file_by_file(stored: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "again.json").write_bytes(stored.read_bytes())
    (tmp_path / "notes.txt").write_text("bring the tea urn")

    assert main(["--document", "--jobs", "2", str(tmp_path)]) == 0
    shown = capsys.readouterr()
    assert shown.out.index("document.json") < shown.out.index("below/again.json")
    assert shown.err == f"{tmp_path}: 1 file of another kind was left out (.txt 1).\n"


def test_a_folder_with_nothing_to_read_is_a_matter_of_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "--out", str(tmp_path / "out"), str(tmp_path)]) == 2
    assert "nothing in it that can be read" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_answers_are_written_into_a_folder(stored: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other, out = tmp_path / "nowhere.json", tmp_path / "new" / "out"

    assert main(["--document", "--json", "--out", str(out), str(other), str(stored)]) == 2
    assert [each.name for each in out.iterdir()] == ["document.json"]
    assert ScorecardDocument.model_validate_json((out / "document.json").read_text()) == document_of()
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.endswith(f"1 of 2 files were read into {out}.\n")


def test_neutral_answers_are_written_too(stored: Path, tmp_path: Path) -> None:
    assert main(["--document", "--format", "neutral", "-o", str(tmp_path / "out"), str(stored)]) == 0
    assert json.loads((tmp_path / "out" / "document.json").read_text()) == json.loads(
        json.dumps(to_neutral(document_of()))
    )


def test_two_answers_of_one_name_are_a_matter_of_usage(
    stored: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--document", "--json", "--out", str(tmp_path / "out"), str(stored), str(stored)]) == 2
    assert "have the same name" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("option", ["--out", "--debug"])
def test_a_file_in_the_place_of_a_folder_is_a_matter_of_usage(
    option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine")

    assert main(["--json", option, str(taken), str(tmp_path / "card.png")]) == 2
    assert str(taken) in capsys.readouterr().err
    assert taken.read_text() == "mine"


def test_a_folder_of_something_else_is_not_filled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine")

    assert main(["--debug", str(tmp_path), str(tmp_path / "card.png")]) == 2
    assert (
        capsys.readouterr().err
        == f"{tmp_path}: the folder is not empty, and not from an earlier --debug: name another one.\n"
    )
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]


def test_with_debug_a_picture_is_read_in_this_process_and_printed_as_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        "scorecard_runner.reading.engines.readers.readers_of", lambda _reader, _languages: Readers(SecondLookEngine())
    )
    monkeypatch.setattr(
        "scorecard_runner.reading.files.sandbox.start_process", lambda *_: pytest.fail("a sandbox was started")
    )
    card = tmp_path / "card.png"
    card.write_bytes(png(page()))

    assert main(["--json", "--debug", str(tmp_path / "debug"), str(card)]) == 0
    shown = capsys.readouterr()
    assert json.loads((tmp_path / "debug" / "30-document.json").read_text()) == json.loads(shown.out)
    index = tmp_path / "debug" / "index.html"
    assert "<title>card.png</title>" in index.read_text()
    assert shown.err == f"What each stage saw: {index}\n"


def test_without_debug_a_picture_is_read_in_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("scorecard_runner.reading.pipeline.read_with", lambda *_: pytest.fail("it was read here"))
    card = tmp_path / "card.pdf"
    card.write_bytes(pdf_of(FIRST, SECOND))

    assert main(["--json", str(card)]) == 0
    assert_whole(ScorecardDocument.model_validate_json(capsys.readouterr().out))


def test_ctrl_c_ends_with_a_word_and_its_own_exit_code(
    stored: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("scorecard_runner.read_command.outcome_of", interrupted)
    assert main([str(stored), str(stored)]) == BROKEN_OFF
    assert capsys.readouterr().err == "Broken off.\n"
