"""Our own table: the columns and outcomes that the page, the migrations and the statements agree on."""

import re

from scorecard_runner.database.migrate import known_migrations
from tests.contracts.pages import CONTRACT, marked, section_of
from tests.contracts.statements import ALL, words_allowed

PAGE = " ".join(section_of(CONTRACT, "Schema `scorecard_ocr`").split())
# Statement by statement, for there are tables beside it.
STATEMENTS = "".join(known_migrations().values()).split(";")
MIGRATIONS = "\n".join(each for each in STATEMENTS if "scorecard_ocr.attempts" in each)
COLUMN = re.compile(r"^ +(?:ADD COLUMN )?([a-z]\w+) +(?:uuid|integer|text|timestamptz|jsonb)\b", re.MULTILINE)


def test_the_table_has_the_documented_columns() -> None:
    (columns,) = re.findall(r"`attempts\((.+?), primary key", PAGE)
    assert [column.split()[0] for column in columns.split(", ")] == COLUMN.findall(MIGRATIONS)


def test_outcomes_are_those_of_the_page_and_of_the_table() -> None:
    (words,) = re.findall(r"`outcome` is ([^;]+?)\.", PAGE)
    assert set(marked(words)) == words_allowed("outcome", MIGRATIONS)


def test_the_statements_end_attempts_in_every_outcome_but_the_first() -> None:
    written = {word for each in ALL for word in re.findall(r"attempts SET outcome = '(\w+)'", each)}
    (first,) = re.findall(r"outcome .+ DEFAULT '(\w+)'", MIGRATIONS)
    assert written == words_allowed("outcome", MIGRATIONS) - {first}


def test_every_written_column_of_an_attempt_is_documented() -> None:
    changes = [match for each in ALL if (match := re.search(r"attempts SET (.+?) WHERE", each))]
    written = {column for match in changes for column in re.findall(r"(\w+) = ", match[1])}
    assert written <= set(COLUMN.findall(MIGRATIONS))
    assert "outcome" in written
