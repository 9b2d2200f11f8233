"""The row that no pod could report on, in a real PostgreSQL under the role that has the documented grants only."""

import asyncio
import socket
from contextlib import closing

import psycopg2
import pytest

from scorecard_operator.errors import RowError
from scorecard_operator.rows import Rows
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
