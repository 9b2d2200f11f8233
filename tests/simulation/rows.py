"""The rows and their claims in memory, by the rules of `docs/contract.md`: what a late or a twin pod may commit is nothing."""

from collections import Counter
from dataclasses import dataclass, field

from scorecard_operator.errors import RowError
from scorecard_operator.rows import Rows

OPEN = {"uploaded", "processing"}


@dataclass
class Attempt:
    """A claim of one pod."""

    pod: str
    outcome: str = "running"


@dataclass
class Tables(Rows):
    """`uploads` and `scorecard_ocr.attempts`."""

    status: dict[str, str] = field(default_factory=dict)
    attempts: dict[tuple[str, int], Attempt] = field(default_factory=dict)
    commits: Counter[tuple[str, int | None]] = field(default_factory=Counter)
    is_away: bool = False

    async def fail(self, upload_id: str, reason: str, message: str) -> str:  # noqa: ARG002 - the signature is the real one's
        """Fail a row that is not final, and take the claim from whoever has it."""
        if self.is_away:
            raise RowError("the database did not do it: OperationalError")
        for (name, _), attempt in self.attempts.items():
            if name == upload_id and attempt.outcome == "running":
                attempt.outcome = "abandoned"
        if self.status[upload_id] in OPEN:
            self.status[upload_id] = "failed"
        return self.status[upload_id]

    def claim(self, upload: str, number: int, pod: str, retries_after: int | None) -> bool:
        """Take the row for a pod; whether it got it."""
        newest = max((each for name, each in self.attempts if name == upload), default=0)
        mine = self.attempts.get((upload, number))
        is_free = newest < number or (mine is not None and newest == number and mine.pod == pod)
        is_asked_again = retries_after is not None and newest <= retries_after
        if not is_free or (self.status[upload] not in OPEN and not is_asked_again):
            return False
        self.attempts[upload, number] = Attempt(pod)
        if self.status[upload] != "parsed":
            self.status[upload] = "processing"
        return True

    def commit(self, upload: str, number: int, pod: str, retries_after: int | None) -> bool:
        """Write the result, if the claim still holds; whether it did."""
        if not self._holds(upload, number, pod):
            return False
        self.attempts[upload, number].outcome = "parsed"
        self.commits[upload, retries_after] += 1
        self.status[upload] = "parsed"
        return True

    def refuse(self, upload: str, number: int, pod: str) -> bool:
        """Fail the row for good, as a runner does with a picture that cannot be read; whether the claim held."""
        if not self._holds(upload, number, pod):
            return False
        self.attempts[upload, number].outcome = "failed"
        if self.status[upload] in OPEN:
            self.status[upload] = "failed"
        return True

    def _holds(self, upload: str, number: int, pod: str) -> bool:
        newest = max((each for name, each in self.attempts if name == upload), default=0)
        mine = self.attempts.get((upload, number))
        return newest == number and mine is not None and mine.pod == pod and mine.outcome == "running"
