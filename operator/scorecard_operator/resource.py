"""The ScorecardUpload as pydantic models: the source from which the CRD is generated (`crd.py`).

Descriptions here are what `kubectl explain` prints. Everything is bounded, because the API server refuses CEL rules
over values of unknown size. Refuses to hold behaviour: reading live objects is `facts.py`, deciding is `plan.py`.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from scorecard_operator.vocabulary import FailureClass, Phase

GROUP = "scorecards.cricksy.io"
VERSION = "v1alpha1"
PLURAL = "scorecarduploads"
KIND = "ScorecardUpload"
API_VERSION = f"{GROUP}/{VERSION}"
UUID_PATTERN = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
LABEL_PATTERN = "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$"
LANGUAGES_PATTERN = "^[A-Za-z_]+([+][A-Za-z_]+)*$"
MAX_HISTORY = 40
MAX_LOG_LINES = 10
LONGEST_TIMEOUT_S = 3600

Timestamp = Annotated[str, Field(json_schema_extra={"format": "date-time"}, max_length=40)]
Word = Annotated[str, Field(max_length=64)]
Sentence = Annotated[str, Field(max_length=1024)]
LogLine = Annotated[str, Field(max_length=200, description="Time of day, level, what happened, facts.")]
Count = Annotated[int, Field(ge=0, le=1_000_000)]


class Part(BaseModel):
    """Base of all parts: camelCase outside, frozen inside."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, frozen=True)


class Spec(Part):
    """What is wished for. Everything but `priority` and `cancelled` is fixed once created."""

    upload_id: Annotated[
        str,
        Field(
            min_length=36,
            max_length=36,
            pattern=UUID_PATTERN,
            description="Id of the row in the `uploads` table (a UUID in lower case). Must equal metadata.name.",
        ),
    ]
    priority: Annotated[
        int,
        Field(ge=-1000, le=1000, description="Uploads with a higher priority start first; equal ones by age."),
    ] = 0
    tenant: Annotated[
        str | None,
        Field(
            max_length=63,
            pattern=LABEL_PATTERN,
            description="Whose upload this is, for selecting and fair sharing; an opaque label, never a person's name.",
        ),
    ] = None
    timeout_seconds: Annotated[
        int | None,
        Field(
            ge=10,
            le=LONGEST_TIMEOUT_S,
            description="Hard limit of one run in seconds; absent: the operator's setting (300).",
        ),
    ] = None
    max_attempts: Annotated[
        int | None,
        Field(ge=1, le=10, description="Attempts after crashes and time limits; absent: the operator's setting (3)."),
    ] = None
    languages: Annotated[
        str | None,
        Field(
            max_length=64,
            pattern=LANGUAGES_PATTERN,
            description="Tesseract languages joined by +, for example eng+hin; absent: the runner's setting (eng).",
        ),
    ] = None
    cancelled: Annotated[
        bool,
        Field(description="Set to true to stop the upload: a waiting one never starts, a running one is stopped."),
    ] = False


class Condition(Part):
    """A condition as the Kubernetes API conventions define it."""

    type: Annotated[Word, Field(description="Name of the condition.")]
    status: Annotated[str, Field(max_length=7, pattern="^(True|False|Unknown)$", description="True, False or Unknown.")]
    observed_generation: Annotated[Count, Field(description="Generation of the spec this was computed from.")] = 0
    last_transition_time: Annotated[Timestamp, Field(description="When the status last changed.")]
    reason: Annotated[Word, Field(description="One word in CamelCase, for machines.")]
    message: Annotated[Sentence, Field(description="A sentence for people.")] = ""


class Attempt(Part):
    """How one attempt ended."""

    attempt: Annotated[Count, Field(description="Number of the attempt, from 1.")]
    class_: Annotated[FailureClass | None, Field(alias="class", description="Whose fault it was.")] = None
    reason: Annotated[Word, Field(description="Why it ended.")]
    exit_code: Annotated[int | None, Field(ge=0, le=255, description="Exit code of the runner, if it had one.")] = None
    finished_at: Annotated[Timestamp, Field(description="When it ended.")]
    reader: Annotated[
        Word | None, Field(description="How it was to read: tesseract, auto or rapid; absent: the runner never said.")
    ] = None
    escalates: Annotated[
        Count | None,
        Field(description="It read again, with the strongest reader, what this attempt had left to be reviewed."),
    ] = None
    probe: Annotated[
        bool | None,
        Field(description="It tried a dependency that was away; if that still was, it counts against no budget."),
    ] = None


class Timeline(Part):
    """When each step was reached; what is absent was not reached."""

    queued: Annotated[Timestamp | None, Field(description="The ScorecardUpload was created.")] = None
    admitted: Annotated[
        Timestamp | None, Field(description="It got a slot: the Job was created (with Kueue: admitted).")
    ] = None
    scheduled: Annotated[Timestamp | None, Field(description="The pod got a node.")] = None
    started: Annotated[Timestamp | None, Field(description="The runner started (image pulled).")] = None
    fetched: Annotated[Timestamp | None, Field(description="The picture was read from storage.")] = None
    recognised: Annotated[Timestamp | None, Field(description="The scorecard was understood.")] = None
    stored: Annotated[Timestamp | None, Field(description="The row was committed.")] = None
    finished: Annotated[Timestamp | None, Field(description="The run ended.")] = None


