"""The SQL of both programs as they send it: played against a cursor that answers from a script, values filled in.

Knows only the two shapes in which our statements touch `uploads`; another shape is an error, so nothing slips through.
"""

import asyncio
import re
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import cast
from unittest.mock import patch
from uuid import UUID

from psycopg2.extensions import cursor

from scorecard_operator.rows import Rows
from scorecard_runner.claim import Claimant, Reading
from scorecard_runner.database.claims import Claims
from scorecard_runner.database.connection import Database
from scorecard_runner.database.documents import hash_document
from scorecard_runner.errors import NotAScorecard
from scorecard_runner.progress import ResultSummary
from tests.builders import upload_name

REASON, SENTENCE = "PodLost", "The pod was stopped from outside."
REFUSAL = NotAScorecard()
READING = Reading({}, ResultSummary(1, "Verified", 1.0, 2, "1/1"), "0" * 64, "engine/1")
CLAIMANT = Claimant(UUID(upload_name(1)), 1, "pod-1")
UPDATE = re.compile(r"UPDATE uploads SET (?P<said>.+) WHERE (?P<where>.+)")
SELECT = re.compile(r"SELECT (?P<said>.+) FROM uploads WHERE (?P<where>.+)")
# Upper case is SQL's own, a name before a bracket is a function.
NAME = re.compile(r"\b[a-z]\w*\b(?!\()")


class ScriptedCursor:
    """Notes each statement, and answers with the status and the claim that the script names."""

    rowcount = 1

    def __init__(self, status: str, outcome: str) -> None:
        self.statements: list[str] = []
        self._upload = (status, "bucket", "key", "image/png", 3)
        self._claim = (CLAIMANT.attempt, CLAIMANT.pod_uid, outcome) if outcome else None

    def execute(self, statement: str, values: Mapping[str, object] | Sequence[object] = ()) -> None:
        """Note a statement."""
        named = {name: _literal(value) for name, value in values.items()} if isinstance(values, Mapping) else None
        filled = statement % (named or tuple(_literal(value) for value in values))
        self.statements.append(" ".join(filled.split()))

    def fetchone(self) -> tuple[object, ...] | None:
        """Answer the last statement."""
        if "parsed_data" in self.statements[-1]:
            return ({},) if "SELECT parsed_data" in self.statements[-1] else (True,)
        if "FROM uploads" in self.statements[-1]:
            return self._upload
        return self._claim if "SELECT attempt, pod_uid, outcome" in self.statements[-1] else None

    def fetchall(self) -> list[tuple[object, ...]]:
        """Answer with an earlier upload of the same file."""
        return [(upload_name(2), READING.summary.to_json_object(), hash_document({}))]

    def fetch(self) -> list[tuple[object, ...]]:
        """Answer the last statement, as the operator asks for it; a search finds nothing."""
        row = None if "ORDER BY updated_at" in self.statements[-1] else self.fetchone()
        return [row] if row else []


def _literal(value: object) -> str:
    # A document brings quotes of its own.
    return f"'{value}'" if "'" not in str(value) else "''"


class ScriptedDatabase(Database):
    """A database of one cursor."""

    def __init__(self, script: ScriptedCursor) -> None:
        super().__init__("")
        self._script = script

    @contextmanager
    def transaction(self) -> Iterator[cursor]:
        """Give the cursor."""
        yield cast("cursor", self._script)


def sent_by_runner(act: Callable[[Claims], object], *, status: str, outcome: str = "running") -> list[str]:
    """Return what a runner sends when the row has this status and the newest claim, if any, this outcome."""
    script = ScriptedCursor(status, outcome)
    act(Claims(ScriptedDatabase(script), CLAIMANT))
    return script.statements


def sent_by_operator(act: Callable[[Rows], Coroutine[None, None, object]]) -> list[str]:
    """Return what the operator sends when the row is at work."""
    script = ScriptedCursor("processing", "")
    with patch("scorecard_operator.rows.Database", return_value=ScriptedDatabase(script)):
        asyncio.run(act(Rows("postgresql://u:p@h/d")))
    return script.statements


def columns_touched(statements: list[str]) -> tuple[set[str], set[str]]:
    """Return the columns of `uploads` that are read and those that are written."""
    read, written = set[str](), set[str]()
    texts = [re.sub(r"'[^']*'", "''", statement) for statement in statements]
    for bare in (text for text in texts if re.search(r"\buploads\b", text)):
        match = UPDATE.fullmatch(bare) or SELECT.fullmatch(bare)
        assert match is not None, f"a shape that is not known here: {bare}"
        set_here = set(re.findall(r"(\w+) = ", match["said"]))
        written |= set_here
        read |= (set(NAME.findall(match["said"])) - set_here) | set(NAME.findall(match["where"]))
    return read, written


def quoted(text: str) -> set[str]:
    """Return the words in SQL's quotes."""
    return set(re.findall(r"'(\w+)'", text))


def words_allowed(column: str, sql: str) -> set[str]:
    """Return the words that the only CHECK on a column lets through."""
    (words,) = re.findall(rf"CHECK \({column} IN \(([^)]+)\)", sql)
    return quoted(words)


# Every way through the statements of the runner on which it takes the row or lets it go.
BY_RUNNER = {
    "claim": sent_by_runner(Claims.claim, status="uploaded", outcome=""),
    "commit": sent_by_runner(lambda claims: claims.commit(READING), status="processing"),
    "reuse": sent_by_runner(lambda claims: claims.reuse("0" * 64, "engine/1"), status="processing"),
    "fail": sent_by_runner(lambda claims: claims.fail(REFUSAL), status="processing"),
    "give back": sent_by_runner(lambda claims: claims.give_back(REFUSAL), status="processing"),
}
BY_OPERATOR = sent_by_operator(lambda rows: rows.fail(upload_name(1), REASON, SENTENCE))
BY_SWEEP = [
    *sent_by_operator(lambda rows: rows.find_open(60, [], 10)),
    *sent_by_operator(lambda rows: rows.heal(upload_name(1), REASON, SENTENCE, None)),
]
ALL = [*chain.from_iterable(BY_RUNNER.values()), *BY_OPERATOR, *BY_SWEEP]
