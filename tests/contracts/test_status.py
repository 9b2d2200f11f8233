"""The status: what the runner reports is what the custom resource holds, and each side writes only its own part."""

import datetime as dt
import re
from typing import Any
from uuid import UUID

import pytest
import yaml

from scorecard_operator import cluster, crd, resource
from scorecard_operator.actions import OWNED_BY_RUNNER, dump_status
from scorecard_operator.outcome import FINISHED_STAGE
from scorecard_operator.resource import API_VERSION, PLURAL, ScorecardUpload, Status
from scorecard_operator.vocabulary import Reason
from scorecard_runner import report
from scorecard_runner.document import Verdict
from scorecard_runner.progress import Progress, ResultSummary, Stage
from scorecard_runner.report import ApiServer, StatusReporter
from tests.builders import NOW, UploadBuilder, upload_name
from tests.contracts.pages import CONTRACT, marked, section_of

PAGE = section_of(CONTRACT, "Status of the `ScorecardUpload`")
EXAMPLE = PAGE.partition("```yaml\n")[2].partition("```")[0]
STATUS_SCHEMA = crd.openapi_schema()["properties"]["status"]["properties"]
LATER = NOW.astimezone(dt.timezone(dt.timedelta(hours=5, minutes=30)))
BEGUN = Progress(attempt=1)
READ = Progress(attempt=3, done=2, total=3, fetched_at=NOW, recognised_at=LATER, stored_at=LATER, reader="auto")
RESULT = ResultSummary(
    attempt=1, verdict=Verdict.VERIFIED, confidence=1.0, innings=2, checks="11/12", reader="auto", cached=True
)


def words_beside(field: str) -> list[str]:
    """Return the words that the example shows for a field: its value and those of the comment."""
    (line,) = re.findall(rf"^  {field}: (.+)$", EXAMPLE, re.MULTILINE)
    return re.findall(r"\w+", re.sub(r"\bor\b", "", line))


def reported_fields(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    sent: dict[str, Any] = {}

    def apply(_: StatusReporter, fields: dict[str, Any]) -> int:
        sent.update(fields)
        return 200

    monkeypatch.setattr(StatusReporter, "_apply", apply)
    StatusReporter(ApiServer("https://api"), "cards", UUID(upload_name(1))).report(READ, RESULT)
    return sent


@pytest.mark.parametrize("stage", [pytest.param(stage, id=f"in stage {stage}") for stage in Stage])
@pytest.mark.parametrize(
    "moment", [pytest.param(BEGUN, id="nothing is known yet"), pytest.param(READ, id="everything is known")]
)
def test_progress_is_understood(moment: Progress, stage: Stage) -> None:
    said = moment.at(stage).to_json_object()
    understood = resource.Progress.model_validate(said)
    assert understood.model_dump(by_alias=True, exclude_none=True) == said
    assert set(said) <= set(STATUS_SCHEMA["progress"]["properties"])


@pytest.mark.parametrize("verdict", [pytest.param(verdict, id=f"verdict {verdict}") for verdict in Verdict])
def test_a_result_is_understood(verdict: Verdict) -> None:
    said = ResultSummary(2, str(verdict), 0.9712, 4, "0/0").to_json_object()
    understood = resource.Result.model_validate(said)
    assert understood.model_dump(by_alias=True) == said
    assert set(said) == set(STATUS_SCHEMA["result"]["properties"])


def test_the_runner_reports_every_field_that_the_resource_and_the_page_have() -> None:
    example = yaml.safe_load(EXAMPLE)
    assert set(READ.to_json_object()) == set(STATUS_SCHEMA["progress"]["properties"]) == set(example["progress"])
    assert set(RESULT.to_json_object()) == set(STATUS_SCHEMA["result"]["properties"]) == set(example["result"])


def test_stages_are_those_of_the_page_and_of_the_description_of_the_field() -> None:
    description = STATUS_SCHEMA["progress"]["properties"]["stage"]["description"]
    assert words_beside("stage")[1:] == list(Stage)
    assert re.findall(r"[a-z]+", description.replace(" or ", " ")) == list(Stage)
    assert FINISHED_STAGE == Stage.FINISHED


def test_verdicts_are_those_of_the_page_and_of_the_operator() -> None:
    assert words_beside("verdict") == list(map(str, Verdict)) == list(map(str, (Reason.VERIFIED, Reason.NEEDS_REVIEW)))


def test_the_operator_leaves_out_exactly_what_the_runner_applies(monkeypatch: pytest.MonkeyPatch) -> None:
    applied = set(reported_fields(monkeypatch)["status"])
    whole = Status.model_validate(UploadBuilder().in_flight().reported().raw()["status"])
    dumped = whole.model_dump(by_alias=True, exclude_none=True, mode="json")
    assert applied == OWNED_BY_RUNNER == set(dumped) - set(dump_status(whole))
    assert applied == {name.removeprefix("status.") for name in marked(PAGE) if name.startswith("status.")}


def test_each_side_applies_under_the_name_that_the_page_gives_it() -> None:
    assert {report.FIELD_MANAGER, cluster.FIELD_MANAGER} == {name for name in marked(PAGE) if "scorecard-" in name}
    assert f"`{report.FIELD_MANAGER}` owns exactly `status.progress` and `status.result`" in " ".join(PAGE.split())


def test_the_runner_reports_to_the_resource_that_the_operator_watches() -> None:
    url = StatusReporter(ApiServer("https://api"), "cards", UUID(upload_name(1)))._url
    assert report.API_VERSION == API_VERSION
    assert f"/apis/{API_VERSION}/namespaces/cards/{PLURAL}/{upload_name(1)}/status?" in url


def test_a_whole_report_is_a_valid_status(monkeypatch: pytest.MonkeyPatch) -> None:
    status = reported_fields(monkeypatch)["status"]
    upload = ScorecardUpload.model_validate({"spec": {"uploadId": upload_name(1)}, "status": status})
    assert upload.status is not None
    assert upload.status.model_dump(by_alias=True, exclude_defaults=True) == status
