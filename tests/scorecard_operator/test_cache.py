"""What was seen last counts, whichever way it came: by a watch, a LIST, or the answer to a write."""

from typing import Any

import pytest

from scorecard_operator.cache import Cache
from tests.builders import JobBuilder, PodBuilder, UploadBuilder, at, upload_name

NAME = upload_name(1)


def seen(
    version: object, *, uid: str = "uid-1", number: int = 1, phase: str | None = None, **spec: object
) -> dict[str, Any]:
    """Return an upload as the API server tells of it at `version`."""
    body = UploadBuilder(number).spec(**spec).status(phase=phase).raw()
    body["metadata"] |= {"uid": uid, "resourceVersion": version}
    return body


def phase_in(cache: Cache) -> str | None:
    return cache.uploads.facts[NAME].status.phase


@pytest.mark.parametrize(
    ("versions", "want"),
    [
        pytest.param([("5", "Queued"), ("7", "Running")], "Running", id="a newer one replaces an older one"),
        pytest.param([("7", "Running"), ("5", "Queued")], "Running", id="a late event does not undo an answer"),
        pytest.param([("99", "Queued"), ("100", "Running")], "Running", id="versions are compared as numbers"),
        pytest.param([("7", "Running"), ("7", "Running")], "Running", id="the same one twice changes nothing"),
        pytest.param([("", "Queued"), ("a1", "Running")], "Running", id="without numbers the last one counts"),
    ],
)
def test_the_newest_version_of_an_object_stays(versions: list[tuple[str, str]], want: str) -> None:
    cache = Cache()
    for version, phase in versions:
        cache.uploads.put(seen(version, phase=phase))
    assert phase_in(cache) == want


def test_a_namesake_created_later_takes_the_place_at_once() -> None:
    cache = Cache()
    cache.uploads.put(seen("7", uid="old"))
    cache.uploads.put(seen("9", uid="new"))
    assert cache.uploads.facts[NAME].uid == "new"


def test_a_deleted_object_is_forgotten() -> None:
    cache = Cache()
    cache.uploads.put(seen("7"))
    cache.uploads.remove(seen("8"))
    assert cache.uploads.facts == {}


def test_the_end_of_a_namesake_does_not_remove_the_new_one() -> None:
    cache = Cache()
    cache.uploads.put(seen("9", uid="new"))
    cache.uploads.remove(seen("8", uid="old"))
    assert cache.uploads.facts[NAME].uid == "new"


def test_the_end_of_something_unknown_changes_nothing() -> None:
    cache = Cache()
    cache.uploads.put(seen("9"))
    cache.uploads.remove(seen("9", uid="uid-2", number=2))
    assert list(cache.uploads.facts) == [NAME]


def test_after_its_end_a_namesake_may_come_again_with_any_version() -> None:
    cache = Cache()
    cache.uploads.put(seen("900"))
    cache.uploads.remove(seen("901"))
    cache.uploads.put(seen("5", uid="uid-2", phase="Queued"))
    assert phase_in(cache) == "Queued"


def test_an_object_that_turns_unreadable_is_forgotten() -> None:
    cache = Cache()
    cache.uploads.put(seen("7"))
    cache.uploads.put(seen("8", timeoutSeconds=-1))
    assert cache.uploads.facts == {}


def test_a_list_drops_what_was_known_before_it_and_is_not_in_it() -> None:
    cache = Cache()
    for number in (1, 2):
        cache.uploads.put(seen("7", uid=f"uid-{number}", number=number))
    cache.uploads.forget_unlisted({NAME}, {upload_name(1), upload_name(2)})
    assert list(cache.uploads.facts) == [NAME]


def test_a_list_keeps_what_was_created_while_it_was_under_way() -> None:
    cache = Cache()
    known_before = set(cache.uploads.facts)
    cache.uploads.put(seen("9"))
    cache.uploads.forget_unlisted(set(), known_before)
    assert list(cache.uploads.facts) == [NAME]


def test_a_list_does_not_undo_what_was_answered_while_it_was_under_way() -> None:
    cache = Cache()
    cache.uploads.put(seen("5", phase="Queued"))
    cache.uploads.put(seen("9", phase="Running"))
    cache.uploads.put(seen("5", phase="Queued"))
    cache.uploads.forget_unlisted({NAME}, {NAME})
    assert phase_in(cache) == "Running"


def test_a_list_does_not_bring_back_what_was_deleted_while_it_was_under_way() -> None:
    cache = Cache()
    cache.uploads.put(seen("5"))
    cache.uploads.remove(seen("9"))
    cache.uploads.put(seen("5"))
    cache.uploads.forget_unlisted({NAME}, {NAME})
    assert cache.facts().uploads == ()


def test_an_empty_list_of_an_empty_namespace_empties_the_cache() -> None:
    cache = Cache()
    cache.uploads.put(seen("5"))
    cache.uploads.forget_unlisted(set(), {NAME})
    assert cache.facts().uploads == ()


def test_jobs_are_gathered_under_their_upload_in_the_order_of_attempts() -> None:
    cache = Cache()
    for attempt in (10, 2, 1):
        cache.jobs.put(JobBuilder(1, attempt).raw())
    cache.jobs.put(JobBuilder(2, 1).raw())
    found = cache.facts().jobs
    assert {name: [job.attempt for job in jobs] for name, jobs in found.items()} == {
        NAME: [1, 2, 10],
        upload_name(2): [1],
    }


@pytest.mark.parametrize("order", [pytest.param(1, id="older one first"), pytest.param(-1, id="newer one first")])
def test_of_two_pods_of_a_job_the_newer_one_speaks(order: int) -> None:
    cache, bodies = Cache(), []
    for name, seconds in (("first", -9), ("second", -3)):
        body = PodBuilder().raw()
        body["metadata"] |= {"name": name, "uid": name, "creationTimestamp": at(seconds)}
        bodies.append(body)
    for body in bodies[::order]:
        cache.pods.put(body)
    assert [pod.name for pod in cache.facts().pods.values()] == ["second"]


def test_facts_do_not_change_under_the_one_who_reads_them() -> None:
    cache = Cache()
    cache.refusals[NAME], cache.reported_rows["uid-1"] = "exceeded quota", "failed"
    cache.gone_jobs.add("ocr-1")
    before = cache.facts()
    cache.uploads.put(seen("5"))
    cache.forget_answers()
    cache.reported_rows.clear()
    assert (before.uploads, before.gone_jobs) == ((), frozenset({"ocr-1"}))
    assert (before.refusals, before.reported_rows) == ({NAME: "exceeded quota"}, {"uid-1": "failed"})


def test_answers_are_asked_for_again_after_a_list_but_a_row_is_not_written_twice() -> None:
    cache = Cache()
    cache.uploads.put(seen("5"))
    cache.gone_jobs.add("ocr-1")
    cache.refusals[NAME] = "exceeded quota"
    cache.reported_rows |= {"uid-1": "failed", "uid-of-one-deleted-since": "failed"}
    cache.forget_answers()
    assert (cache.gone_jobs, cache.refusals, cache.reported_rows) == (set(), {}, {"uid-1": "failed"})