class Failure(Part):
    """Everything needed to act on a failure without looking anywhere else."""

    class_: Annotated[FailureClass, Field(alias="class", description="Whose fault it was; decides about retries.")]
    reason: Annotated[Word, Field(description="Why, in one word.")]
    exit_code: Annotated[int | None, Field(ge=0, le=255, description="Exit code of the runner, if it had one.")] = None
    message: Annotated[Sentence, Field(description="What happened.")] = ""
    hint: Annotated[Sentence, Field(description="What to do about it.")] = ""
    node: Annotated[str | None, Field(max_length=253, description="Node of the last pod.")] = None
    image: Annotated[str | None, Field(max_length=512, description="Image of the last pod.")] = None
    log_tail: Annotated[
        list[LogLine] | None,
        Field(max_length=MAX_LOG_LINES, description="The last lines of its log, none of them from the scorecard."),
    ] = None


class Progress(Part):
    """How far the running attempt is. Written by the runner."""

    attempt: Annotated[Count, Field(description="Attempt this progress belongs to.")] = 0
    stage: Annotated[Word, Field(description="claimed, fetching, reading, storing or finished.")] = ""
    done: Annotated[Count, Field(description="Pages read.")] = 0
    total: Annotated[Count, Field(description="Pages in the file.")] = 0
    percent: Annotated[int, Field(ge=0, le=100, description="Share of the attempt that is done.")] = 0
    fetched_at: Annotated[Timestamp | None, Field(description="The picture was read from storage.")] = None
    recognised_at: Annotated[Timestamp | None, Field(description="The scorecard was understood.")] = None
    stored_at: Annotated[Timestamp | None, Field(description="The row was committed.")] = None
    reader: Annotated[Word, Field(description="How it reads: tesseract, auto or rapid.")] = ""


class Result(Part):
    """What came out, without a word of the scorecard itself. Written by the runner."""

    attempt: Annotated[Count, Field(description="Attempt that wrote the row.")] = 0
    verdict: Annotated[Word, Field(description="Verified or NeedsReview.")]
    confidence: Annotated[float, Field(ge=0, le=1, description="0 to 1.")]
    innings: Annotated[Count, Field(description="Innings found.")]
    checks: Annotated[Word, Field(description="Sums that hold / sums that could be tried.")] = ""
    reader: Annotated[Word, Field(description="How it was read: tesseract, auto or rapid.")] = ""
    cached: Annotated[
        bool, Field(description="An earlier upload of the same file had this result; it was not read again.")
    ] = False


class Status(Part):
    """What is. A projection: delete it and it is computed again from the Job, the pod and the row."""

    observed_generation: Annotated[Count, Field(description="Generation of the spec this was computed from.")] = 0
    phase: Annotated[Phase | None, Field(description="Where the upload stands, for people.")] = None
    reason: Annotated[Word, Field(description="Why it stands there, in one word.")] = ""
    message: Annotated[Sentence, Field(description="Why it stands there, in a sentence.")] = ""
    conditions: Annotated[
        list[Condition],
        Field(
            max_length=16,
            description="Succeeded (Unknown while running), Admitted, Verified, Reconciling, Stalled, RowReported.",
            json_schema_extra={"x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["type"]},
        ),
    ] = []
    attempts: Annotated[Count, Field(description="Attempts launched so far.")] = 0
    history: Annotated[
        list[Attempt],
        Field(
            max_length=MAX_HISTORY,
            description="How each ended attempt ended.",
            json_schema_extra={"x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["attempt"]},
        ),
    ] = []
    last_handled_retry_at: Annotated[
        Word | None, Field(description="The annotation retryRequestedAt that was answered last.")
    ] = None
    retried_at: Annotated[Timestamp | None, Field(description="When the last retry that was asked for began.")] = None
    retried_after: Annotated[
        Count | None, Field(description="The last attempt before it; budgets and history count from there.")
    ] = None
    job_name: Annotated[str | None, Field(max_length=63, description="Job of the newest attempt.")] = None
    queue_position: Annotated[
        int | None,
        Field(
            ge=1,
            le=1_000_000,
            description="Place in the queue when last written; refreshed when it comes to 100 and to 10.",
        ),
    ] = None
    estimated_start_time: Annotated[
        Timestamp | None,
        Field(description="When it will probably start, from how long the last ones took; as old as queuePosition."),
    ] = None
    next_attempt_at: Annotated[Timestamp | None, Field(description="When the next attempt may start.")] = None
    start_time: Annotated[Timestamp | None, Field(description="The first Job was created (with Kueue: admitted).")] = (
        None
    )
    completion_time: Annotated[Timestamp | None, Field(description="The upload reached its end.")] = None
    duration_seconds: Annotated[Count | None, Field(description="From start to completion, in seconds.")] = None
    duration: Annotated[Word | None, Field(description="The same for people, for example 1m12s.")] = None
    timeline: Annotated[Timeline | None, Field(description="When each step was reached.")] = None
    failure: Annotated[Failure | None, Field(description="Why it failed, and what to do.")] = None
    progress: Annotated[Progress | None, Field(description="How far it is; written by the runner.")] = None
    result: Annotated[Result | None, Field(description="What came out; written by the runner.")] = None


class ScorecardUpload(Part):
    """One uploaded picture of a cricket scorecard that is to be read."""

    spec: Annotated[Spec, Field(description="What is wished for.")]
    status: Annotated[Status | None, Field(description="What is; written by the operator and the runner.")] = None
