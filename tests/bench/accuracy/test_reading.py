"""Reading pictures in processes of their own, and the command around it."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageFont

from bench.accuracy import read
from bench.accuracy import run as command
from bench.accuracy.collection import Exhibit, save_answer
from bench.accuracy.measure import TIME_LIMIT_EXIT_CODE, Run, run_measured
from bench.accuracy.read import Reader, answer_of, neutral, step_of, summary_of
from bench.accuracy.run import main
from dev.errors import ProgramMissing
from dev.paths import ROOT
from scorecard_runner.document import Step
from scorecard_runner.neutral import to_neutral
from scorecard_runner.reader_mode import ReaderMode
from tests.documents import document_of

TRUTH = {
    "id": "1",
    "file": "1.png",
    "template": "web",
    "degradation": {"name": "none"},
    "innings": [
        {
            "team": "Harbour",
            "batting": [
                {"name": "A Brook", "kind": "bowled", "bowler": "Stone", "runs": 45, "balls": 60},
                {"name": "E Thorn", "kind": "lbw", "bowler": "Wick", "runs": 12, "balls": 20},
                {"name": "J Marlowe", "kind": "not out", "runs": 7, "balls": 9},
            ],
        }
    ],
}
LINES = (
    (("Harbour", 20), ("innings", 150)),
    (("Batter", 20), ("R", 500), ("B", 600)),
    (("A", 20), ("Brook", 45), ("b", 250), ("Stone", 270), ("45", 500), ("60", 600)),
    (("E", 20), ("Thorn", 45), ("lbw", 250), ("b", 300), ("Wick", 320), ("12", 500), ("20", 600)),
    (("J", 20), ("Marlowe", 45), ("not", 250), ("out", 300), ("7", 500), ("9", 600)),
)


def run_program(program: str, time_limit_s: float = 30) -> Run:
    return run_measured([sys.executable, "-c", program], environment={}, folder=ROOT, time_limit_s=time_limit_s)


def test_output_and_exit_code_are_those_of_the_program() -> None:
    run = run_program("import sys; print('out'); print('err', file=sys.stderr); sys.exit(3)")
    assert (run.output, run.errors, run.exit_code) == ("out\n", "err\n", 3)


def test_the_cpu_time_of_children_is_counted() -> None:
    child = "import time\nwhile time.process_time() < 0.3: pass"
    run = run_program(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)")
    assert run.cpu_s > 0.3


BURN = "import time\nwhile time.process_time() < 0.3: pass\nprint('burnt', flush=True)\ntime.sleep(60)"
START = f"import subprocess, sys; child = subprocess.Popen([sys.executable, '-c', {BURN!r}], stdout=-1{{more}})"


@pytest.mark.parametrize(
    "program",
    [
        pytest.param(START.format(more="") + "; child.stdout.readline(); child.kill()", id="killed, not waited for"),
        pytest.param(START.format(more="") + "; child.stdout.readline()", id="left behind"),
        pytest.param(
            START.format(more=", start_new_session=True") + "; child.stdout.readline()",
            id="left behind in a session of its own",
        ),
    ],
)
def test_the_cpu_time_of_children_that_nobody_waits_for_is_counted(program: str) -> None:
    run = run_program(program)
    assert run.exit_code == 0
    assert run.cpu_s > 0.3


def test_the_cpu_time_of_a_worker_below_a_killed_process_is_counted() -> None:
    middle = START.format(more="") + "; child.stdout.readline(); print('burnt', flush=True); child.wait()"
    run = run_program(
        "import subprocess, sys, os, signal\n"
        f"middle = subprocess.Popen([sys.executable, '-c', {middle!r}], stdout=-1, start_new_session=True)\n"
        "middle.stdout.readline(); os.killpg(middle.pid, signal.SIGKILL); middle.wait()"
    )
    assert run.exit_code == 0
    assert run.cpu_s > 0.3


def test_what_is_left_of_a_program_that_takes_too_long_is_killed_with_it(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    child = f"import os, pathlib, time; pathlib.Path({str(told)!r}).write_text(str(os.getpid())); time.sleep(60)"
    run = run_program(
        f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], start_new_session=True)",
        time_limit_s=3,
    )
    assert run.exit_code == TIME_LIMIT_EXIT_CODE
    assert not Path(f"/proc/{told.read_text()}").exists()


def test_memory_is_what_a_process_and_its_children_hold_at_once() -> None:
    hold = "import time; held = b'x' * 50_000_000; time.sleep(0.4)"
    run = run_program(
        f"import subprocess, sys; held = b'x' * 50_000_000; subprocess.run([sys.executable, '-c', {hold!r}])"
    )
    assert 100_000_000 < run.peak_bytes < 170_000_000


def test_memory_that_processes_share_is_counted_once() -> None:
    run = run_program(
        "import os, time; held = b'x' * 80_000_000; child = os.fork(); time.sleep(0.5); child and os.wait()"
    )
    assert 80_000_000 < run.peak_bytes < 140_000_000


def test_memory_of_the_bench_itself_is_not_counted() -> None:
    held = b"x" * 200_000_000
    assert 0 < run_program("import time; time.sleep(0.1)").peak_bytes < len(held)


def test_a_program_that_takes_too_long_is_killed() -> None:
    run = run_program("import time; time.sleep(60)", time_limit_s=0.2)
    assert run.exit_code == TIME_LIMIT_EXIT_CODE
    assert run.wall_s < 20


def test_a_program_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProgramMissing, match="no-such-program is not installed"):
        run_measured(["no-such-program"], environment={}, folder=tmp_path, time_limit_s=1)


@pytest.mark.parametrize(
    ("exit_code", "output", "stderr", "want"),
    [
        pytest.param(0, '{"innings": []}', "", {"innings": []}, id="a card is the answer"),
        pytest.param(
            10, "", "x.png: No card.\n  Hint.", {"refused": True, "reason": "No card."}, id="a refusal is an answer"
        ),
        pytest.param(
            70, "", "Traceback\nKeyError: 1\n", {"failure": "exit code 70: KeyError: 1"}, id="a fault is no answer"
        ),
        pytest.param(TIME_LIMIT_EXIT_CODE, "", "", {"failure": "killed after 300 s"}, id="nor is being killed"),
    ],
)
def test_the_end_of_the_program_is_the_answer(
    exit_code: int, output: str, stderr: str, want: dict[str, object]
) -> None:
    assert answer_of(Run(exit_code, output, stderr, cpu_s=1.0, wall_s=300.2, peak_bytes=1)) == want


def document(**metadata: str) -> dict[str, Any]:
    found = document_of().to_json_object()
    return found | {"_metadata": found["_metadata"] | metadata}


def test_a_document_is_compared_in_the_neutral_shape_and_anything_else_as_it_is() -> None:
    assert neutral(document()) == json.loads(json.dumps(to_neutral(document_of())))
    assert neutral({"refused": True}) == {"refused": True}


def test_a_document_says_what_the_row_would_and_a_refusal_does_not() -> None:
    said = summary_of(document())
    assert said is not None
    assert (said.verdict, said.confidence, said.innings) == ("NeedsReview", 0.95, 1)
    assert summary_of({"refused": True}) is None


@pytest.mark.parametrize(
    ("answer", "step"),
    [
        pytest.param(document(engine="tesseract"), Step.NOTHING, id="one reader"),
        pytest.param(document(engine="pdf-text"), Step.NOTHING, id="a text layer"),
        pytest.param(document(engine="tesseract+rapidocr"), Step.PHRASES, id="the second helped the first"),
        pytest.param(document(engine="rapidocr+tesseract"), Step.PAGE, id="the second read the page"),
        pytest.param(document(engine="tesseract+rapidocr", escalation="page"), Step.PAGE, id="the document says so"),
        pytest.param({"refused": True}, None, id="a refusal"),
    ],
)
def test_the_metadata_tell_how_far_the_second_reader_went(answer: dict[str, Any], step: Step | None) -> None:
    assert step_of(answer) is step


def test_each_picture_is_read_in_all_modes_before_the_next_and_beside_the_bare_engines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    commands: list[list[str]] = []

    def run(command: list[str]) -> Run:
        commands.append(command)
        return Run(0, json.dumps(document()), "", cpu_s=float(len(commands)), wall_s=1.0, peak_bytes=1)

    monkeypatch.setattr(read, "_run", run)
    monkeypatch.setattr(read, "is_installed", lambda: True)
    exhibits = [Exhibit(name, {}, Path(f"{name}.png"), None) for name in "ab"]
    modes = (ReaderMode.TESSERACT, ReaderMode.AUTO)
    readings = list(Reader(modes, with_plain=True).read_all(exhibits, jobs=1))
    assert [(each.name, str(each.mode)) for each in readings] == [
        ("a", "tesseract"),
        ("a", "auto"),
        ("b", "tesseract"),
        ("b", "auto"),
    ]
    assert [(each.cost.cpu_s, each.cost.plain_cpu_s, each.cost.rapid_cpu_s) for each in readings[:2]] == [
        (1.0, 3.0, 4.0),
        (2.0, 3.0, 4.0),
    ]
    assert "tesseract" in commands[0]
    assert commands[3][2] == "bench.accuracy.plain_rapid"


def test_a_bare_rapidocr_is_not_run_for_a_mode_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "_run", lambda _command: Run(0, "{}", "", cpu_s=1.0, wall_s=1.0, peak_bytes=1))
    (reading,) = Reader(with_plain=True).read(Exhibit("a", {}, Path("a.png"), None))
    assert (reading.cost.plain_cpu_s, reading.cost.rapid_cpu_s) == (1.0, None)


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """A folder with one plain card, its truth and its words."""
    picture = Image.new("RGB", (700, 300), "white")
    draw, font = ImageDraw.Draw(picture), ImageFont.load_default(22)
    words = []
    for index, line in enumerate(LINES):
        for text, left in line:
            box = draw.textbbox((left, 20 + 50 * index), text, font=font)
            draw.text((left, 20 + 50 * index), text, font=font, fill="black")
            words.append({"text": text, **dict(zip(("left", "top", "right", "bottom"), box, strict=True))})
    picture.save(tmp_path / "1.png")
    (tmp_path / "1.json").write_text(json.dumps(TRUTH), encoding="utf-8")
    (tmp_path / "1.words.json").write_text(json.dumps(words), encoding="utf-8")
    return tmp_path


def test_perfect_words_are_understood_and_the_answers_kept(collection: Path, tmp_path: Path) -> None:
    kept, figures = tmp_path / "answers", tmp_path / "figures"
    assert main([str(collection), "--words", "--out", str(kept), "--json", str(figures)]) == 0
    assert json.loads((kept / "1.json").read_text())["innings"][0]["batting"][0]["name"] == "A Brook"
    overall = json.loads(figures.read_text())["all"]
    assert (overall["f1"], overall["whole_innings"]) == (1.0, 1.0)
    assert overall["cpu_s"] > 0


def test_answers_that_are_there_are_only_compared(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = json.loads(json.dumps(TRUTH))
    wrong["innings"][0]["batting"][1]["runs"] = 13
    answers = collection / "answers"
    answers.mkdir()
    (answers / "1.json").write_text(json.dumps(wrong), encoding="utf-8")
    assert main(["--score-only", "--truth", str(collection), "--pred", str(answers), "--errors", "5"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[-1] == "1 | Harbour: E Thorn | batting runs wrong | printed 12 | answered 13"
    assert not any("CPU" in line for line in shown)


def test_answers_of_several_modes_are_compared_side_by_side(
    collection: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = collection / "answers"
    for mode in ("tesseract", "auto"):
        save_answer(answers / mode, "1", TRUTH if mode == "auto" else {})
    figures = collection / "figures"
    arguments = ["--score-only", "--truth", str(collection), "--pred", str(answers), "--json", str(figures)]
    assert main([*arguments, "--modes", "tesseract,auto", "--errors", "1"]) == 0
    assert json.loads(figures.read_text())["modes"]["auto"]["all"]["f1"] == 1.0
    assert json.loads(figures.read_text())["gains"] == []
    shown = capsys.readouterr().out
    assert shown.startswith("By mode\n")
    assert "\ntesseract: 1 | Harbour: A Brook | batting name missing" in shown


def test_pictures_are_read_in_the_modes_asked_for(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = collection / "kept"
    assert main([str(collection), "--modes", "tesseract", "--out", str(kept), "--markdown"]) == 0
    assert json.loads((kept / "tesseract" / "1.json").read_text())["innings"][0]["team"] == "Harbour"
    assert capsys.readouterr().out.startswith("**By mode**\n")


def test_a_reader_that_is_not_installed_is_refused(
    collection: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "is_installed", lambda: False)
    assert main([str(collection), "--reader", "auto"]) == 1
    assert "the second reader is not installed" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param([], "a folder of pictures is missing", id="no folder"),
        pytest.param(["--score-only"], "--score-only needs --truth and --pred", id="nothing to compare"),
        pytest.param(["x", "--words", "--reader", "auto"], "--words hands over words", id="words and a reader"),
        pytest.param(["{empty}"], "there is no truth in", id="an empty folder"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(
    arguments: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([argument.format(empty=tmp_path) for argument in arguments]) == 1
    assert sentence in capsys.readouterr().err
