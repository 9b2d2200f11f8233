"""Which uploads start now: those whose turn it is, as far as slots, caps and the launch rate allow.

A slot is taken while a Job may still work and its runner has not said that it is done. A suspended Job (Kueue's, or one that
somebody stopped) keeps it for the start deadline and no longer, so that one which is never let go blocks nobody. Whose turn
it is, `order` says.
"""

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from scorecard_operator.breaker import Outage
from scorecard_operator.budgets import count_failures
from scorecard_operator.decisions import CreateJob
from scorecard_operator.escalation import find_target, since_escalation
from scorecard_operator.facts import Facts, JobFact, UploadFact
from scorecard_operator.launch_rate import count_launches_left
from scorecard_operator.order import Shares, in_turn, tenant_of
from scorecard_operator.outcome import has_reported_end
from scorecard_operator.settings import Settings
from scorecard_operator.standing import Standing, Waiting, count_attempts, is_alive
from scorecard_operator.vocabulary import FailureClass


def count_held_slots(facts: Facts, settings: Settings, now: dt.datetime) -> int:
    """Return how many slots are taken."""
    return len(_holders(facts, settings, now))


def held_by_tenant(facts: Facts, settings: Settings, now: dt.datetime) -> Counter[str]:
    """Return how many slots each tenant holds."""
    return Counter(tenant_of(upload) for upload in _holders(facts, settings, now) if upload is not None)


def holds_slot_until(held_since: dt.datetime, settings: Settings) -> dt.datetime:
    """Return until when a Job that is suspended since then keeps its slot."""
    return held_since + dt.timedelta(seconds=settings.start_deadline_s)


def _holders(facts: Facts, settings: Settings, now: dt.datetime) -> list[UploadFact | None]:
    """Return the upload of each slot that is taken; None for that of a Job whose upload is gone."""
    uploads = {upload.uid: upload for upload in facts.uploads}
    return [uploads.get(job.owner_uid) for job in _holding_jobs(facts, settings, now)]


def _holding_jobs(facts: Facts, settings: Settings, now: dt.datetime) -> list[JobFact]:
    uploads = {upload.uid: upload for upload in facts.uploads}
    return [
        job
        for jobs in facts.jobs.values()
        for job in jobs
        if is_alive(job, facts.pod_of(job.name, job))
        and not _is_done(uploads.get(job.owner_uid), job)
        and (job.held_since is None or now < holds_slot_until(job.held_since, settings))
    ]


def _is_done(upload: UploadFact | None, job: JobFact) -> bool:
    return upload is not None and has_reported_end(upload, job.attempt)


def may_start(standing: Standing, now: dt.datetime) -> bool:
    """Whether an upload waits for nothing but a slot."""
    return isinstance(standing, Waiting) and (standing.not_before is None or standing.not_before <= now)


def queue_up(
    uploads: Sequence[UploadFact],
    standings: Mapping[str, Standing],
    held: Mapping[str, int],
    settings: Settings,
    now: dt.datetime,
) -> list[UploadFact]:
    """Return the uploads that wait for a slot, the next to start first; `held` are the slots of each tenant."""
    waiting = [upload for upload in uploads if may_start(standings[upload.name], now)]
    shares = Shares(settings.priority_ageing_s, settings.tenant_weights)
    return list(in_turn(waiting, held, shares, now))


def choose_launches(
    uploads: Sequence[UploadFact],
    standings: Mapping[str, Standing],
    facts: Facts,
    settings: Settings,
    now: dt.datetime,
    *,
    outages: Sequence[Outage] = (),
) -> list[CreateJob]:
    """Return the launches that free slots, caps and the launch rate allow; of all that is due one probe in an outage."""
    holders = _holders(facts, settings, now)
    free = min(
        settings.max_concurrent_jobs - len(holders),
        count_launches_left(facts.jobs, settings.launches_per_minute, now),
    )
    held = held_by_tenant(facts, settings, now)
    # A tenant at its cap does not wait for a turn: what it has waiting must not lend its age to others of its priority.
    clear = [
        each
        for each in uploads
        if _is_clear(standings[each.name])
        and each.name not in facts.refusals
        and held[tenant_of(each)] < settings.max_jobs_per_tenant
    ]
    ready = queue_up(clear, standings, held, settings, now)
    allowed = _within_caps(ready, [upload for upload in holders if upload is not None], settings)
    if not outages:
        return [_launch(upload, facts) for upload in itertools.islice(allowed, max(0, free))]
    is_due = free > 0 and _may_probe(outages, facts, settings, now)
    return [_launch(upload, facts, is_probe=True) for upload in _choose_probe(allowed, facts)] if is_due else []


def _may_probe(outages: Sequence[Outage], facts: Facts, settings: Settings, now: dt.datetime) -> bool:
    """Whether a probe is due and none is under way; one held back by Kueue counts no longer than it holds a slot."""
    is_due = any(outage.probe_at <= now for outage in outages)
    return is_due and not any(job.is_probe for job in _holding_jobs(facts, settings, now))


def _choose_probe(allowed: Iterable[UploadFact], facts: Facts) -> list[UploadFact]:
    """Return the upload whose turn it is, but of those that had the fewest attempts: no upload is the probe each time."""
    return sorted(allowed, key=lambda upload: count_attempts(upload, facts))[:1]


def _within_caps(
    ready: Iterable[UploadFact], holders: Iterable[UploadFact], settings: Settings
) -> Iterator[UploadFact]:
    """Yield those of the uploads whose tenant and namespace hold fewer slots than they may."""
    by_tenant, by_namespace = Counter[str](), Counter[str]()
    for upload in holders:
        by_tenant[tenant_of(upload)] += 1
        by_namespace[upload.namespace] += 1
    for upload in ready:
        tenant, namespace = tenant_of(upload), upload.namespace
        if (
            by_tenant[tenant] < settings.max_jobs_per_tenant
            and by_namespace[namespace] < settings.max_jobs_per_namespace
        ):
            by_tenant[tenant] += 1
            by_namespace[namespace] += 1
            yield upload


def _launch(upload: UploadFact, facts: Facts, *, is_probe: bool = False) -> CreateJob:
    return CreateJob(
        upload,
        count_attempts(upload, facts) + 1,
        count_failures(since_escalation(upload.status.history), FailureClass.MEMORY),
        find_target(upload),
        is_probe,
    )


def _is_clear(standing: Standing) -> bool:
    return isinstance(standing, Waiting) and standing.is_clear
