"""What becomes of rows that nobody works on."""

import dataclasses

import pytest

from scorecard_operator.facts import Facts
from scorecard_operator.sweep import MOST_AT_ONCE, CreateUpload, HealRow, OpenRow, find_busy, sweep
from tests.builders import JobBuilder, PodBuilder, UploadBuilder, at, gather, make_settings, upload_name

SETTINGS = make_settings()
NAME = upload_name(1)
NEW, BEGUN = OpenRow(NAME, 90.0), OpenRow(NAME, 90.0, newest_attempt=2)
CREATE = CreateUpload(NAME)
GONE = HealRow(
    NAME, "UploadGone", "The reading of this file was stopped before it was done. Please upload it again.", 2
)
LOST = HealRow(NAME, "ResultLost", "The file was read, but its result was lost. Please upload it again.", 2)
AS_SAID = HealRow(NAME, "OOMKilled", "Too little memory.", 2)


def ended(phase: str, row_reported: str = "True") -> UploadBuilder:
    """Return an upload that ended; `row_reported` says whether its row was written."""
    condition = {"type": "RowReported", "status": row_reported, "reason": "R", "lastTransitionTime": at(-5)}
    return UploadBuilder().status(
        phase=phase, reason="OOMKilled", message="Too little memory.", attempts=2, conditions=[condition]
    )


def deleting(upload: UploadBuilder) -> UploadBuilder:
    upload.body["metadata"]["deletionTimestamp"] = at(-1)
    return upload


def asked_again(upload: UploadBuilder) -> UploadBuilder:
    upload.body["metadata"]["annotations"] = {"scorecards.cricksy.io/retryRequestedAt": "now"}
    return upload


@pytest.mark.parametrize(
    ("row", "facts", "wanted"),
    [
        pytest.param(NEW, gather([]), CREATE, id="a row that nobody asked about is asked for"),
        pytest.param(NEW, gather([UploadBuilder(2)]), CREATE, id="and the upload of another does not stand for it"),
        pytest.param(NEW, gather([UploadBuilder()]), None, id="one whose upload came meanwhile is left alone"),
        pytest.param(BEGUN, gather([]), GONE, id="one that was begun, and whose upload was deleted, is failed"),
        pytest.param(BEGUN, gather([UploadBuilder().in_flight(2)]), None, id="a row under way is left alone"),
        pytest.param(
            BEGUN, gather([UploadBuilder().status(phase="Retrying", attempts=2)]), None, id="and one between attempts"
        ),
        pytest.param(BEGUN, gather([ended("Failed")]), AS_SAID, id="a row says what its failed upload says"),
        pytest.param(BEGUN, gather([ended("Cancelled")]), AS_SAID, id="a row says what its cancelled upload says"),
        pytest.param(
            BEGUN,
            gather([UploadBuilder().in_flight(2).reported(2).status(phase="Succeeded")]),
            LOST,
            id="a success that left no result in the row is no success",
        ),
        pytest.param(
            BEGUN, gather([ended("Failed", "False")]), None, id="a row that the operator still writes is left to it"
        ),
        pytest.param(BEGUN, gather([asked_again(ended("Failed"))]), None, id="one that is about to run again is left"),
        pytest.param(
            NEW, gather([deleting(UploadBuilder())]), None, id="an upload that is being deleted is waited for"
        ),
        pytest.param(
            BEGUN, gather([deleting(ended("Failed"))]), None, id="an upload that is being deleted after its end, too"
        ),
        pytest.param(BEGUN, gather([], [JobBuilder(1, 2)]), None, id="a Job without an upload may still commit"),
        pytest.param(
            BEGUN,
            gather([], [JobBuilder(1, 2).finished()], [PodBuilder(1, 2).ended(0)]),
            GONE,
            id="one that has ended may not",
        ),
        pytest.param(
            BEGUN, gather([], [], [PodBuilder(1, 2).running()]), None, id="a pod that outlived its Job may still commit"
        ),
        pytest.param(BEGUN, gather([], [], [PodBuilder(1, 2).failed("Evicted")]), GONE, id="an evicted pod may not"),
        pytest.param(
            NEW, gather([], [], [PodBuilder(1, 1).running()]), None, id="a pod that may still claim is waited for"
        ),
        pytest.param(BEGUN, gather([], [], [PodBuilder(2, 2).running()]), GONE, id="the pod of another upload may not"),
        pytest.param(
            dataclasses.replace(BEGUN, age_s=3721.0),
            gather([], [], [PodBuilder(1, 2).running()]),
            GONE,
            id="no pod is waited for longer than a run can take: its node may never come back",
        ),
    ],
)
def test_what_becomes_of_a_row(row: OpenRow, facts: Facts, wanted: CreateUpload | HealRow | None) -> None:
    assert sweep([row], facts, SETTINGS) == ((wanted,) if wanted else ())


@pytest.mark.parametrize(
    ("upload", "is_busy"),
    [
        pytest.param(UploadBuilder(), True, id="an upload that waits"),
        pytest.param(UploadBuilder().in_flight(), True, id="one under way"),
        pytest.param(ended("Failed", "False"), True, id="one whose row is to be written"),
        pytest.param(deleting(ended("Failed")), True, id="one that goes"),
        pytest.param(ended("Failed"), False, id="one that is over"),
    ],
)
def test_rows_in_good_hands_are_not_even_looked_for(upload: UploadBuilder, *, is_busy: bool) -> None:
    assert find_busy(gather([upload])) == ([NAME] if is_busy else [])


def many(count: int, newest_attempt: int | None = None) -> list[OpenRow]:
    return [OpenRow(upload_name(number), 900.0 - number, newest_attempt) for number in range(1, count + 1)]


def test_no_sweep_asks_for_more_than_the_api_server_bears_and_the_oldest_come_first() -> None:
    actions = sweep(many(400), gather([]), SETTINGS)
    assert actions == tuple(CreateUpload(upload_name(number)) for number in range(1, MOST_AT_ONCE + 1))


def test_no_sweep_fails_more_rows_than_that() -> None:
    assert len(sweep(many(400, newest_attempt=1), gather([]), SETTINGS)) == MOST_AT_ONCE


@pytest.mark.parametrize(
    ("waiting", "created"),
    [pytest.param(0, 10, id="none"), pytest.param(7, 3, id="some"), pytest.param(12, 0, id="many")],
)
def test_what_waits_already_leaves_less_room(waiting: int, created: int) -> None:
    queue = [UploadBuilder(900 + number).status(phase="Queued") for number in range(waiting)]
    settings = make_settings(SCORECARD_SWEEP_QUEUE_LIMIT="10")
    assert len(sweep(many(40), gather(queue), settings)) == created


def test_a_full_queue_stops_no_healing() -> None:
    queue = [UploadBuilder(900 + number).status(phase="Queued") for number in range(10)]
    settings = make_settings(SCORECARD_SWEEP_QUEUE_LIMIT="10")
    actions = sweep([*many(40), OpenRow(upload_name(77), 61.0, 1)], gather(queue), settings)
    assert [action.upload_id for action in actions] == [upload_name(77)]


def test_what_runs_or_has_ended_does_not_wait() -> None:
    others = [UploadBuilder(901).in_flight(), UploadBuilder(902).status(phase="Succeeded")]
    settings = make_settings(SCORECARD_SWEEP_QUEUE_LIMIT="1")
    assert len(sweep(many(5), gather(others), settings)) == 1
