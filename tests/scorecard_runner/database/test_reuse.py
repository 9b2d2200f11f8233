"""The same file again, against a real PostgreSQL: its result is taken over, and never from where it should not be."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from scorecard_runner.claim import NothingToDo, Reading
from scorecard_runner.errors import NotAScorecard, Superseded
from scorecard_runner.progress import ResultSummary
from tests.databases import Backend

FILE, OTHER_FILE = "a" * 64, "b" * 64
ENGINE, STRONGEST = "engine/1/auto/eng", "engine/1/rapid/eng"
SUMMARY = ResultSummary(1, "NeedsReview", 0.61, 2, "7/9", "auto")
BETTER = ResultSummary(2, "Verified", 0.99, 2, "9/9", "rapid")
NO_BETTER = ResultSummary(2, "NeedsReview", 0.5, 2, "6/9", "rapid")
# Numbers of every kind, and a NUL: all that a database may give back otherwise than it got it.
CARD: dict[str, Any] = {"innings": [{"runs": 7, "overs": 19.3, "rate": 1e-07, "share": 1.0}], "note": "a\x00é\u2028"}


def document_of(upload_id: UUID, **fields: object) -> dict[str, Any]:
    """Return a document as a run makes it."""
    return {**CARD, **fields, "_metadata": {"upload_id": str(upload_id), "confidence": 0.61}}


def reading_of(
    upload_id: UUID, content: str = FILE, engine: str = ENGINE, summary: ResultSummary = SUMMARY, **fields: object
) -> Reading:
    return Reading(document_of(upload_id, **fields), summary, content, engine)


def read_once(backend: Backend, tenant: str = "", **said: Any) -> UUID:
    """Return an upload that was read."""
    upload_id = backend.add_row()
    pod = backend.pod(upload_id, tenant=tenant)
    pod.claim()
    pod.commit(reading_of(upload_id, **said))
    return upload_id


def reuse(backend: Backend, tenant: str = "") -> tuple[UUID, ResultSummary | None]:
    """Return another upload of the file, and what it took over."""
    upload_id = backend.add_row()
    pod = backend.pod(upload_id, tenant=tenant)
    pod.claim()
    return upload_id, pod.reuse(FILE, ENGINE)


def note_of(backend: Backend, upload_id: UUID) -> tuple[Any, ...]:
    sql = "SELECT outcome, reason, content_sha256, engine, tenant, reused_from FROM scorecard_ocr.attempts"
    return backend.ask(f"{sql} WHERE upload_id = %s ORDER BY attempt DESC", upload_id)[0]


def test_the_same_file_gets_the_same_result_as_an_upload_of_its_own(backend: Backend) -> None:
    first = read_once(backend)
    upload_id, summary = reuse(backend)
    assert summary == replace(SUMMARY, cached=True)
    status, document, error_message = backend.row(upload_id)
    (_, before, _) = backend.row(first)
    assert (status, error_message) == ("parsed", None)
    assert document == {**before, "_metadata": {**before["_metadata"], "upload_id": str(upload_id)}}
    assert note_of(backend, upload_id) == ("parsed", "ResultReused", FILE, ENGINE, "", str(first))
    assert note_of(backend, first) == ("parsed", "Parsed", FILE, ENGINE, "", None)
    (moments,) = backend.ask("SELECT processed_at = updated_at FROM uploads WHERE id = %s", upload_id)
    assert moments == (True,)


def test_what_was_taken_over_is_told_again_as_such(backend: Backend) -> None:
    read_once(backend)
    upload_id, summary = reuse(backend)
    assert backend.pod(upload_id, 2).claim() == NothingToDo(summary)


def test_a_result_may_be_taken_over_from_one_that_took_it_over(backend: Backend) -> None:
    first = read_once(backend)
    second, _ = reuse(backend)
    backend.ask("DELETE FROM uploads WHERE id = %s", first)
    third, summary = reuse(backend)
    assert summary == replace(SUMMARY, cached=True)
    assert note_of(backend, third)[-1] == str(second)


def other_version(backend: Backend) -> None:
    read_once(backend, engine="engine/2/auto/eng")


def other_bytes(backend: Backend) -> None:
    read_once(backend, content=OTHER_FILE)


def other_tenant(backend: Backend) -> None:
    read_once(backend, tenant="club-b")


def refused(backend: Backend) -> None:
    pod = backend.pod(backend.add_row())
    pod.claim()
    pod.fail(NotAScorecard())


def rejected(backend: Backend) -> None:
    backend.ask("UPDATE uploads SET status = 'rejected' WHERE id = %s", read_once(backend))


def deleted(backend: Backend) -> None:
    backend.ask("DELETE FROM uploads WHERE id = %s", read_once(backend))


def emptied(backend: Backend) -> None:
    backend.ask("UPDATE uploads SET parsed_data = 'null' WHERE id = %s", read_once(backend))


def corrected(backend: Backend) -> None:
    change = "UPDATE uploads SET parsed_data = jsonb_set(parsed_data, '{innings,0,runs}', '8') WHERE id = %s"
    backend.ask(change, read_once(backend))


def under_way(backend: Backend) -> None:
    backend.pod(backend.add_row()).claim()


def read_by_an_older_program(backend: Backend) -> None:
    change = "UPDATE scorecard_ocr.attempts SET tenant = NULL, document_sha256 = NULL WHERE upload_id = %s"
    backend.ask(change, read_once(backend))


def file_replaced(backend: Backend) -> None:
    upload_id = read_once(backend)
    pod = backend.pod(upload_id, 2, retries_after=1)
    pod.claim()
    pod.commit(reading_of(upload_id, OTHER_FILE, summary=BETTER))


def not_granted(backend: Backend) -> None:
    read_once(backend)
    backend.ask("REVOKE SELECT (parsed_data) ON uploads FROM reader")


@pytest.mark.parametrize(
    "arrange",
    [
        pytest.param(lambda backend: None, id="nothing was read before"),  # noqa: ARG005 - the others need it
        pytest.param(other_version, id="another version has read it"),
        pytest.param(other_bytes, id="another file was read"),
        pytest.param(other_tenant, id="it was read for another tenant"),
        pytest.param(refused, id="a file was refused"),
        pytest.param(rejected, id="a person has rejected the result"),
        pytest.param(deleted, id="the row is gone"),
        pytest.param(emptied, id="the document is gone"),
        pytest.param(corrected, id="somebody has changed the document"),
        pytest.param(under_way, id="it is just being read"),
        pytest.param(read_by_an_older_program, id="nobody noted what the document was"),
        pytest.param(file_replaced, id="the row holds the result of another file by now"),
        pytest.param(not_granted, id="documents may not be read"),
    ],
)
def test_a_file_is_to_be_read(backend: Backend, arrange: Any) -> None:
    arrange(backend)
    upload_id, summary = reuse(backend)
    assert summary is None
    assert backend.row(upload_id) == ("processing", {}, None)
    assert note_of(backend, upload_id)[:3] == ("running", None, None)


def test_a_result_that_was_applied_is_taken_over_too(backend: Backend) -> None:
    backend.ask("UPDATE uploads SET status = 'applied' WHERE id = %s", read_once(backend))
    assert reuse(backend)[1] == replace(SUMMARY, cached=True)


def test_uploads_of_a_tenant_share_results(backend: Backend) -> None:
    read_once(backend, tenant="club-a")
    assert reuse(backend, tenant="club-a")[1] is not None


def test_one_that_cannot_be_used_does_not_hide_another_that_can(backend: Backend) -> None:
    first = read_once(backend)
    corrected(backend)
    assert note_of(backend, reuse(backend)[0])[-1] == str(first)


def test_a_claim_that_was_lost_takes_nothing_over(backend: Backend) -> None:
    read_once(backend)
    upload_id = backend.add_row()
    old, new = backend.pod(upload_id, 1), backend.pod(upload_id, 2)
    old.claim()
    new.claim()
    with pytest.raises(Superseded):
        old.reuse(FILE, ENGINE)
    assert backend.row(upload_id) == ("processing", {}, None)


def test_taking_over_twice_is_harmless_and_so_is_a_commit_after_an_answer_that_got_lost(backend: Backend) -> None:
    read_once(backend)
    upload_id = backend.add_row()
    pod = backend.pod(upload_id)
    pod.claim()
    summary = pod.reuse(FILE, ENGINE)
    row = backend.row(upload_id)
    assert pod.reuse(FILE, ENGINE) == summary
    assert pod.commit(reading_of(upload_id, summary=BETTER)) == summary
    assert backend.row(upload_id) == row


def bettered(backend: Backend, summary: ResultSummary) -> UUID:
    """Return an upload that the strongest reader has read again."""
    upload_id = read_once(backend)
    pod = backend.pod(upload_id, 2, escalates=1)
    pod.claim()
    pod.commit(reading_of(upload_id, engine=STRONGEST, summary=summary, by="the strongest"))
    return upload_id


def test_a_result_that_was_bettered_since_is_taken_over_as_it_is_now(backend: Backend) -> None:
    bettered(backend, BETTER)
    upload_id, summary = reuse(backend)
    assert summary == replace(BETTER, attempt=1, cached=True)
    assert backend.row(upload_id)[1]["by"] == "the strongest"


def read_again(backend: Backend, upload_id: UUID) -> ResultSummary | None:
    pod = backend.pod(upload_id, 2, escalates=1)
    pod.claim()
    return pod.reuse(FILE, STRONGEST)


def test_the_strongest_reader_takes_over_what_it_made_of_the_file(backend: Backend) -> None:
    upload_id = read_once(backend)
    bettered(backend, BETTER)
    assert read_again(backend, upload_id) == replace(BETTER, cached=True)
    assert backend.row(upload_id)[1]["by"] == "the strongest"
    assert backend.outcomes(upload_id) == [(1, "parsed", "Parsed"), (2, "parsed", "ResultReused")]


def test_what_the_strongest_reader_could_not_better_is_not_tried_again(backend: Backend) -> None:
    upload_id = read_once(backend)
    bettered(backend, NO_BETTER)
    before = backend.row(upload_id)
    assert read_again(backend, upload_id) == SUMMARY
    assert backend.row(upload_id) == before
    assert backend.outcomes(upload_id)[1] == (2, "abandoned", "FirstResultKept")
