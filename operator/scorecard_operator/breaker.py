"""Which dependencies are away, so that no attempts are wasted on them: a circuit breaker for each, without a memory.

Pure, and reckoned anew each time from how the attempts of all uploads ended and how far those that run have come. A
dependency counts as away once several attempts of more than one upload broke on it since it was last seen to work. From
then on one Job at a time, a probe, tries whether it is back. A probe that fails says that it still is away, however few
uploads are left to say so; any attempt that gets past it says that it is back.

It opens when all attempts since the last good one failed, not at a share of those of the last minutes: after a thousand
readings that went well, it would take as many failures to notice.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scorecard_operator.dependencies import BLAMED_BY, CLEARED_BY, HINTS, NAMES, Dependency
from scorecard_operator.facts import Facts, UploadFact, parse_time
from scorecard_operator.manifest import job_name
from scorecard_operator.resource import Attempt
from scorecard_operator.settings import Settings
from scorecard_operator.standing import Escalated, Lost, Settled, Standing, Waiting, Won

WINDOW_S = 600
"""How long a failure counts, beside the time that an attempt may take to start."""

FIRST_PROBE_WAIT_S = 10
LONGEST_PROBE_WAIT_S = 60
_WAITS_DOUBLED = 8  # more of them would be beyond the longest wait

MIN_UPLOADS = 2
"""One upload alone proves nothing about a dependency: it may be its own file."""


@dataclass(frozen=True)
class Outage:
    """A dependency that is away."""

    dependency: Dependency
    since: dt.datetime
    """The first failure after it was last seen to work."""
    probe_at: dt.datetime
    """When the next attempt may try whether it is back."""

    @property
    def headline(self) -> str:
        """What is away: the same for as long as it is."""
        return f"{NAMES[self.dependency]} is not available:"

    @property
    def message(self) -> str:
        """What is away, since when, and what to look at."""
        return (
            f"{self.headline} no attempt got past it since {self.since:%Y-%m-%d %H:%M:%S} UTC. {HINTS[self.dependency]} "
            "One upload at a time tries whether it is back; the others wait and lose no attempts."
        )


@dataclass(frozen=True)
class _End:
    """An attempt that is over."""

    upload: str
    attempt: Attempt
    at: dt.datetime


def find_outages(
    uploads: Sequence[UploadFact],
    standings: Mapping[str, Standing],
    facts: Facts,
    settings: Settings,
    now: dt.datetime,
) -> tuple[Outage, ...]:
    """Return the dependencies that are away at `now`."""
    ends = list(_ends(uploads, standings, now))
    blamed = {BLAMED_BY[end.attempt.reason] for end in ends if end.attempt.reason in BLAMED_BY}
    if not blamed:
        return ()
    proofs = list(_proofs(uploads, ends, facts))
    judged = (_judge(each, ends, proofs, settings, now) for each in Dependency if each in blamed)
    return tuple(outage for outage in judged if outage is not None)


def wait_for_dependencies(
    uploads: Sequence[UploadFact], standings: Mapping[str, Standing], outages: Sequence[Outage]
) -> dict[str, Standing]:
    """Return the standings with those that back off from an outage waiting for its end, not for a moment."""
    away = {outage.dependency for outage in outages}
    changed: dict[str, Standing] = {}
    for upload in uploads:
        standing, history = standings[upload.name], upload.status.history
        if isinstance(standing, Waiting) and history and BLAMED_BY.get(history[-1].reason) in away:
            changed[upload.name] = Waiting(None, standing.is_clear)
    return {**standings, **changed}


def _judge(
    dependency: Dependency,
    ends: Iterable[_End],
    proofs: Iterable[tuple[Dependency, dt.datetime]],
    settings: Settings,
    now: dt.datetime,
) -> Outage | None:
    last_good = max(
        (at for proven, at in proofs if proven is dependency), default=dt.datetime.min.replace(tzinfo=dt.UTC)
    )
    since_good = [end for end in ends if end.at >= last_good]
    failures = [end for end in since_good if BLAMED_BY.get(end.attempt.reason) is dependency]
    window = dt.timedelta(seconds=WINDOW_S + settings.start_deadline_s)
    recent = [end for end in failures if end.at > now - window]
    is_wide = len(recent) >= settings.breaker_failures and len({end.upload for end in recent}) >= MIN_UPLOADS
    if not is_wide and not any(end.attempt.probe for end in recent):
        return None
    probes = [end for end in since_good if end.attempt.probe]
    wait_s = min(FIRST_PROBE_WAIT_S * 2 ** min(len(probes), _WAITS_DOUBLED), LONGEST_PROBE_WAIT_S)
    last = max(end.at for end in [*failures, *probes])
    return Outage(dependency, min(end.at for end in failures), last + dt.timedelta(seconds=wait_s))


def _ends(uploads: Sequence[UploadFact], standings: Mapping[str, Standing], now: dt.datetime) -> Iterator[_End]:
    """Yield the ends that say something of a dependency, or that of a probe; what a fast clock put ahead of now waits."""
    for upload in uploads:
        for attempt in _history(upload, standings[upload.name]):
            if attempt.probe or attempt.reason in BLAMED_BY or attempt.reason in CLEARED_BY:
                at = parse_time(attempt.finished_at)
                if at is not None and at <= now:
                    yield _End(upload.name, attempt, at)


def _history(upload: UploadFact, standing: Standing) -> Sequence[Attempt]:
    # An end that is seen for the first time counts at once, or as many again would be launched meanwhile.
    return standing.history if isinstance(standing, Won | Escalated | Settled | Lost) else upload.status.history


def _proofs(
    uploads: Iterable[UploadFact], ends: Iterable[_End], facts: Facts
) -> Iterator[tuple[Dependency, dt.datetime]]:
    """Yield when which dependency was seen to work: by what attempts did, not by when they ended."""
    for end in ends:
        if end.attempt.reason in CLEARED_BY:
            yield CLEARED_BY[end.attempt.reason], end.at
    for pod in facts.pods.values():
        if pod.started_at is not None:
            yield Dependency.REGISTRY, pod.started_at
    for upload in uploads:
        yield from _proofs_of_progress(upload, facts)


def _proofs_of_progress(upload: UploadFact, facts: Facts) -> Iterator[tuple[Dependency, dt.datetime]]:
    progress = upload.status.progress
    if progress is None:
        return
    pod = facts.pods.get(job_name(upload.name, progress.attempt))
    # Whoever reports has claimed its row. When that was nobody said: after the runner had started.
    claimed_at = pod.started_at if pod is not None else None
    stored_at, fetched_at = parse_time(progress.stored_at), parse_time(progress.fetched_at)
    yield from ((Dependency.DATABASE, at) for at in (claimed_at, stored_at) if at is not None)
    if fetched_at is not None:
        yield Dependency.STORAGE, fetched_at
