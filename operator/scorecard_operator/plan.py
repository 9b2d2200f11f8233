"""All policy in one pure function: facts in, decisions out. Nothing is remembered between two plans.

A status is written only when something a person or a machine waits for has changed, so that an upload costs at most six
writes. An upload that cannot be judged is skipped and named: one object never stops the others.
"""

import contextlib
import datetime as dt
from collections import Counter
from collections.abc import Iterator

from scorecard_operator.breaker import find_outages, wait_for_dependencies
from scorecard_operator.conditions import find_condition
from scorecard_operator.decisions import Action, ConfirmGone, DeleteJob, Plan, ReportRow, Skipped, WriteStatus
from scorecard_operator.dependencies import is_excused
from scorecard_operator.drafts import Draft, write_status
from scorecard_operator.escalation import is_success
from scorecard_operator.facts import Facts, JobFact, UploadFact
from scorecard_operator.launch_rate import find_next_launch_time
from scorecard_operator.launches import choose_launches, held_by_tenant, holds_slot_until, may_start, queue_up
from scorecard_operator.order import tenant_of
from scorecard_operator.outcome import REPORT_GRACE_S, OnHold, Running, waits_for_room_until
from scorecard_operator.projection import (
    draft_cancelled,
    draft_in_flight,
    draft_lost,
    draft_queued,
    draft_row_reported,
    draft_unavailable,
)
from scorecard_operator.resource import Status
from scorecard_operator.results import draft_read
from scorecard_operator.retention import choose_expired, find_next_expiry
from scorecard_operator.retries import draft_retry
from scorecard_operator.settings import Settings
from scorecard_operator.standing import (
    Escalated,
    Finished,
    InFlight,
    Lost,
    RetryAsked,
    Settled,
    Standing,
    ToCancel,
    Unsure,
    Waiting,
    Won,
    assess,
    is_alive,
    own_jobs,
)
from scorecard_operator.turns import Turn, find_turns
from scorecard_operator.vocabulary import ConditionType, Phase, Reason

ERROR_LIMIT = 500


def plan(facts: Facts, settings: Settings, now: dt.datetime) -> Plan:
    """Return what is to be done at `now`."""
    skipped: list[Skipped] = []
    standings: dict[str, Standing] = {}
    for upload in facts.uploads:
        if not upload.is_deleting:
            with _skipping(upload, skipped):
                standings[upload.name] = assess(upload, facts, settings, now)
    living = [upload for upload in facts.uploads if upload.name in standings]
    outages = find_outages(living, standings, facts, settings, now)
    standings = wait_for_dependencies(living, standings, outages)
    launches = [] if settings.is_paused else choose_launches(living, standings, facts, settings, now, outages=outages)
    launched = {action.upload.name for action in launches}
    actions: list[Action] = [*launches]
    held = held_by_tenant(facts, settings, now) + Counter(tenant_of(action.upload) for action in launches)
    rest = [upload for upload in living if upload.name not in launched]
    waiting = queue_up(rest, standings, held, settings, now)
    # A pause is told before an outage: as long as it lasts, nobody would see the end of the other.
    is_told = settings.is_paused or not outages
    turns = find_turns(waiting, facts.uploads, settings, now) if is_told else {}
    no_turn = Turn(1, outage=outages[0] if outages else None)
    for upload in living:
        with _skipping(upload, skipped):
            if upload.name not in launched:
                actions += _act_on(upload, standings[upload.name], turns.get(upload.name, no_turn), facts, now)
            actions += [DeleteJob(job) for job in _strays(upload, facts)]
    finished = [upload for upload in living if isinstance(standings[upload.name], Finished)]
    # Last: what has a result must not hold up what waits for one.
    actions += choose_expired(finished, facts, settings, now)
    moments = [_next_moment(living, standings, settings, now), find_next_expiry(finished, settings, now)]
    if waiting:
        moments += [outage.probe_at for outage in outages if outage.probe_at > now]
        moments.append(find_next_launch_time(facts.jobs, settings.launches_per_minute, now))
    return Plan(tuple(actions), min(filter(None, moments), default=None), tuple(skipped))


@contextlib.contextmanager
def _skipping(upload: UploadFact, skipped: list[Skipped]) -> Iterator[None]:
    try:
        yield
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one upload, the others go on
        skipped.append(Skipped(upload.name, f"{type(error).__name__}: {error}"[:ERROR_LIMIT]))


