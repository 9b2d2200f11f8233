"""Both pods and the migration: Pod Security `restricted`, tokens, resources, images, the contract's variables."""

from typing import Any

import pytest

from scorecard_operator.manifest import check_template
from scorecard_operator.settings import read_settings
from tests.chart.rendering import Manifest, Rendered, merged, nested, render

DIGEST = "sha256:" + "ab" * 32
PODS = ("operator_template", "runner_template", "migration_template")
RESTRICTED_VOLUMES = {"configMap", "downwardAPI", "emptyDir", "projected", "secret"}


@pytest.fixture(scope="module")
def rendered() -> Rendered:
    return render({"storage": {"existingSecret": "storage"}})


def container(template: Manifest) -> Manifest:
    (only,) = template["spec"]["containers"]
    found: Manifest = only
    return found


def environment(template: Manifest) -> dict[str, Any]:
    variables = container(template)["env"]
    names = [each["name"] for each in variables]
    assert len(names) == len(set(names)), "a variable is set twice"
    return {each["name"]: each.get("value", each.get("valueFrom")) for each in variables}


@pytest.mark.parametrize("pod", PODS)
def test_meets_pod_security_restricted_with_a_read_only_root(rendered: Rendered, pod: str) -> None:
    template = getattr(rendered, pod)
    assert template["spec"]["securityContext"] == {
        "runAsNonRoot": True,
        "runAsUser": 65532,
        "runAsGroup": 65532,
        "seccompProfile": {"type": "RuntimeDefault"},
    }
    assert container(template)["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "runAsNonRoot": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert not {"hostNetwork", "hostPID", "hostIPC", "initContainers"} & set(template["spec"])
    for volume in template["spec"]["volumes"]:
        assert set(volume) - {"name"} <= RESTRICTED_VOLUMES


@pytest.mark.parametrize("pod", PODS)
def test_bounds_memory_and_every_writable_folder(rendered: Rendered, pod: str) -> None:
    template = getattr(rendered, pod)
    resources = container(template)["resources"]
    assert {"cpu", "memory"} <= set(resources["limits"])
    assert {"cpu", "memory"} <= set(resources["requests"])
    scratch = [volume["emptyDir"] for volume in template["spec"]["volumes"] if "emptyDir" in volume]
    assert scratch
    assert all("sizeLimit" in each for each in scratch)


@pytest.mark.parametrize("pod", ["runner_template", "migration_template"])
def test_gets_no_token_by_itself(rendered: Rendered, pod: str) -> None:
    spec = getattr(rendered, pod)["spec"]
    assert spec["automountServiceAccountToken"] is False
    assert spec["enableServiceLinks"] is False
    assert spec["restartPolicy"] == "Never"


def test_the_migration_leans_on_nothing_of_the_release(rendered: Rendered) -> None:
    job = rendered.one("Job")
    spec = rendered.migration_template["spec"]
    assert job["metadata"]["annotations"] == {
        "helm.sh/hook": "pre-install,pre-upgrade",
        "helm.sh/hook-delete-policy": "before-hook-creation,hook-succeeded",
    }
    assert "serviceAccountName" not in spec
    assert [set(volume) - {"name"} for volume in spec["volumes"]] == [{"emptyDir"}]
    assert container(rendered.migration_template)["args"] == ["migrate"]
    assert job["spec"]["backoffLimit"] == 3
    assert job["spec"]["activeDeadlineSeconds"] == 300


def test_the_runner_gets_a_short_lived_projected_token(rendered: Rendered) -> None:
    template = rendered.runner_template
    volume = next(each for each in template["spec"]["volumes"] if "projected" in each)
    mount = next(each for each in container(template)["volumeMounts"] if each["name"] == volume["name"])
    assert mount["mountPath"] == "/var/run/secrets/kubernetes.io/serviceaccount"
    token, authority, namespace = volume["projected"]["sources"]
    assert token == {"serviceAccountToken": {"path": "token", "expirationSeconds": 600}}
    assert authority["configMap"] == {"name": "kube-root-ca.crt", "items": [{"key": "ca.crt", "path": "ca.crt"}]}
    assert namespace["downwardAPI"]["items"][0]["fieldRef"]["fieldPath"] == "metadata.namespace"


def test_the_operator_accepts_the_runner_template(rendered: Rendered) -> None:
    template = check_template(rendered.runner_template)
    runner = container(template)
    assert set(template) == {"metadata", "spec"}
    assert runner["name"] == "runner"
    assert runner["args"] == ["run"]
    assert runner["terminationMessagePath"] == "/dev/termination-log"
    assert runner["terminationMessagePolicy"] == "FallbackToLogsOnError"
    assert runner["resources"]["limits"]["memory"] == "1Gi"
    assert "ephemeral-storage" in runner["resources"]["limits"]
    # The operator's own; Helm's value here would be overwritten and would hide whose pod it is.
    assert "app.kubernetes.io/managed-by" not in template["metadata"]["labels"]


def test_the_runner_gets_the_variables_of_the_contract(rendered: Rendered) -> None:
    assert environment(rendered.runner_template) == {
        "SCORECARD_NAMESPACE": {"fieldRef": {"fieldPath": "metadata.namespace"}},
        "SCORECARD_POD_UID": {"fieldRef": {"fieldPath": "metadata.uid"}},
        "SCORECARD_READER": "auto",
        "SCORECARD_REUSE_RESULTS": "true",
        "SCORECARD_LANGUAGES": "eng",
        "DATABASE_URL": {"secretKeyRef": {"name": "database", "key": "DATABASE_URL"}},
        "S3_ENDPOINT_URL": "",
        "S3_REGION": "us-east-1",
        "S3_USE_PATH_STYLE": "0",
        "S3_UPLOAD_BUCKET": "uploads",
        "S3_ACCESS_KEY_ID": {"secretKeyRef": {"name": "storage", "key": "S3_ACCESS_KEY_ID"}},
        "S3_SECRET_ACCESS_KEY": {"secretKeyRef": {"name": "storage", "key": "S3_SECRET_ACCESS_KEY"}},
        "MAX_UPLOAD_SIZE_MB": "10",
        "CRICKSY_LOG_LEVEL": "INFO",
        "OMP_THREAD_LIMIT": "1",
    }


def test_a_workload_identity_needs_no_keys() -> None:
    variables = environment(render().runner_template)
    assert not {"S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"} & set(variables)


def test_minio_gets_its_endpoint_path_style_and_all_buckets() -> None:
    storage = {"endpoint": "http://minio:9000", "pathStyle": True, "buckets": ["one", "two"]}
    variables = environment(render({"storage": storage}).runner_template)
    assert variables["S3_ENDPOINT_URL"] == "http://minio:9000"
    assert variables["S3_USE_PATH_STYLE"] == "1"
    assert variables["S3_UPLOAD_BUCKET"] == "one,two"


def test_the_defaults_of_the_chart_are_those_of_the_operator(rendered: Rendered) -> None:
    variables = environment(rendered.operator_template)
    texts = {name: value for name, value in variables.items() if isinstance(value, str)}
    live = "SCORECARD_LIVE_SETTINGS_CONFIG_MAP"
    fixed = {"SCORECARD_NAMESPACE": "ns", "DATABASE_URL": "postgresql://u:p@h:5432/d", live: texts[live]}
    assert read_settings({**texts, **fixed}) == read_settings(fixed)
    assert set(variables) - {"SCORECARD_NAMESPACE", "DATABASE_URL"} == set(texts)


@pytest.mark.parametrize(
    ("path", "value", "field", "expected"),
    [
        pytest.param("limits.maxConcurrentJobs", 9, "max_concurrent_jobs", 9, id="Jobs at the same time"),
        pytest.param("limits.maxConcurrentJobsPerTenant", 2, "max_jobs_per_tenant", 2, id="Jobs of one tenant"),
        pytest.param("limits.maxConcurrentJobsPerNamespace", 3, "max_jobs_per_namespace", 3, id="Jobs of a namespace"),
        pytest.param("limits.launchesPerMinute", 30, "launches_per_minute", 30, id="launches in a minute"),
        pytest.param("queue.priorityAgeingSeconds", 60, "priority_ageing_s", 60, id="ageing"),
        pytest.param(
            "queue.tenantWeights", {"a": 2, "b-c": 0.5}, "tenant_weights", {"a": 2, "b-c": 0.5}, id="weights of tenants"
        ),
        pytest.param("kueue.queueName", "cards.ocr", "kueue_queue_name", "cards.ocr", id="queue of Kueue"),
        pytest.param("limits.runTimeoutSeconds", 60, "run_timeout_s", 60, id="hard limit"),
        pytest.param("limits.startDeadlineSeconds", 30, "start_deadline_s", 30, id="start deadline"),
        pytest.param("limits.jobTtlSeconds", 604_800, "job_ttl_s", 604_800, id="a week of Jobs"),
        pytest.param("retention.uploadTtlSeconds", 0, "upload_ttl_s", 0, id="uploads for ever"),
        pytest.param("retention.uploadTtlSeconds", 315_360_000, "upload_ttl_s", 315_360_000, id="ten years of uploads"),
        pytest.param("retention.failedUploadTtlSeconds", 1, "failed_upload_ttl_s", 1, id="failures of a second"),
        pytest.param("retention.attemptsDays", 3650, "attempts_retention_days", 3650, id="ten years of attempts"),
        pytest.param("sweep.enabled", False, "is_sweeping", False, id="no sweep"),
        pytest.param("sweep.afterSeconds", 5, "sweep_after_s", 5, id="when a row is left alone"),
        pytest.param("sweep.intervalSeconds", 3600, "sweep_interval_s", 3600, id="between sweeps"),
        pytest.param("sweep.queueLimit", 10_000, "sweep_queue_limit", 10_000, id="uploads beyond which none is added"),
        pytest.param("sweep.tenant", "club-a", "sweep_tenant", "club-a", id="tenant of swept uploads"),
        pytest.param("limits.runnerMemoryCap", "1Gi", "memory_limit_cap", "1Gi", id="memory cap"),
        pytest.param("runner.escalate", True, "is_escalating", True, id="reading again"),
        pytest.param("operator.resyncIntervalSeconds", 10, "resync_interval_s", 10, id="resync"),
        pytest.param("retry.application.maxAttempts", 1, "application_attempts", 1, id="application attempts"),
        pytest.param("retry.dependency.maxAttempts", 2, "dependency_attempts", 2, id="dependency attempts"),
        pytest.param("retry.infrastructure.maxAttempts", 3, "infrastructure_attempts", 3, id="infrastructure attempts"),
        pytest.param("breaker.failures", 5, "breaker_failures", 5, id="failures that open the breaker"),
        pytest.param("retry.memory.maxAttempts", 4, "memory_attempts", 4, id="memory attempts"),
        pytest.param("retry.application.backoffSeconds", 0.5, "application_backoff_s", 0.5, id="half a second"),
        pytest.param("retry.dependency.backoffSeconds", 2, "dependency_backoff_s", 2, id="dependency wait"),
        pytest.param("retry.infrastructure.backoffSeconds", 3, "infrastructure_backoff_s", 3, id="infrastructure wait"),
        pytest.param("retry.backoffCapSeconds", 3600, "backoff_cap_s", 3600, id="longest wait"),
        pytest.param("logLevel", "DEBUG", "log_level", "DEBUG", id="log level"),
    ],
)
def test_a_value_reaches_the_operator(path: str, value: object, field: str, expected: object) -> None:
    variables = environment(render(nested(path, value)).operator_template)
    texts = {name: text for name, text in variables.items() if isinstance(text, str)}
    fixed = {"SCORECARD_NAMESPACE": "ns", "DATABASE_URL": "postgresql://u:p@h:5432/d"}
    assert getattr(read_settings({**texts, **fixed}), field) == expected


@pytest.mark.parametrize("path", ["/healthz"])
@pytest.mark.parametrize("probe", ["startupProbe", "readinessProbe", "livenessProbe"])
def test_the_operator_is_probed(rendered: Rendered, probe: str, path: str) -> None:
    operator = container(rendered.operator_template)
    assert operator["ports"] == [{"name": "health", "containerPort": 8080}]
    assert operator[probe]["httpGet"] == {"path": path, "port": "health"}


def test_there_is_one_operator_and_never_two_in_a_rollout(rendered: Rendered) -> None:
    spec = rendered.one("Deployment")["spec"]
    assert spec["replicas"] == 1
    assert spec["strategy"] == {"type": "Recreate"}


def test_a_changed_runner_template_restarts_the_operator() -> None:
    def checksum(values: dict[str, Any]) -> str:
        text: str = render(values).operator_template["metadata"]["annotations"]["checksum/runner-pod"]
        return text

    assert checksum({}) == checksum({"rbac": {"aggregate": False}})
    assert checksum({}) != checksum({"runner": {"tmpSizeLimit": "1Gi"}})


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        pytest.param({}, "x/y:0.1.0", id="no tag is the version of the app"),
        pytest.param({"tag": "1"}, "x/y:1", id="a tag"),
        pytest.param({"digest": DIGEST}, f"x/y:0.1.0@{DIGEST}", id="a digest"),
        pytest.param({"tag": "1", "digest": DIGEST}, f"x/y:1@{DIGEST}", id="a digest beside a tag"),
    ],
)
def test_image_reference(image: dict[str, str], expected: str) -> None:
    block = {"image": {"repository": "x/y", **image}}
    rendered = render({"operator": block, "runner": {**block, "reader": "tesseract"}})
    assert [container(getattr(rendered, pod))["image"] for pod in PODS] == [expected] * 3


