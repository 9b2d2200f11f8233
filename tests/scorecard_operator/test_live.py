"""What an admin may say while the operator runs, and what comes of what nobody understands."""

import pytest
from pydantic import ValidationError

from scorecard_operator.live import KEYS, LiveSettings, apply, hold, read_live
from tests.builders import make_settings

NOTHING = LiveSettings()
GOOD = read_live({"maxConcurrentJobs": "9", "launchesPerMinute": "30"}, NOTHING).settings
SETTINGS = make_settings(SCORECARD_LIVE_SETTINGS_CONFIG_MAP="ocr-live", SCORECARD_MAX_CONCURRENT_JOBS="3")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param({}, {}, id="nothing is set"),
        pytest.param({"paused": "", "maxConcurrentJobs": " \n"}, {}, id="what is empty is not set"),
        pytest.param({"paused": "true"}, {"paused": True}, id="paused"),
        pytest.param({"paused": "True\n"}, {"paused": True}, id="paused, as an editor leaves it"),
        pytest.param({"paused": "false"}, {"paused": False}, id="expressly not paused"),
        pytest.param({"maxConcurrentJobs": "1"}, {"maxConcurrentJobs": 1}, id="the least cap"),
        pytest.param(
            {"maxConcurrentJobsPerTenant": " 2 ", "maxConcurrentJobsPerNamespace": "1000", "launchesPerMinute": "6000"},
            {"maxConcurrentJobsPerTenant": 2, "maxConcurrentJobsPerNamespace": 1000, "launchesPerMinute": 6000},
            id="all the others",
        ),
    ],
)
def test_what_is_right_is_taken_over_without_a_word(data: dict[str, str], told: dict[str, object]) -> None:
    reading = read_live(data, GOOD)
    assert reading.settings.model_dump(by_alias=True, exclude_none=True) == told
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("data", "kept", "said"),
    [
        pytest.param({"maxConcurrentJobs": "0"}, 9, "greater than or equal to 1 (it is '0')", id="no slot at all"),
        pytest.param({"maxConcurrentJobs": "1001"}, 9, "less than or equal to 1000", id="more than there may be"),
        pytest.param({"maxConcurrentJobs": "four"}, 9, "use a whole number", id="a number in letters"),
        pytest.param({"maxConcurrentJobs": "2.5"}, 9, "set `paused`", id="half a slot"),
        pytest.param({"maxConcurrentJobs": "5", "launchesPerMinute": "-1"}, 5, "launchesPerMinute is", id="the other"),
    ],
)
def test_a_wrong_number_leaves_the_last_good_one_and_is_named_with_the_mend(
    data: dict[str, str], kept: int, said: str
) -> None:
    reading = read_live(data, GOOD)
    (problem,) = reading.problems
    assert said in problem
    assert reading.settings.max_concurrent_jobs == kept
    assert not reading.settings.is_paused


def test_a_wrong_number_at_the_start_leaves_that_of_the_environment() -> None:
    reading = read_live({"maxConcurrentJobs": "many"}, NOTHING)
    assert apply(SETTINGS, reading.settings).max_concurrent_jobs == 3


def test_a_number_that_stays_wrong_stays_the_last_good_one() -> None:
    once = read_live({"maxConcurrentJobs": "0"}, GOOD)
    assert read_live({"maxConcurrentJobs": "none"}, once.settings).settings.max_concurrent_jobs == 9


@pytest.mark.parametrize("before", [pytest.param(NOTHING, id="at start"), pytest.param(GOOD, id="later")])
def test_in_doubt_nothing_is_launched(before: LiveSettings) -> None:
    reading = read_live({"paused": "ture", "maxConcurrentJobs": "5"}, before)
    (problem,) = reading.problems
    assert (reading.settings.is_paused, reading.settings.max_concurrent_jobs) == (True, 5)
    assert problem.startswith("paused is wrong: ")
    assert problem.endswith("(it is 'ture'); nothing is launched meanwhile; use true or false")


def test_a_key_that_is_none_is_named_with_those_that_are() -> None:
    reading = read_live({"pause": "true"}, NOTHING)
    assert reading.settings == NOTHING
    assert reading.problems == (f"pause is no live setting and changes nothing; there are {', '.join(KEYS)}",)


def test_every_wrong_key_is_named_and_long_texts_are_cut() -> None:
    reading = read_live({"paused": "x" * 5000, "y" * 253: "1", "launchesPerMinute": "0"}, NOTHING)
    assert len(reading.problems) == 3
    assert sum(map(len, reading.problems)) < 1000


def test_what_is_not_said_live_is_as_the_environment_says() -> None:
    in_force = apply(SETTINGS, read_live({"launchesPerMinute": "30"}, NOTHING).settings)
    assert in_force == SETTINGS.model_copy(update={"launches_per_minute": 30})
    assert apply(SETTINGS, NOTHING) == SETTINGS


def test_a_pause_tells_how_it_is_ended() -> None:
    in_force = apply(SETTINGS, read_live({"paused": "true"}, NOTHING).settings)
    assert in_force.is_paused
    assert in_force.pause == (
        "An admin paused all launches. To go on: "
        """kubectl patch configmap ocr-live -n cards -p '{"data":{"paused":"false"}}'"""
    )
    assert not apply(in_force, read_live({"paused": "false"}, NOTHING).settings).is_paused


def test_while_nobody_knows_nothing_is_launched_and_why_is_told() -> None:
    held = hold(SETTINGS)
    assert held.is_paused
    assert "the ConfigMap `ocr-live`" in held.pause
    assert apply(held, NOTHING) == SETTINGS


def test_live_settings_do_not_change_under_the_one_who_reads_them() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        GOOD.max_concurrent_jobs = 99
    assert GOOD.max_concurrent_jobs == 9
