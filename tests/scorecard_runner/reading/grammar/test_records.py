"""Records of named fields: where names, texts and numbers stand, whatever became of the quotation marks."""

import pytest

from scorecard_runner.reading.grammar.records import parse_records

DUMP = "{'Cox': {'status': 'c Das b Roy', 'R': 12, 'B': 9, '4s': 2}, 'De Vere': {'status': 'not out', 'R': 3, 'B': 4, '4s':\n 0}}"
LISTED = '[{"batter": "Cox", "how": "b Roy", "runs": 12, "balls": 9}, {"batter": "Das", "how": "lbw b Roy", "runs": 0, "balls": 1}]'


def told(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (
            record.name.of(text),
            [(field.name, span.of(text) if (span := field.text or field.number) else "") for field in record.fields],
        )
        for record in parse_records(text)
    ]


@pytest.mark.parametrize(
    ("text", "records"),
    [
        pytest.param(
            DUMP,
            [
                ("Cox", [("status", "c Das b Roy"), ("R", "12"), ("B", "9"), ("4s", "2")]),
                ("De Vere", [("status", "not out"), ("R", "3"), ("B", "4"), ("4s", "0")]),
            ],
            id="the name stands before the bracket",
        ),
        pytest.param(
            LISTED,
            [
                ("Cox", [("how", "b Roy"), ("runs", "12"), ("balls", "9")]),
                ("Das", [("how", "lbw b Roy"), ("runs", "0"), ("balls", "1")]),
            ],
            id="the name is the first text in it",
        ),
        pytest.param(
            DUMP.replace("'R': 3,", "'R’:").replace("'status'", "‘status’"),  # noqa: RUF001 - as read
            [
                ("Cox", [("status", "c Das b Roy"), ("R", "12"), ("B", "9"), ("4s", "2")]),
                ("De Vere", [("status", "not out"), ("R", ""), ("B", "4"), ("4s", "0")]),
            ],
            id="a number that was not read is missing, its field is not",
        ),
    ],
)
def test_records_are_found(text: str, records: list[tuple[str, list[tuple[str, str]]]]) -> None:
    assert told(text) == records


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Cox said: 'We were lucky', and 'They: never'. (See 'R': 12)", id="speech"),
        pytest.param(DUMP.partition("}, ")[0] + "}}", id="one record alone"),
        pytest.param("{'b': 0, 'lb': 1, 'w': 5, 'nb': 0}", id="fields of nobody"),
    ],
)
def test_other_texts_are_no_records(text: str) -> None:
    assert told(text) == []
