"""What the reading process says is believed by its form only, whatever it says."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard_runner.errors import InternalError, NotAScorecard
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.reading.files.message import Delivery, Failed, Order, PageRead, parse_message

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["page", "error", "document"]), inner),
    max_leaves=8,
)


def is_fault(line: bytes) -> bool:
    message = parse_message(line)
    return isinstance(message, Failed) and type(message.error) is InternalError


def test_an_order_arrives_as_it_was_given() -> None:
    order = Order("eng+fra", ReaderMode.AUTO, 12.5)
    assert Order.from_line(order.to_line()) == order


def test_a_delivery_arrives_as_it_was_announced() -> None:
    assert Delivery.from_line(Delivery(3).to_line()) == Delivery(3)


def test_a_page_arrives_as_it_was_said() -> None:
    assert parse_message(PageRead(2, 3).to_line()) == PageRead(2, 3)


def test_an_error_arrives_with_its_words() -> None:
    message = parse_message(Failed(NotAScorecard("No.", "Try.")).to_line())
    assert isinstance(message, Failed)
    assert (type(message.error), message.error.message, message.error.hint) == (NotAScorecard, "No.", "Try.")


@given(st.binary(max_size=60) | JSON.map(lambda said: json.dumps(said).encode()))
def test_whatever_is_said_is_a_message_or_a_fault(line: bytes) -> None:
    assert isinstance(parse_message(line), PageRead) or is_fault(line)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param([0, 1], id="before the first"),
        pytest.param([3, 2], id="past the last"),
        pytest.param([1, 10**400], id="of a number that no log has room for"),
        pytest.param([1], id="of how many is not said"),
        pytest.param(7, id="a lone number"),
    ],
)
def test_a_page_that_cannot_be_is_a_fault(page: object) -> None:
    assert is_fault(json.dumps({"page": page}).encode())
