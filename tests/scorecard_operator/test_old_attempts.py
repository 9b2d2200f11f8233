"""Which attempts may leave the database, in a real PostgreSQL under the role that has the documented grants only."""

from contextlib import closing
from uuid import UUID, uuid4

import psycopg2
import pytest

from scorecard_operator.errors import RowError
from scorecard_operator.rows import Rows
from tests.databases import Backend

DAYS = 90


def add_attempt(backend: Backend, upload_id: UUID, attempt: int, outcome: str = "parsed", days: int = DAYS + 1) -> None:
    """Add an attempt that ended, or was claimed, so long ago."""
    backend.ask(
        "INSERT INTO scorecard_ocr.attempts (upload_id, attempt, pod_uid, outcome, claimed_at, finished_at)"
        " SELECT %s, %s::int, 'pod', said, moment, CASE WHEN said = 'running' THEN NULL ELSE moment END"
        " FROM (SELECT %s AS said, now() - %s::int * interval '1 day' AS moment) AS given",
        upload_id,
        attempt,
        outcome,
        days,
    )


def left(backend: Backend, upload_id: UUID) -> list[int]:
    return [attempt for attempt, *_ in backend.outcomes(upload_id)]


async def tidy(backend: Backend, limit: int = 100) -> int:
    return await Rows(backend.address).delete_attempts(DAYS, limit)


@pytest.mark.parametrize("status", ["applied", "rejected", "failed"])
async def test_all_old_attempts_of_a_row_that_somebody_has_dealt_with_go(backend: Backend, status: str) -> None:
    upload_id = backend.add_row(status)
    for attempt, outcome in enumerate(("failed", "parsed", "abandoned"), start=1):
        add_attempt(backend, upload_id, attempt, outcome)
    add_attempt(backend, upload_id, 4, "parsed", days=DAYS - 1)
    assert await tidy(backend) == 3
    assert left(backend, upload_id) == [4]


async def test_attempts_of_a_row_that_is_gone_go(backend: Backend) -> None:
    upload_id = uuid4()
    add_attempt(backend, upload_id, 1)
    assert await tidy(backend) == 1
    assert left(backend, upload_id) == []


async def test_the_result_that_a_row_holds_stays_and_what_came_before_and_after_goes(backend: Backend) -> None:
    upload_id = backend.add_row("parsed")
    for attempt, outcome in enumerate(("failed", "parsed", "parsed", "abandoned"), start=1):
        add_attempt(backend, upload_id, attempt, outcome)
    assert await tidy(backend) == 3
    assert left(backend, upload_id) == [3]


@pytest.mark.parametrize("status", ["pending", "uploaded", "processing", "a status of tomorrow"])
async def test_attempts_of_a_row_that_is_not_final_stay(backend: Backend, status: str) -> None:
    upload_id = backend.add_row(status)
    for attempt, outcome in enumerate(("failed", "abandoned"), start=1):
        add_attempt(backend, upload_id, attempt, outcome)
    assert await tidy(backend) == 0
    assert left(backend, upload_id) == [1, 2]


@pytest.mark.parametrize("status", ["parsed", "failed", "processing"])
async def test_a_claim_is_never_deleted(backend: Backend, status: str) -> None:
    upload_id = backend.add_row(status)
    add_attempt(backend, upload_id, 1, "running", days=1000)
    assert await tidy(backend) == 0
    assert left(backend, upload_id) == [1]


async def test_only_so_many_go_at_once_and_what_somebody_holds_is_left_to_him(backend: Backend) -> None:
    upload_ids = [backend.add_row("failed") for _ in range(5)]
    for upload_id in upload_ids:
        add_attempt(backend, upload_id, 1, "failed")
    assert await tidy(backend, limit=2) == 2
    (held,) = backend.ask("SELECT upload_id FROM scorecard_ocr.attempts LIMIT 1")[0]
    with closing(psycopg2.connect(backend.admin_address)) as db, db.cursor() as sql:
        sql.execute("SELECT 1 FROM scorecard_ocr.attempts WHERE upload_id = %s FOR UPDATE", [str(held)])
        assert await tidy(backend) == 2
    assert await tidy(backend) == 1


async def test_the_fence_holds_for_a_run_that_is_asked_for_after_the_attempts_are_gone(backend: Backend) -> None:
    upload_id = backend.add_row("failed")
    add_attempt(backend, upload_id, 1, "failed")
    assert await tidy(backend) == 1
    backend.pod(upload_id, 2, retries_after=1).claim()
    assert backend.outcomes(upload_id) == [(2, "running", None)]
    assert backend.row(upload_id)[0] == "processing"


async def test_what_cannot_be_deleted_is_our_error(bare_backend: Backend) -> None:
    with pytest.raises(RowError, match="UndefinedTable"):
        await tidy(bare_backend)
