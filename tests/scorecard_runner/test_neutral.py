"""The neutral shape: its own names, and nothing that the document does not hold."""

import json
from pathlib import Path

import pytest

from scorecard_runner.document import ScorecardDocument
from scorecard_runner.neutral import to_neutral
from scorecard_runner.read_command import main
from tests.documents import document_of


def test_batters_and_bowlers_have_the_neutral_names() -> None:
    document = document_of()
    innings = to_neutral(document)["innings"][0]
    batter, bowler = document.innings[0].batting[0], document.innings[0].bowling[0]

    assert innings["batting"][0]["name"] == batter.player_name
    assert innings["batting"][0]["balls"] == batter.balls_faced
    assert innings["bowling"][0]["runs"] == bowler.runs_conceded
    assert innings["bowling"][0]["overs"] == f"{bowler.overs_bowled:g}"


@pytest.mark.parametrize(
    ("how_out", "kind"),
    [
        pytest.param("run_out", "run out", id="words instead of underscores"),
        pytest.param("hit_ball_twice", "hit the ball twice", id="the full name"),
        pytest.param("batting", None, id="an innings that goes on has not ended in any way"),
    ],
)
def test_ways_out_have_their_usual_names(how_out: str, kind: str | None) -> None:
    document = document_of().to_json_object()
    document["innings"][0]["batting"][0]["how_out"] = how_out

    neutral = to_neutral(ScorecardDocument.model_validate(document))

    assert neutral["innings"][0]["batting"][0].get("kind") == kind


def test_overs_are_text_as_printed() -> None:
    document = document_of().to_json_object()
    document["innings"][0]["overs"] = 19.3

    assert to_neutral(ScorecardDocument.model_validate(document))["innings"][0]["overs"] == "19.3"


def test_the_read_command_prints_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "document.json"
    path.write_text(json.dumps(document_of().to_json_object()), encoding="utf-8")

    assert main(["--document", "--format", "neutral", str(path)]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(to_neutral(document_of())))
