"""Whose turn it is."""

import datetime as dt
import itertools
from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard_operator.facts import UploadFact
from scorecard_operator.order import SECOND_READING_WAITS_S, Shares, in_turn, tenant_of, waits_since
from tests.builders import NOW, UploadBuilder, upload_name

AGEING_S = 300.0
SHARES = Shares(AGEING_S)


def upload(number: int, *, waited_s: float, priority: int = 0, tenant: str | None = None) -> UploadFact:
    """Return an upload that has waited for so long."""
    builder = UploadBuilder(number).spec(priority=priority, **({"tenant": tenant} if tenant else {}))
    created = NOW - dt.timedelta(seconds=waited_s)
    builder.body["metadata"]["creationTimestamp"] = created.isoformat()
    return builder.fact()


def names(waiting: list[UploadFact], held: dict[str, int] | None = None, shares: Shares = SHARES) -> list[int]:
    """Return the numbers of the uploads in their order."""
    numbers = {upload_name(number): number for number in range(1000)}
    return [numbers[each.name] for each in in_turn(waiting, held or {}, shares, NOW)]


@pytest.mark.parametrize(
    ("waiting", "order"),
    [
        pytest.param([upload(1, waited_s=5), upload(2, waited_s=9)], [2, 1], id="the older goes first"),
        pytest.param([upload(2, waited_s=5), upload(1, waited_s=5)], [1, 2], id="of the same age by name"),
        pytest.param(
            [upload(1, waited_s=290), upload(2, waited_s=0, priority=1)], [2, 1], id="a step of priority beats 290 s"
        ),
        pytest.param(
            [upload(1, waited_s=310), upload(2, waited_s=0, priority=1)], [1, 2], id="310 s beat a step of priority"
        ),
        pytest.param(
            [
                *(upload(number, waited_s=100 - number, tenant="large") for number in range(1, 5)),
                upload(9, waited_s=1, tenant="small"),
            ],
            [1, 9, 2, 3, 4],
            id="a tenant with many waiting leaves the next slot to another",
        ),
        pytest.param(
            [*(upload(number, waited_s=9, tenant="large") for number in (1, 2)), upload(3, waited_s=1)],
            [1, 3, 2],
            id="uploads without a tenant share as one",
        ),
    ],
)
def test_the_order_is_by_priority_share_and_age(waiting: list[UploadFact], order: list[int]) -> None:
    assert names(waiting) == order


def test_a_tenant_that_holds_slots_waits_for_those_that_hold_none() -> None:
    waiting = [upload(1, waited_s=90, tenant="a"), upload(2, waited_s=1, tenant="b")]
    assert names(waiting, {"a": 1}) == [2, 1]


def test_weights_say_how_slots_are_shared() -> None:
    waiting = [upload(n, waited_s=99 - n, tenant="heavy" if n < 10 else "light") for n in range(1, 20)]
    shares = Shares(AGEING_S, {"heavy": 2.0})
    first_nine = [tenant_of(each) for each in in_turn(waiting, {}, shares, NOW)][:9]
    assert Counter(first_nine) == {"heavy": 6, "light": 3}


def test_a_second_reading_lets_later_uploads_go_first_for_a_while() -> None:
    again = UploadBuilder(1).escalated().fact()
    ended = NOW - dt.timedelta(seconds=60)
    assert waits_since(again) == ended + dt.timedelta(seconds=SECOND_READING_WAITS_S)
    assert names([again, upload(2, waited_s=0)]) == [2, 1]


def test_a_second_reading_waits_for_first_readings_of_other_tenants_too() -> None:
    again = UploadBuilder(1).spec(tenant="idle").escalated().fact()
    assert names([again, upload(2, waited_s=0, tenant="busy")], {"busy": 3}) == [2, 1]


def test_a_second_reading_has_its_turn_before_first_readings_that_came_long_after() -> None:
    again = UploadBuilder(1).escalated().fact()
    later = NOW + dt.timedelta(seconds=SECOND_READING_WAITS_S)
    fresh = UploadBuilder(2)
    fresh.body["metadata"]["creationTimestamp"] = later.isoformat()
    assert [each.name for each in in_turn([fresh.fact(), again], {}, SHARES, later)] == [again.name, fresh.fact().name]