def _act_on(upload: UploadFact, standing: Standing, turn: Turn, facts: Facts, now: dt.datetime) -> list[Action]:
    if isinstance(standing, Unsure):
        return [ConfirmGone(upload, standing.job_name)]
    if isinstance(standing, Finished):
        return _finish_row(upload, facts, now)
    draft = _draft(upload, standing, turn, facts, now)
    if draft is None:
        return []
    status = write_status(upload, draft, now)
    is_warning = _is_trouble(standing, draft) and draft.phase is not upload.status.phase
    return [WriteStatus(upload, status, is_warning)] if _is_news(upload.status, status) else []


def _is_trouble(standing: Standing, draft: Draft) -> bool:
    """Whether people are to hear of it: not of what waits, nor of each attempt that only tried what is away."""
    if isinstance(standing, Escalated | Waiting) or (isinstance(standing, Lost) and is_excused(standing.history[-1])):
        return False
    return draft.phase in {Phase.RETRYING, Phase.FAILED}


def _draft(upload: UploadFact, standing: Standing, turn: Turn, facts: Facts, now: dt.datetime) -> Draft | None:
    match standing:
        case Waiting() if may_start(standing, now) and not _is_about_to_start(upload, standing):
            return _draft_waiting(upload, turn, facts.refusals.get(upload.name, ""))
        case InFlight():
            return draft_in_flight(upload, standing)
        case Won() | Escalated() | Settled():
            return draft_read(upload, standing)
        case Lost():
            return draft_lost(upload, standing, turn.outage)
        case ToCancel() | RetryAsked():
            return (
                draft_cancelled(upload, now) if isinstance(standing, ToCancel) else draft_retry(upload, standing, now)
            )
    return None


def _draft_waiting(upload: UploadFact, turn: Turn, refusal: str) -> Draft:
    if turn.outage is not None and not refusal and not turn.pause:
        return draft_unavailable(upload, turn.outage)
    return draft_queued(upload, turn.place, turn.starts_at, refusal, turn.pause)


def _is_about_to_start(upload: UploadFact, standing: Waiting) -> bool:
    """Whether an upload that is to be read again waits only for its first Job, which has done its work, to end."""
    return upload.status.reason == Reason.ESCALATED and not standing.is_clear


def _finish_row(upload: UploadFact, facts: Facts, now: dt.datetime) -> list[Action]:
    condition = find_condition(upload.status.conditions, ConditionType.ROW_REPORTED)
    if condition is None or condition.status == "True":
        return []
    if upload.run_key not in facts.reported_rows:
        return [ReportRow(upload)]
    draft = draft_row_reported(upload, facts.reported_rows[upload.run_key])
    return [WriteStatus(upload, write_status(upload, draft, now), is_warning=False)]


def _is_news(old: Status, new: Status) -> bool:
    """Whether a change is worth a write: a timeline that grew can wait for the next one."""
    quiet = {"timeline", "progress", "result", "observed_generation", "estimated_start_time"}
    return old.model_dump(exclude=quiet) != new.model_dump(exclude=quiet)


def _strays(upload: UploadFact, facts: Facts) -> list[JobFact]:
    """Return live Jobs of attempts that were given up: past their deadline, or cancelled."""
    is_stopped = upload.status.phase in {Phase.FAILED, Phase.CANCELLED}
    # A runner that has reported its success may take a moment to end: it is left to that.
    given_up = {attempt.attempt for attempt in upload.status.history if not is_success(attempt)}
    return [
        job
        for job in own_jobs(upload, facts)
        if is_alive(job, facts.pod_of(job.name, job))
        and not job.is_deleting
        and (is_stopped or job.attempt in given_up or job.attempt <= (upload.status.retried_after or 0))
    ]


def _next_moment(
    uploads: list[UploadFact], standings: dict[str, Standing], settings: Settings, now: dt.datetime
) -> dt.datetime | None:
    moments = []
    for upload in uploads:
        match standings[upload.name]:
            case Waiting(not_before=dt.datetime() as moment) if moment > now:
                moments.append(moment)
            case InFlight(outcome=Running(since=since), attempt=attempt):
                run_s = upload.spec.timeout_seconds or settings.run_timeout_s
                moments.append(since + dt.timedelta(seconds=run_s + 1))
                if attempt.pod is not None and attempt.pod.termination is not None:
                    moments.append(attempt.pod.termination.finished_at + dt.timedelta(seconds=REPORT_GRACE_S))
            case InFlight(outcome=OnHold(since=since)):
                moments.append(holds_slot_until(since, settings))
            case InFlight(attempt=attempt) if attempt.job is not None:
                admitted_at = attempt.job.admitted_at or attempt.job.created_at
                moments.append(admitted_at + dt.timedelta(seconds=settings.start_deadline_s + 1))
                until = waits_for_room_until(attempt.pod) if attempt.pod else None
                moments += [until] if until is not None and until > now else []
    return min((moment for moment in moments if moment > now), default=None)
