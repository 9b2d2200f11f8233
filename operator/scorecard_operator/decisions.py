"""What a plan may ask for: one frozen word for each kind of request, and the plan that holds them.

Pure data; who decides is `plan`, who carries out is `actions`.
"""

import datetime as dt
from dataclasses import dataclass

from scorecard_operator.facts import JobFact, UploadFact
from scorecard_operator.resource import Status


@dataclass(frozen=True)
class CreateJob:
    """Launch an attempt; `escalates` names the one whose result it is to better, None for a first reading.

    A probe tries whether a dependency is back.
    """

    upload: UploadFact
    attempt: int
    memory_doublings: int
    escalates: int | None = None
    is_probe: bool = False


@dataclass(frozen=True)
class WriteStatus:
    """Write the operator's part of a status; a warning goes out as an Event too."""

    upload: UploadFact
    status: Status
    is_warning: bool


@dataclass(frozen=True)
class DeleteJob:
    """Stop an attempt that was given up."""

    job: JobFact


@dataclass(frozen=True)
class ConfirmGone:
    """Ask the API server whether a Job that should exist does."""

    upload: UploadFact
    job_name: str


@dataclass(frozen=True)
class ReportRow:
    """Write the failure into the row, because no pod could."""

    upload: UploadFact


@dataclass(frozen=True)
class DeleteUpload:
    """Delete an upload that is past its time, unless anything of it has changed meanwhile."""

    upload: UploadFact


Action = CreateJob | WriteStatus | DeleteJob | ConfirmGone | ReportRow | DeleteUpload


@dataclass(frozen=True)
class Skipped:
    """An upload that could not be judged: a fault of ours, which must not stop the others."""

    upload: str
    error: str


@dataclass(frozen=True)
class Plan:
    """What to do now, and when to look again even if nothing happens."""

    actions: tuple[Action, ...]
    wake_at: dt.datetime | None
    skipped: tuple[Skipped, ...] = ()