WAITING = st.lists(
    st.tuples(st.integers(0, 3600), st.integers(-3, 3), st.sampled_from(["a", "b", "c"])), min_size=1, max_size=40
)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(WAITING)
def test_everyone_has_a_turn_and_higher_priorities_pass_only_within_the_bound(
    drawn: list[tuple[int, int, str]],
) -> None:
    waiting = [upload(n, waited_s=s, priority=p, tenant=t) for n, (s, p, t) in enumerate(drawn)]
    order = list(in_turn(waiting, {}, SHARES, NOW))
    assert sorted(each.name for each in order) == sorted(each.name for each in waiting)
    for at, chosen in enumerate(order):
        left = order[at:]
        oldest = min(each.created_at for each in left if each.spec.priority == chosen.spec.priority)
        for passed in left:
            steps = chosen.spec.priority - passed.spec.priority
            assert (oldest - passed.created_at).total_seconds() <= steps * AGEING_S
            is_of_same_tenant = steps == 0 and tenant_of(chosen) == tenant_of(passed)
            assert chosen.created_at <= passed.created_at or not is_of_same_tenant


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=40))
def test_tenants_of_one_weight_differ_by_a_slot_while_all_of_them_wait(tenants: list[str]) -> None:
    waiting = [upload(n, waited_s=n, tenant=tenant) for n, tenant in enumerate(tenants)]
    left = Counter(tenants)
    held: Counter[str] = Counter(dict.fromkeys(left, 0))
    for each in in_turn(waiting, {}, SHARES, NOW):
        if all(left.values()):
            assert max(held.values()) - min(held.values()) <= 1
        held[tenant_of(each)] += 1
        left[tenant_of(each)] -= 1


@dataclass(frozen=True)
class Arrival:
    """An upload that comes at some moment and runs for a while."""

    fact: UploadFact
    at_s: int
    run_s: int

    @property
    def leads_from_s(self) -> float:
        """Moments by which uploads lead: the earlier one first."""
        return self.at_s - self.fact.spec.priority * FAST_AGEING_S


FAST_AGEING_S = 30.0
LONGEST_RUN_S = 120


@st.composite
def arrivals(draw: st.DrawFn) -> list[Arrival]:
    drawn = draw(
        st.lists(
            st.tuples(
                st.integers(0, 900),
                st.integers(-2, 2),
                st.sampled_from(["a", "b", "c"]),
                st.sampled_from([60, LONGEST_RUN_S]),
            ),
            min_size=10,
            max_size=25,
        )
    )
    return [
        Arrival(upload(number, waited_s=-at_s, priority=priority, tenant=tenant), at_s, run_s)
        for number, (at_s, priority, tenant, run_s) in enumerate(drawn)
    ]


def simulate(coming: list[Arrival], slots: int, shares: Shares) -> dict[str, int]:
    """Return when each upload starts, in seconds after NOW, with so many slots."""
    by_name = {each.fact.name: each for each in coming}
    starts: dict[str, int] = {}
    now_s = 0
    while len(starts) < len(coming):
        running = [name for name, start_s in starts.items() if start_s + by_name[name].run_s > now_s]
        waiting = [each.fact for each in coming if each.at_s <= now_s and each.fact.name not in starts]
        held = Counter(tenant_of(by_name[name].fact) for name in running)
        turns = in_turn(waiting, held, shares, NOW + dt.timedelta(seconds=now_s))
        started = [each.name for each in itertools.islice(turns, slots - len(running))]
        starts |= dict.fromkeys(started, now_s)
        ends = [starts[name] + by_name[name].run_s for name in (*running, *started)]
        now_s = min([*ends, *(each.at_s for each in coming if each.at_s > now_s)], default=now_s)
    return starts


@settings(derandomize=True, max_examples=200, deadline=None)
@given(arrivals(), st.integers(1, 3), st.sampled_from([{}, {"a": 5.0}, {"a": 0.1, "b": 3.0}]))
def test_an_upload_starts_after_no_more_of_the_longest_runs_than_uploads_lead_before_it(
    coming: list[Arrival], slots: int, weights: dict[str, float]
) -> None:
    starts = simulate(coming, slots, Shares(FAST_AGEING_S, weights))
    for each in coming:
        leaders = [
            other
            for other in coming
            if other.leads_from_s <= each.leads_from_s and starts[other.fact.name] >= each.at_s
        ]
        assert starts[each.fact.name] - each.at_s <= len(leaders) * LONGEST_RUN_S


def test_a_stream_of_higher_priority_does_not_hold_an_upload_up_for_ever() -> None:
    stream = [Arrival(upload(n, waited_s=-60 * n, priority=1, tenant="a"), 60 * n, 60) for n in range(20)]
    low = Arrival(upload(99, waited_s=-30, tenant="b"), 30, 60)
    starts = simulate([*stream, low], 1, Shares(AGEING_S))
    assert starts[upload_name(99)] == 360
