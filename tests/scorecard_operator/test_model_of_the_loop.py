"""The whole loop against an API server that loses answers, by Hypothesis: every upload ends once, whatever breaks when.

Loop, cache, actions and plan are the real ones, in virtual time; the API server, the nodes and the tables are simulated, with
requests refused, lost, late or slow, watches that fall behind, repeat or expire, and the process killed in any request.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any, ClassVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from scorecard_operator.facts import UploadFact, parse_upload
from scorecard_operator.settings import Settings
from scorecard_operator.vocabulary import ConditionType, Phase
from tests.builders import UploadBuilder, make_settings
from tests.simulation.api_server import ApiServer, Fate, Kind
from tests.simulation.nodes import Break, Nodes, Runner
from tests.simulation.operator_process import Process
from tests.simulation.rows import Tables
from tests.simulation.virtual_time import VirtualLoop

CAP = 2
SETTINGS = make_settings(SCORECARD_MAX_CONCURRENT_JOBS=str(CAP), SCORECARD_LAUNCHES_PER_MINUTE="60")
MOST_UPLOADS = 5
ROUNDS_TO_END = 400
ROUND_S = 5.0
GRACE_S = 10.0
SETTLED_S = 150.0
IDLE_S = 900.0
KINDS = st.sampled_from(list(Kind))
WHICH = st.integers(0, 7)


class LoopModel(RuleBasedStateMachine):
    """What may happen, and what must hold after every change of any object."""

    operator_settings: ClassVar[Settings] = SETTINGS
    last_wait_s: ClassVar[float] = GRACE_S + 1
    """How long it takes after the last end until nothing is left to do."""

    def __init__(self) -> None:
        super().__init__()
        self.time = VirtualLoop()
        self.server = ApiServer(self.time.time)
        self.tables = Tables()
        self.nodes = Nodes(self.server, self.tables)
        self.process = Process(self.server, self.tables, self.operator_settings)
        self.second = Process(self.server, self.tables, self.operator_settings)
        self.has_second = False
        self.server.listeners.append(self.inspect)
        self.ends: dict[str, str] = {}
        self.tokens = 0

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Let something happen, and whatever else is due meanwhile."""
        self.time.run_until_complete(work)

    @initialize(
        drawn=st.lists(st.tuples(st.integers(-1, 1), st.sampled_from("ab")), min_size=1, max_size=MOST_UPLOADS),
        has_second=st.booleans(),
    )
    def begin(self, drawn: list[tuple[int, str]], has_second: bool) -> None:  # noqa: FBT001 - drawn, not called by people
        """Uploads wait, and the operator starts; there may come to be two, as while a node does not answer."""
        self.has_second = has_second
        for number, (priority, tenant) in enumerate(drawn, start=1):
            self._ask_for(UploadBuilder(number).spec(priority=priority, tenant=tenant))
        self.run(self.process.start())

    def _ask_for(self, upload: UploadBuilder) -> None:
        body = upload.raw()
        body["metadata"]["creationTimestamp"] = self.server.now.strftime("%Y-%m-%dT%H:%M:%SZ")
        self.tables.status[body["metadata"]["name"]] = "uploaded"
        self.server.put(Kind.UPLOADS, body)

    @rule(seconds=st.sampled_from([0.03, 0.3, 2.0, 15.0, 70.0, 400.0]))
    def wait(self, seconds: float) -> None:
        """Time goes on; a killed operator is started again, a stopped pod is gone after its grace."""
        if not self.process.is_alive:
            self.run(self.process.start())
        self.run(asyncio.sleep(seconds))
        self.nodes.start_pods()
        if seconds > GRACE_S:
            self.nodes.stop_orphans()

    @rule(which=WHICH, steps=st.integers(1, 5))
    def work(self, which: int, steps: int) -> None:
        """A runner gets on with its work."""
        self.nodes.start_pods()
        runner = self._pick(which)
        for _ in range(steps if runner else 0):
            self.nodes.step(runner)  # type: ignore[arg-type] # there is none without steps

    @rule(which=WHICH, how=st.sampled_from(list(Break)))
    def break_down(self, which: int, how: Break) -> None:
        """A pod breaks."""
        runner = self._pick(which)
        if runner is not None:
            self.nodes.break_down(runner, how)

    @rule(which=WHICH)
    def start_twin(self, which: int) -> None:
        """A second pod of a Job, as after a node that was believed dead."""
        runner = self._pick(which)
        job = self.server.objects[Kind.JOBS].get(runner.job) if runner else None
        if job is not None:
            self.nodes.start_pod(job)

    @rule(fates=st.lists(st.sampled_from(list(Fate)), min_size=1, max_size=6))
    def disturb_requests(self, fates: list[Fate]) -> None:
        """The next requests do not all go well."""
        self.server.fates.extend(fates)

    @rule(is_second=st.booleans())
    def kill(self, is_second: bool) -> None:  # noqa: FBT001 - drawn, not called by people
        """An operator is killed between two requests."""
        self.run((self.second if is_second else self.process).kill())

    @rule()
    def start_second(self) -> None:
        """Another operator begins while the first one works."""
        if self.has_second and not self.second.is_alive:
            self.run(self.second.start())

    @rule(
        kind=KINDS,
        how=st.sampled_from(["freeze", "freeze", "thaw", "repeat", "expire"]),
        events=st.integers(1, 9),
        is_second=st.booleans(),
    )
    def disturb_watch(self, kind: Kind, how: str, events: int, is_second: bool) -> None:  # noqa: FBT001 - drawn
        """A watch falls behind, catches up, tells again or is broken with 410."""
        process = self.second if is_second else self.process
        match how:
            case "freeze":
                process.freeze(kind)
            case "thaw":
                process.thaw()
            case "repeat":
                process.repeat(kind, events)
            case "expire":
                process.expire(kind)

    @rule(which=st.sampled_from(["api", "database"]), is_away=st.booleans())
    def stop_a_server(self, which: str, is_away: bool) -> None:  # noqa: FBT001 - drawn, not called by people
        """The API server or the database goes away, or comes back."""
        if which == "api":
            self.server.is_away = is_away
            self.process.look_up()
            self.second.look_up()
        else:
            self.tables.is_away = is_away

    @rule(which=WHICH, what=st.sampled_from(["cancel", "again", "again", "delete", "lose job", "lose job"]))
    def meddle(self, which: int, what: str) -> None:
        """People stop uploads, want them again or delete them; Jobs get lost or too old."""
        uploads, jobs = self.server.objects[Kind.UPLOADS], self.server.objects[Kind.JOBS]
        if what == "lose job" and jobs:
            name = sorted(jobs)[which % len(jobs)]
            self.server.remove(Kind.JOBS, name)
            # If nobody had seen it yet, nobody can know that it was there.
            self.server.names_created.discard(name)
        if what == "lose job" or not uploads:
            return
        body = self.server.list(Kind.UPLOADS)[which % len(uploads)]
        if what == "delete":
            self.server.remove(Kind.UPLOADS, body["metadata"]["name"])
            return
        self.tokens += 1
        if what == "cancel":
            body["spec"]["cancelled"] = True
        else:
            body["metadata"]["annotations"] = {"scorecards.cricksy.io/retryRequestedAt": f"token-{self.tokens}"}
        self.server.put(Kind.UPLOADS, body)

    def _pick(self, which: int) -> Runner | None:
        living = self.nodes.living
        return living[which % len(living)] if living else None

    def inspect(self) -> None:
        """Hold every promise against what there is now."""
        live = self._live_jobs()
        # Each of two operators keeps to the cap by what it sees; the name of a Job is what they share.
        assert len(live) <= (2 * CAP if self.has_second else CAP), f"{len(live)} Jobs at work"
        assert len(live) == len(set(live)), "two Jobs of one upload at work"
        for upload in self._uploads():
            phase = upload.status.phase
            if phase is not None and phase.is_terminal:
                before = self.ends.setdefault(upload.run_key, phase)
                assert before == phase, f"it had ended as {before}, and is {phase}"
            else:
                assert upload.run_key not in self.ends, f"it had ended as {self.ends[upload.run_key]}, and goes on"
        assert set(self.tables.commits.values()) <= {1}, "a result was written twice"

    @invariant()
    def all_is_well(self) -> None:
        """The operator has not broken, and what is promised holds."""
        assert {self.process.is_alive, self.second.is_alive} <= {True, False}
        self.inspect()

    def _live_jobs(self) -> list[str]:
        known = {runner.job for runner in self.nodes.runners}
        done = {runner.job for runner in self.nodes.runners if runner.has_reported}
        at_work = {runner.job for runner in self.nodes.living} - done
        return [
            job["metadata"]["labels"]["scorecards.cricksy.io/upload"]
            for name, job in self.server.objects[Kind.JOBS].items()
            if not job["status"].get("conditions") and (name in at_work or name not in known)
        ]

    def _uploads(self) -> list[UploadFact]:
        found = [parse_upload(body) for body in self.server.objects[Kind.UPLOADS].values()]
        return [upload for upload in found if upload is not None]

    def _is_done(self) -> bool:
        return all(is_over(upload) for upload in self._uploads()) and not self.nodes.living

    def teardown(self) -> None:
        """Once nothing breaks any more, everything ends, is told, and then nothing is written any more."""
        try:
            self._end()
        finally:
            self.run(self.process.kill())
            self.run(self.second.kill())
            self.time.close()

    def _end(self) -> None:
        self.server.fates.clear()
        self.server.is_away = self.tables.is_away = False
        self.process.thaw()
        self.second.thaw()
        self.wait(SETTLED_S)
        given_up = {upload.name for upload in self._uploads() if upload.status.phase in {Phase.FAILED, Phase.CANCELLED}}
        assert not given_up & set(self._live_jobs()), "a Job of an upload that was given up is left at work"
        for _ in range(ROUNDS_TO_END):
            self.wait(ROUND_S)
            for runner in self.nodes.living:
                self.nodes.step(runner)
            if self._is_done():
                break
        self.wait(self.last_wait_s)
        self.inspect()
        assert [upload.name for upload in self._uploads() if not is_over(upload)] == []
        assert {self.tables.status[upload.name] for upload in self._uploads()} <= {"parsed", "failed"}
        assert self._live_jobs() == []
        before = sum(len(events) for events in self.server.log.values())
        self.wait(IDLE_S)
        assert sum(len(events) for events in self.server.log.values()) == before, "something is written without need"


def is_over(upload: UploadFact) -> bool:
    is_told = all(c.status == "True" for c in upload.status.conditions if c.type == ConditionType.ROW_REPORTED)
    is_ended = upload.status.phase is not None and upload.status.phase.is_terminal
    return is_ended and is_told and not upload.is_retry_asked


LoopModel.TestCase.settings = settings(derandomize=True, max_examples=60, stateful_step_count=40, deadline=None)
TestLoopModel = LoopModel.TestCase
