"""What people read about an attempt that broke."""

import datetime as dt
from typing import Any

import pytest

from scorecard_operator.facts import Termination
from scorecard_operator.failures import (
    IMAGE_HINT,
    SENTENCE_LIMIT,
    Broken,
    by_runner,
    cut,
    lost,
    not_started,
    out_of_memory,
    overdue,
    removed,
)
from tests.builders import NOW, PodBuilder


def end_of(exit_code: int, reason: str = "Error", **said: Any) -> Termination:
    return Termination(exit_code, reason, NOW, **said)


@pytest.mark.parametrize(
    ("end", "want"),
    [
        pytest.param(end_of(10), "input", id="10 is the upload itself"),
        pytest.param(end_of(20), "dependency", id="20 is the storage"),
        pytest.param(end_of(21), "dependency", id="21 is the database"),
        pytest.param(end_of(22), "dependency", id="22 is the API server"),
        pytest.param(end_of(30), "application", id="30 is the soft time limit"),
        pytest.param(end_of(70), "application", id="70 is a bug"),
        pytest.param(end_of(1), "application", id="any other code is a bug too"),
        pytest.param(end_of(128, "StartError"), "infrastructure", id="the container runtime could not begin"),
        pytest.param(end_of(128, "ContainerStartupError"), "infrastructure", id="nor in other words"),
        pytest.param(end_of(10, "StartError"), "input", id="a code of ours counts before the words of the runtime"),
        pytest.param(end_of(1, ""), "application", id="the runtime says nothing"),
    ],
)
def test_the_exit_code_tells_whose_fault_it_was(end: Termination, want: str) -> None:
    assert by_runner(end).failure_class == want


def test_the_words_of_the_runner_are_passed_on() -> None:
    broken = by_runner(end_of(20, word="ObjectNotFound", message="It is gone.", hint="Upload it again."))
    assert (broken.reason, broken.message, broken.hint) == ("ObjectNotFound", "It is gone.", "Upload it again.")


def test_a_silent_end_is_explained_by_its_code_and_points_to_the_log() -> None:
    broken = by_runner(end_of(139))
    assert (broken.reason, broken.exit_code) == ("RunnerCrashed", 139)
    assert "exit code 139" in broken.message
    assert "kubectl logs" in broken.hint


@pytest.mark.parametrize("is_reported", [pytest.param(True, id="written"), pytest.param(False, id="not written")])
def test_whether_the_row_was_written_is_the_word_of_the_runner(*, is_reported: bool) -> None:
    assert by_runner(end_of(10, is_row_reported=is_reported)).is_row_reported is is_reported


@pytest.mark.parametrize(
    ("exit_code", "want"),
    [
        pytest.param(0, 0, id="the least"),
        pytest.param(255, 255, id="the most"),
        pytest.param(-1, None, id="none was given"),
        pytest.param(-1073741510, None, id="a code of another system"),
        pytest.param(256, None, id="beyond what the status takes"),
    ],
)
def test_only_an_exit_code_that_the_status_takes_is_shown(exit_code: int, want: int | None) -> None:
    assert by_runner(end_of(exit_code)).exit_code == out_of_memory(end_of(exit_code)).exit_code == want


@pytest.mark.parametrize(
    ("pod", "reason", "exit_code", "said"),
    [
        pytest.param(PodBuilder().failed("Evicted"), "Evicted", None, "The node gave", id="evicted by the kubelet"),
        pytest.param(
            PodBuilder().running().disrupted(), "Evicted", None, "The node gave", id="evicted through the API"
        ),
        pytest.param(
            PodBuilder().ended(143).disrupted(), "Evicted", 143, "The node gave", id="evicted after it had begun"
        ),
        pytest.param(PodBuilder().ended(137), "PodLost", 137, "from outside", id="killed, nobody knows by whom"),
    ],
)
def test_a_lost_pod_says_how_it_was_lost(pod: PodBuilder, reason: str, exit_code: int | None, said: str) -> None:
    broken = lost(pod.fact(), NOW)
    assert (broken.failure_class, broken.reason, broken.exit_code) == ("infrastructure", reason, exit_code)
    assert said in broken.message


@pytest.mark.parametrize(
    ("waiting", "reason", "in_hint"),
    [
        pytest.param("ErrImagePull", "ErrImagePull", "runner.image", id="the image cannot be pulled"),
        pytest.param("CreateContainerConfigError", "CreateContainerConfigError", "Secrets", id="a Secret is missing"),
        pytest.param("Unschedulable", "Unschedulable", "runner.profiles", id="no node has room"),
        pytest.param("CreateContainerError", "CreateContainerError", "kubectl describe", id="anything else"),
        pytest.param("", "StartDeadlineExceeded", "kubectl describe", id="nobody says why"),
    ],
)
def test_a_start_that_failed_says_what_to_do_about_it(waiting: str, reason: str, in_hint: str) -> None:
    broken = not_started(NOW, 120, waiting, "")
    assert broken.reason == reason
    assert in_hint in broken.hint
    assert broken.message == "The runner did not start within 120 s."


def test_every_trouble_with_an_image_has_the_same_mend() -> None:
    words = ("ImagePullBackOff", "ErrImagePull", "ErrImageNeverPull", "InvalidImageName")
    assert {not_started(NOW, 120, word, "").hint for word in words} == {IMAGE_HINT}


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(by_runner(end_of(70)), id="a crash"),
        pytest.param(out_of_memory(end_of(137, "OOMKilled")), id="out of memory"),
        pytest.param(lost(PodBuilder().ended(137).fact(), NOW), id="a lost pod"),
        pytest.param(removed(NOW), id="a deleted Job"),
        pytest.param(overdue(NOW), id="too slow"),
        pytest.param(not_started(NOW, 120, "ErrImagePull", "no " * 1000), id="no start"),
    ],
)
def test_a_failure_is_complete_and_fits_into_the_status(broken: Broken) -> None:
    assert broken.finished_at == NOW
    assert broken.finished_at.tzinfo is dt.UTC
    for text in (broken.message, broken.hint):
        assert 0 < len(text) <= SENTENCE_LIMIT
    assert broken.reason.isalnum()


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("x" * 1024, "x" * 1024, id="just as long as allowed"),
        pytest.param("x" * 1025, "x" * 1023 + "…", id="one letter too long"),
        pytest.param("🏏" * 2000, "🏏" * 1023 + "…", id="letters are counted, not bytes"),
    ],
)
def test_a_text_is_cut_to_the_bound_of_the_status(text: str, want: str) -> None:
    assert cut(text) == want
