"""The row that no pod could report on, in a real PostgreSQL under the role that has the documented grants only."""

import asyncio
import socket
from contextlib import closing
from uuid import UUID

import psycopg2
import pytest

from scorecard_operator.errors import RowError
from scorecard_operator.rows import Rows
from scorecard_runner.errors import NotAScorecard, Superseded
from tests.databases import Backend


@pytest.mark.parametrize("status", ["uploaded", "processing"])
async def test_a_row_that_is_not_final_is_failed_with_the_reason_for_people(backend: Backend, status: str) -> None:
    upload_id = backend.add_row(status)
    assert await Rows(backend.address).fail(str(upload_id), "OOMKilled", "Too little memory.") == "failed"
    assert backend.row(upload_id) == ("failed", {}, "OOMKilled: Too little memory.")
    (moments,) = backend.ask("SELECT processed_at = updated_at, updated_at > '2021-01-01' FROM uploads")
    assert moments == (True, True)


@pytest.mark.parametrize("status", ["pending", "parsed", "applied", "rejected", "failed"])
async def test_another_row_is_left_as_it_is_and_its_status_told(backend: Backend, status: str) -> None:
    upload_id = backend.add_row(status)
    assert await Rows(backend.address).fail(str(upload_id), "Cancelled", "Stopped.") == status
    assert backend.row(upload_id) == (status, {}, None)


async def test_a_row_that_does_not_exist_is_told_as_such(backend: Backend) -> None:
    assert await Rows(backend.address).fail("5d5b2c9e-1d5f-4a7e-9c9f-0a4c2d7b1e11", "Cancelled", "Stopped.") == ""


async def test_a_pod_that_may_still_be_alive_loses_its_claim_with_the_row(backend: Backend) -> None:
    upload_id = backend.add_row()
    backend.pod(upload_id).claim()
    await Rows(backend.address).fail(str(upload_id), "RunDeadlineExceeded", "Too slow.")
    assert backend.outcomes(upload_id) == [(1, "abandoned", "RunDeadlineExceeded")]


async def test_telling_twice_changes_nothing(backend: Backend) -> None:
    upload_id, rows = backend.add_row(), Rows(backend.address)
    await rows.fail(str(upload_id), "OOMKilled", "Too little memory.")
    assert await rows.fail(str(upload_id), "Cancelled", "Stopped.") == "failed"
    assert backend.row(upload_id)[2] == "OOMKilled: Too little memory."


async def test_a_database_that_is_away_is_our_error_without_its_address() -> None:
    with closing(socket.socket()) as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"postgresql://me:secret@127.0.0.1:{unused.getsockname()[1]}/x"
        with pytest.raises(RowError) as raised:
            await Rows(address).fail("5d5b2c9e-1d5f-4a7e-9c9f-0a4c2d7b1e11", "Cancelled", "Stopped.")
    assert "secret" not in str(raised.value)
    assert raised.value.is_retryable


async def test_a_database_that_was_not_prepared_is_our_error_too(bare_backend: Backend) -> None:
    upload_id = bare_backend.add_row()
    with pytest.raises(RowError):
        await Rows(bare_backend.address).fail(str(upload_id), "Cancelled", "Stopped.")
    assert bare_backend.row(upload_id)[0] == "uploaded"


async def test_mended_a_row_is_locked_before_its_attempts_as_the_runners_do(backend: Backend) -> None:
    upload_id = backend.add_row()
    backend.pod(upload_id).claim()
    with closing(psycopg2.connect(backend.admin_address)) as db, db.cursor() as sql:
        sql.execute("SELECT 1 FROM uploads WHERE id = %s FOR UPDATE", [str(upload_id)])
        waiting = asyncio.create_task(Rows(backend.address).fail(str(upload_id), "PodLost", "Gone."))
        while not backend.ask("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"):  # noqa: ASYNC110 - a lock has no event
            await asyncio.sleep(0.01)
        # Whoever has the row gets its attempts without waiting: the other way round both would wait for each other.
        sql.execute("SELECT 1 FROM scorecard_ocr.attempts WHERE upload_id = %s FOR UPDATE NOWAIT", [str(upload_id)])
        db.commit()
        assert await waiting == "failed"


