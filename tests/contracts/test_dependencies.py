"""What blames and what clears a dependency: the page, the operator, and the words that the runner has."""

import pytest

from scorecard_operator.dependencies import AMBIGUOUS, BLAMED_BY, CLEARED_BY, Dependency
from scorecard_operator.facts import PROBE_LABEL
from scorecard_operator.failures import START_HINTS
from tests.contracts.endings import leaves_of
from tests.contracts.pages import CONTRACT, marked, section_of, table_of

TITLE = "When a dependency is away"
ROWS = {marked(row["dependency"])[0]: row for row in table_of(CONTRACT, TITLE)}
BLAMES, CLEARS = "an attempt that ended so could not get past it", "an attempt got past it"


def reasons_of(dependency: Dependency, mapping: dict[str, Dependency]) -> set[str]:
    return {reason for reason, each in mapping.items() if each is dependency}


def test_the_page_lists_every_dependency_and_no_other() -> None:
    assert set(ROWS) == set(Dependency)


@pytest.mark.parametrize("dependency", [pytest.param(each, id=each) for each in Dependency])
def test_the_page_says_which_reasons_blame_and_clear_it(dependency: Dependency) -> None:
    row = ROWS[dependency]
    assert set(marked(row[BLAMES])) == reasons_of(dependency, BLAMED_BY)
    assert {word for word in marked(row[CLEARS]) if "." not in word} == reasons_of(dependency, CLEARED_BY)


def test_the_words_are_those_of_the_runner_and_of_the_kubelet() -> None:
    of_runner = {leaf.reason for leaf in leaves_of()}
    assert {reason for reason, each in BLAMED_BY.items() if each is not Dependency.REGISTRY} | set(
        CLEARED_BY
    ) <= of_runner
    assert reasons_of(Dependency.REGISTRY, BLAMED_BY) <= set(START_HINTS)


def test_the_page_names_the_label_of_a_probe_and_the_reason_that_counts_all_the_same() -> None:
    said = marked(section_of(CONTRACT, TITLE))
    assert f'{PROBE_LABEL}: "true"' in said
    assert set(said) >= AMBIGUOUS
