"""The row: columns and statuses that the page, the statements, the grants and the backend's table agree on."""

import re

import pytest
import yaml

from scorecard_operator.rows import DELETE_ATTEMPTS
from scorecard_runner.database.claims import Claims
from scorecard_runner.database.grants import NEEDED
from scorecard_runner.database.old_objects import COUNT, FIND, FORGET, HOLD
from tests.contracts.pages import CONTRACT, ROOT, marked, section_of
from tests.contracts.statements import (
    ALL,
    BY_OPERATOR,
    BY_RUNNER,
    BY_SWEEP,
    REASON,
    REFUSAL,
    SENTENCE,
    UPDATE,
    columns_touched,
    quoted,
    sent_by_runner,
    words_allowed,
)

PAGE = section_of(CONTRACT, "The row")
STACK = list(yaml.safe_load_all((ROOT / "dev" / "stack" / "services.yaml").read_text(encoding="utf-8")))
BACKEND_TABLE: str = next(each["data"]["uploads.sql"] for each in STACK if "uploads.sql" in each.get("data", {}))
STATUSES = words_allowed("status", BACKEND_TABLE)


def documented_columns(verb: str) -> set[str]:
    (names,) = re.findall(rf"\b{verb}: `([^`]+)`", PAGE)
    return set(re.split(r",\s+", names))


def documented_changes(who: str) -> set[tuple[str, str]]:
    (line,) = re.findall(rf"^\* {who}: (.+)$", PAGE, re.MULTILINE)
    changes = re.findall(r"`([\w|]+) -> (\w+)`", line)
    return {(before, after) for befores, after in changes for before in befores.split("|")}


def changes_in(statements: list[str]) -> set[tuple[str, str]]:
    updates = [match for each in statements if (match := UPDATE.fullmatch(each))]
    return {
        (before, after)
        for match in updates
        for after in re.findall(r"\bstatus = '(\w+)'", match["said"])
        for before in quoted(match["where"].partition("status ")[2])
    }


def changes_by_claiming() -> set[tuple[str, str]]:
    return {
        (status, after)
        for status in STATUSES - {"pending"}  # refused with an error of its own
        for statement in sent_by_runner(Claims.claim, status=status)
        if (match := UPDATE.fullmatch(statement))
        for after in re.findall(r"\bstatus = '(\w+)'", match["said"])
    }


def test_the_statements_touch_the_documented_columns_and_no_others() -> None:
    assert columns_touched(ALL) == (documented_columns("read"), documented_columns("written"))


@pytest.mark.parametrize("statement", [DELETE_ATTEMPTS, FIND, COUNT, HOLD, FORGET])
def test_what_lets_old_things_go_reads_no_other_columns(statement: str) -> None:
    tables = re.findall(r"\b(?:FROM|JOIN) uploads\b(?: AS (\w+))?", statement)
    names = "|".join({"uploads", *filter(None, tables)})
    assert set(re.findall(rf"\b(?:{names})\.(\w+)", statement)) <= documented_columns("read")
    assert not re.search(r"UPDATE uploads|DELETE FROM uploads", statement)
    assert tables


def test_check_asks_for_grants_on_the_documented_columns() -> None:
    assert set(NEEDED["SELECT"]) == documented_columns("read")
    assert set(NEEDED["UPDATE"]) == documented_columns("written")


def test_the_local_stack_grants_the_documented_columns() -> None:
    granted = dict(re.findall(r"GRANT (\w+) \(([^)]+)\) ON uploads", BACKEND_TABLE))
    assert set(granted["SELECT"].split(", ")) == documented_columns("read")
    assert set(granted["UPDATE"].split(", ")) == documented_columns("written")


def test_a_claim_takes_a_row_in_the_documented_statuses() -> None:
    assert changes_by_claiming() == documented_changes("claim")


@pytest.mark.parametrize(
    ("who", "statements"),
    [
        pytest.param("runner", BY_RUNNER["commit"] + BY_RUNNER["fail"], id="a runner ends a row that it has claimed"),
        pytest.param("operator", BY_OPERATOR, id="the operator ends a row that no pod could end"),
        pytest.param("operator", BY_SWEEP, id="a sweep ends a row that nobody will end"),
    ],
)
def test_a_row_is_ended_from_the_documented_statuses(who: str, statements: list[str]) -> None:
    assert changes_in(statements) == documented_changes(who)


def test_every_status_of_a_change_is_one_that_the_backend_allows() -> None:
    changes = changes_in(ALL) | changes_by_claiming()
    assert {status for change in changes for status in change} <= STATUSES


def test_the_page_says_what_becomes_of_a_row_in_every_status() -> None:
    assert set(re.findall(r"\w+", " ".join(marked(PAGE)))) >= STATUSES


@pytest.mark.parametrize(
    ("statements", "text"),
    [
        pytest.param(BY_RUNNER["fail"], f"{REFUSAL.reason}: {REFUSAL.message}", id="by a runner"),
        pytest.param(BY_OPERATOR, f"{REASON}: {SENTENCE}", id="by the operator"),
    ],
)
def test_a_failed_row_says_reason_and_sentence(statements: list[str], text: str) -> None:
    assert "`error_message` is `<Reason>: <sentence>`" in PAGE
    assert [each for each in statements if f"error_message = '{text}'" in each]