@pytest.mark.parametrize(("block", "pod"), [("operator", "operator_template"), ("runner", "runner_template")])
def test_pod_settings_reach_their_pod(block: str, pod: str) -> None:
    settings = {
        "nodeSelector": {"disk": "ssd"},
        "tolerations": [{"key": "ocr", "operator": "Exists"}],
        "affinity": {"nodeAffinity": {}},
        "priorityClassName": "low",
        "podAnnotations": {"a": "1"},
        "podLabels": {"l": "2"},
        "extraEnv": [{"name": "TZ", "value": "UTC"}],
        "serviceAccount": {"name": "mine", "annotations": {"role": "reader"}},
    }
    rendered = render(merged({"imagePullSecrets": [{"name": "pull"}]}, {block: settings}))
    template = getattr(rendered, pod)
    for key in ("nodeSelector", "tolerations", "affinity", "priorityClassName"):
        assert template["spec"][key] == settings[key]
    assert template["spec"]["imagePullSecrets"] == [{"name": "pull"}]
    assert template["metadata"]["annotations"]["a"] == "1"
    assert template["metadata"]["labels"]["l"] == "2"
    assert environment(template)["TZ"] == "UTC"
    assert template["spec"]["serviceAccountName"] == "mine"
    assert rendered.all("ServiceAccount")["mine"]["metadata"]["annotations"] == {"role": "reader"}
