"""The policy against a small model of a cluster, by Hypothesis: whatever happens in whatever order, every upload ends once.

The model has what `plan` decides about: uploads, Jobs, pods, rows, time. Answers may get lost, people cancel and ask again,
pods break in every way. What needs a real API server is tried on one (`tests/e2e`).
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from scorecard_operator.actions import dump_status
from scorecard_operator.decisions import Action, ConfirmGone, CreateJob, DeleteJob, ReportRow, WriteStatus
from scorecard_operator.facts import Facts, JobFact, PodFact, UploadFact, parse_upload
from scorecard_operator.live import LiveSettings, apply, read_live
from scorecard_operator.manifest import job_name
from scorecard_operator.plan import plan
from tests.builders import NOW, JobBuilder, PodBuilder, UploadBuilder, at, make_settings

CAP = 2
SETTINGS = make_settings(SCORECARD_MAX_CONCURRENT_JOBS=str(CAP), SCORECARD_LAUNCHES_PER_MINUTE="20")
PAUSED = apply(SETTINGS, read_live({"paused": "true"}, LiveSettings()).settings)
TERMINAL = {"Succeeded", "Failed", "Cancelled"}
MOST_UPLOADS = 6
TURNS_TO_END = 300
EXIT_CODES = (10, 20, 21, 22, 30, 70, 137)


@dataclass
class Run:
    """A Job and its pod; `pod` is None until there is one."""

    upload: int
    attempt: int
    job: JobBuilder
    retries_after: int | None
    pod: PodBuilder | None = None
    is_over: bool = False


@dataclass
class World:
    """All there is, and the moment."""

    now: dt.datetime = NOW
    uploads: dict[int, UploadBuilder] = field(default_factory=dict)
    runs: dict[str, Run] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    rows: dict[int, str] = field(default_factory=dict)
    reported: dict[str, str] = field(default_factory=dict)
    committed: dict[tuple[int, int | None], int] = field(default_factory=dict)
    is_refusing_deletes: bool = False
    is_paused: bool = False

    @property
    def seconds(self) -> float:
        """Seconds since the beginning."""
        return (self.now - NOW).total_seconds()

    def fact(self, number: int) -> UploadFact:
        """Return an upload as it stands."""
        found = parse_upload(self.uploads[number].raw())
        assert found is not None
        return found

    def facts(self) -> Facts:
        """Return what the operator sees."""
        jobs: dict[str, tuple[JobFact, ...]] = {}
        pods: dict[str, PodFact] = {}
        for run in self.runs.values():
            job = run.job.fact()
            jobs[job.upload] = (*jobs.get(job.upload, ()), job)
            if run.pod is not None:
                pods[job.name] = run.pod.fact()
        uploads = tuple(self.fact(number) for number in self.uploads)
        return Facts(uploads, jobs, pods, frozenset(self.gone), dict(self.reported))

    def perform(self, action: Action) -> None:
        """Do what the API server, the database and the Job controller would."""
        match action:
            case CreateJob(upload=upload, attempt=attempt, is_probe=is_probe):
                number = int(upload.name[-12:])
                name = job_name(upload.name, attempt)
                job = JobBuilder(number, attempt).created(self.seconds)
                job = job.probing() if is_probe else job
                self.runs.setdefault(name, Run(number, attempt, job, upload.status.retried_after))
            case WriteStatus(upload=upload, status=status):
                body = self.uploads[int(upload.name[-12:])].body
                kept = {key: body["status"][key] for key in ("progress", "result") if key in body["status"]}
                body["status"] = dump_status(status) | kept
            case DeleteJob(job=job):
                if not self.is_refusing_deletes:
                    self.runs.pop(job.name, None)
            case ConfirmGone(job_name=name):
                if name not in self.runs:
                    self.gone.add(name)
            case ReportRow(upload=upload):
                number = int(upload.name[-12:])
                if self.rows[number] in {"uploaded", "processing"}:
                    self.rows[number] = "failed"
                self.reported[upload.run_key] = self.rows[number]

    def live(self) -> list[Run]:
        """Return the runs whose pod may still work."""
        return [run for run in self.runs.values() if not run.is_over]

    def end(self, run: Run, exit_code: int, reason: str = "Broke") -> None:
        """End the pod as its runner would, for that reason if it broke."""
        run.is_over = True
        pod = run.pod or PodBuilder(run.upload, run.attempt).running(self.seconds)
        run.pod = pod
        is_claimed = self._claim(run)
        if exit_code == 0 and is_claimed:
            key = (run.upload, run.retries_after)
            self.committed[key] = self.committed.get(key, 0) + 1
            self.rows[run.upload] = "parsed"
            self.uploads[run.upload].reported(run.attempt)
            moment = at(self.seconds)
            self.uploads[run.upload].body["status"]["progress"] |= {"fetchedAt": moment, "storedAt": moment}
        if exit_code == 10 and self.rows[run.upload] == "processing":
            self.rows[run.upload] = "failed"
        said: dict[str, Any] = {"reason": "Parsed"} if exit_code == 0 else {"reason": reason, "message": "It broke."}
        pod.ended(exit_code, said, seconds=self.seconds)
        run.job.finished("Complete" if exit_code == 0 else "Failed", seconds=self.seconds)

    def _claim(self, run: Run) -> bool:
        row, is_first = self.rows[run.upload], (run.upload, run.retries_after) not in self.committed
        if row == "parsed":
            return run.retries_after is not None and is_first
        if row == "failed" and run.retries_after is None:
            return False
        self.rows[run.upload] = "processing"
        return True


class Model(RuleBasedStateMachine):
    """What may happen, and what must hold all the time."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World()
        self.ended: dict[int, tuple[str, str]] = {}
        self.tokens = 0

    @initialize(
        drawn=st.lists(st.tuples(st.integers(-1, 1), st.sampled_from(["a", "b"])), min_size=2, max_size=MOST_UPLOADS)
    )
    def create(self, drawn: list[tuple[int, str]]) -> None:
        """The backend asks for readings."""
        for number, (priority, tenant) in enumerate(drawn, start=1):
            self.world.uploads[number] = UploadBuilder(number).spec(priority=priority, tenant=tenant)
            self.world.rows[number] = "uploaded"

    @rule(lost=st.sets(st.integers(0, 7)))
    def turn(self, lost: set[int]) -> None:
        """The operator looks and acts; some of its requests never arrive."""
        self._turn(lost)

    def _turn(self, lost: set[int]) -> None:
        in_force = PAUSED if self.world.is_paused else SETTINGS
        for place, action in enumerate(plan(self.world.facts(), in_force, self.world.now).actions):
            assert not (self.world.is_paused and isinstance(action, CreateJob))
            if place not in lost:
                self.world.perform(action)
        self._note_ends()

    @rule(seconds=st.sampled_from([1, 30, 200]))
    def wait(self, seconds: int) -> None:
        """Time goes on, and the operator looks."""
        self.world.now += dt.timedelta(seconds=seconds)
        self._turn(set())

    @rule(which=st.integers(0, 5), exit_code=st.sampled_from((None, 0, 0, 0, *EXIT_CODES)))
    def work(self, which: int, exit_code: int | None) -> None:
        """A pod starts, or its runner ends."""
        live = self.world.live()
        if live and exit_code is None:
            run = live[which % len(live)]
            run.pod = run.pod or PodBuilder(run.upload, run.attempt).running(self.world.seconds)
        elif live and exit_code is not None:
            self.world.end(live[which % len(live)], exit_code)

    @rule(
        which=st.integers(0, 5), what=st.sampled_from(["cancel", "again", "again", "lose", "refuse deletes", "pause"])
    )
    def disturb(self, which: int, what: str) -> None:
        """Somebody stops an upload or wants it again; a Job is lost; deletes are refused, or launches paused, or no more."""
        upload = self.world.uploads[which % len(self.world.uploads) + 1]
        if what == "cancel":
            upload.spec(cancelled=True)
        elif what == "again":
            self.tokens += 1
            upload.body["metadata"]["annotations"] = {"scorecards.cricksy.io/retryRequestedAt": f"token-{self.tokens}"}
        elif what == "refuse deletes":
            self.world.is_refusing_deletes = not self.world.is_refusing_deletes
        elif what == "pause":
            self.world.is_paused = not self.world.is_paused
        elif self.world.runs:
            del self.world.runs[sorted(self.world.runs)[which % len(self.world.runs)]]

    @invariant()
    def no_more_jobs_than_slots(self) -> None:
        """The cap holds, whoever reported what."""
        done = {
            (number, body.body["status"].get("progress", {}).get("attempt"))
            for number, body in self.world.uploads.items()
        }
        assert len([run for run in self.world.live() if (run.upload, run.attempt) not in done]) <= CAP

    @invariant()
    def never_two_of_one_upload(self) -> None:
        """Two pods of one upload never work at the same time."""
        uploads = [run.upload for run in self.world.live()]
        assert len(uploads) == len(set(uploads))

    @invariant()
    def one_commit_for_each_run(self) -> None:
        """A result is written once for each run that was asked for."""
        assert all(count == 1 for count in self.world.committed.values())

    def _is_quiet(self) -> bool:
        have_ended = all(self.world.fact(number).status.phase in TERMINAL for number in self.world.uploads)
        return have_ended and not self.world.live() and not plan(self.world.facts(), SETTINGS, self.world.now).actions

    def _note_ends(self) -> None:
        for number in self.world.uploads:
            status = self.world.fact(number).status
            if status.phase in TERMINAL:
                run = self.world.fact(number).run_key
                before = self.ended.setdefault(number, (run, str(status.phase)))
                assert before == (run, str(status.phase)) or before[0] != run
                self.ended[number] = (run, str(status.phase))

    def teardown(self) -> None:
        """Once nothing breaks any more, everything ends: rows are final and no Job is left at work."""
        self.world.is_refusing_deletes = self.world.is_paused = False
        for _ in range(TURNS_TO_END):
            for run in self.world.live():
                self.world.end(run, 0)
            self._turn(set())
            self.world.now += dt.timedelta(seconds=20)
            if self._is_quiet():
                break
        statuses = [self.world.fact(number).status for number in self.world.uploads]
        assert {str(status.phase) for status in statuses} <= TERMINAL
        ran = [status for status in statuses if status.phase != "Cancelled"]
        assert all(status.attempts > (status.retried_after or 0) for status in ran)
        assert not self.world.live()
        assert set(self.world.rows.values()) <= {"parsed", "failed"}


Model.TestCase.settings = settings(derandomize=True, max_examples=60, stateful_step_count=30, deadline=None)
TestModel = Model.TestCase