def age(backend: Backend, upload_id: UUID, seconds: int) -> None:
    backend.ask(
        "UPDATE uploads SET updated_at = now() - %s::int * interval '1 second' WHERE id = %s", seconds, upload_id
    )


async def find_open(backend: Backend, *known: UUID, limit: int = 10) -> list[tuple[UUID, int | None]]:
    """Return id and newest attempt of the rows that were not changed for a minute."""
    found = await Rows(backend.address).find_open(60, [str(upload_id) for upload_id in known], limit)
    assert all(row.age_s > 60 for row in found)
    return [(UUID(row.upload_id), row.newest_attempt) for row in found]


async def test_rows_that_wait_are_found_the_oldest_first_with_their_newest_attempt(backend: Backend) -> None:
    new, begun, fresh = (backend.add_row() for _ in range(3))
    for attempt in (1, 2):
        backend.pod(begun, attempt).claim()
    for upload_id, seconds in ((new, 100), (begun, 200), (fresh, 10)):
        age(backend, upload_id, seconds)
    assert await find_open(backend) == [(begun, 2), (new, None)]
    assert await find_open(backend, limit=1) == [(begun, 2)]
    assert await find_open(backend, begun) == [(new, None)]
    assert await find_open(backend, begun, new) == []


@pytest.mark.parametrize("status", ["pending", "parsed", "applied", "rejected", "failed"])
async def test_a_row_that_is_final_or_not_complete_does_not_wait(backend: Backend, status: str) -> None:
    backend.add_row(status)
    assert await find_open(backend) == []


async def test_thousands_of_rows_that_are_known_are_passed_over(backend: Backend) -> None:
    backend.ask(
        "INSERT INTO uploads (id, filename, s3_bucket, s3_key, status)"
        " SELECT gen_random_uuid(), 'f', 'b', 'k', 'uploaded' FROM generate_series(1, 5000)"
    )
    known = [upload_id for (upload_id,) in backend.ask("SELECT id FROM uploads")]
    assert len(await find_open(backend, limit=500)) == 500
    assert await find_open(backend, *map(str, known)) == []  # type: ignore[arg-type] # the driver gives them as text


async def test_a_row_that_nobody_will_finish_is_failed_and_its_claim_taken_away(backend: Backend) -> None:
    upload_id = backend.add_row()
    pod = backend.pod(upload_id)
    pod.claim()
    assert await Rows(backend.address).heal(str(upload_id), "UploadGone", "Stopped.", 1) == "failed"
    assert backend.row(upload_id) == ("failed", {}, "UploadGone: Stopped.")
    assert backend.outcomes(upload_id) == [(1, "abandoned", "UploadGone")]
    with pytest.raises(Superseded):
        pod.fail(NotAScorecard())


@pytest.mark.parametrize("seen", [None, 1])
async def test_a_row_that_a_newer_attempt_has_claimed_is_left_to_it(backend: Backend, seen: int | None) -> None:
    upload_id = backend.add_row()
    for attempt in (1, 2):
        backend.pod(upload_id, attempt).claim()
    assert await Rows(backend.address).heal(str(upload_id), "UploadGone", "Stopped.", seen) == "processing"
    assert backend.outcomes(upload_id) == [(1, "abandoned", None), (2, "running", None)]


@pytest.mark.parametrize("status", ["parsed", "applied", "rejected", "failed", "pending"])
async def test_a_row_that_became_final_meanwhile_keeps_what_it_has(backend: Backend, status: str) -> None:
    upload_id = backend.add_row(status)
    assert await Rows(backend.address).heal(str(upload_id), "UploadGone", "Stopped.", None) == status
    assert backend.row(upload_id) == (status, {}, None)


async def test_rows_that_cannot_be_looked_for_are_our_error(backend: Backend) -> None:
    backend.ask("REVOKE SELECT (updated_at) ON uploads FROM reader")
    with pytest.raises(RowError, match="InsufficientPrivilege"):
        await find_open(backend)
