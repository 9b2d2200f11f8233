"""Memory quantities: reading them, and doubling a limit."""

import pytest

from scorecard_operator.quantity import parse_quantity_bytes, raise_limit


@pytest.mark.parametrize(
    ("text", "size_bytes"),
    [
        pytest.param("512Mi", 512 * 2**20, id="binary megabytes"),
        pytest.param("2Gi", 2 * 2**30, id="binary gigabytes"),
        pytest.param("1.5Gi", 3 * 2**29, id="a fraction"),
        pytest.param("64Ki", 65536, id="binary kilobytes"),
        pytest.param("500M", 500_000_000, id="decimal megabytes"),
        pytest.param("1G", 10**9, id="decimal gigabytes"),
        pytest.param("3k", 3000, id="decimal kilobytes"),
        pytest.param("1073741824", 2**30, id="plain bytes"),
        pytest.param(" 1Gi\n", 2**30, id="room around it"),
        pytest.param("0", 0, id="nothing at all"),
    ],
)
def test_a_quantity_is_read(text: str, size_bytes: int) -> None:
    assert parse_quantity_bytes(text) == size_bytes


@pytest.mark.parametrize("text", ["", "lots", "-1Gi", "1 Gi", "1GB", "1gi", "Mi", "1.Gi", "1e9", "1,5Gi", "1Gi 2Gi"])
def test_what_is_no_quantity_is_none(text: str) -> None:
    assert parse_quantity_bytes(text) is None


@pytest.mark.parametrize(
    ("limit", "doublings", "cap", "want"),
    [
        pytest.param("512Mi", 0, "2Gi", "512Mi", id="the first attempt gets what the template says"),
        pytest.param("0.5Gi", 0, "2Gi", "0.5Gi", id="and says it in the same words"),
        pytest.param("512Mi", 1, "2Gi", "1024Mi", id="twice as much"),
        pytest.param("512Mi", 2, "2Gi", "2048Mi", id="four times as much, just the cap"),
        pytest.param("512Mi", 3, "2Gi", "2048Mi", id="never above the cap"),
        pytest.param("512Mi", 1, "700Mi", "700Mi", id="a part of the way to the cap"),
        pytest.param("4Gi", 0, "2Gi", "4Gi", id="at its first attempt even above the cap"),
        pytest.param("lots", 1, "2Gi", "lots", id="a limit that cannot be read is the API server's to refuse"),
        pytest.param("512Mi", 1, "lots", "512Mi", id="without a readable cap nothing is raised"),
        pytest.param("512Mi", 500, "2Gi", "2048Mi", id="far too many doublings"),
    ],
)
def test_a_limit_is_doubled_up_to_the_cap(limit: str, doublings: int, cap: str, want: str) -> None:
    assert raise_limit(limit, doublings=doublings, cap=cap) == want


def test_a_template_above_the_cap_keeps_what_it_has() -> None:
    assert parse_quantity_bytes(raise_limit("4Gi", doublings=1, cap="2Gi")) == 4 * 2**30


@pytest.mark.parametrize("limit", ["300Mi", "1Gi", "700M", "1.5Gi", "1000000k"])
def test_each_doubling_gives_at_least_as_much_as_the_one_before(limit: str) -> None:
    sizes = [parse_quantity_bytes(raise_limit(limit, doublings=doublings, cap="8Gi")) for doublings in range(5)]
    assert None not in sizes
    assert sizes == sorted(sizes, key=lambda size: size or 0)
    assert len(set(sizes)) > 2
