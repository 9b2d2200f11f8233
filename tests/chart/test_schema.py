"""What `values.schema.json` lets through and what it refuses, and that its words point at the place."""

import json

import pytest
import yaml

from tests.chart.rendering import CHART, RELEASE, REQUIRED, helm, merged, nested

LINES = (CHART / "values.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        pytest.param("limits.maxConcurentJobs", 4, id="a typo in a name"),
        pytest.param("limit", {}, id="a typo in a section"),
        pytest.param("operator.replicas", 2, id="a second operator"),
        pytest.param("limits.maxConcurrentJobs", -1, id="a negative number"),
        pytest.param("limits.maxConcurrentJobs", "4", id="a number as text"),
        pytest.param("limits.maxConcurrentJobsPerTenant", 0, id="a tenant that never gets a slot"),
        pytest.param("queue.tenantWeights", {"a": 0}, id="a tenant without a share"),
        pytest.param("queue.tenantWeights", {"a=b": 1}, id="a tenant that is no label"),
        pytest.param("kueue.queueName", "Cards", id="a queue that Kueue cannot have"),
        pytest.param("limits.jobTtlSeconds", 10, id="a Job that is gone before it was looked at"),
        pytest.param("retention.uploadTtlSeconds", -1, id="an upload that is gone before it ended"),
        pytest.param("retention.objects.days", 0, id="pictures that go at once"),
        pytest.param("retention.objects.bucket", "b", id="a bucket beside those of the storage"),
        pytest.param("retention.attemptsDays", 0.5, id="half a day"),
        pytest.param("sweep.intervalSeconds", 0, id="a sweep without a pause"),
        pytest.param("sweep.tenant", "club a", id="a tenant of sweeps that is no label"),
        pytest.param("limits.maxUploadSizeMB", 101, id="a size the runner refuses"),
        pytest.param("limits.runnerMemoryCap", "2 GB", id="no quantity"),
        pytest.param("breaker.failures", 1, id="an outage that one upload makes up"),
        pytest.param("retry.dependency.maxAttempts", 9, id="more attempts than the operator accepts"),
        pytest.param("retry.backoffCapSeconds", "5m", id="a duration instead of seconds"),
        pytest.param("database.existingSecret", "", id="no database Secret"),
        pytest.param("database.existingSecret", "postgresql://u:p@h/d", id="an address instead of a Secret's name"),
        pytest.param("database.url", "postgresql://u:p@h/d", id="the address itself"),
        pytest.param("storage.buckets", [], id="no bucket"),
        pytest.param("storage.buckets", "uploads", id="a bucket that is no list"),
        pytest.param("storage.endpoint", "minio:9000", id="an endpoint without scheme"),
        pytest.param("storage.endpoint", "http://u:p@minio:9000", id="a password in the endpoint"),
        pytest.param("storage.secretAccessKey", "x", id="a secret key in the values"),
        pytest.param("logLevel", "debug", id="a log level in lower case"),
        pytest.param("operator.image.digest", "sha256:abc", id="a digest that is too short"),
        pytest.param("runner.image.tag", "a b", id="a tag with a space"),
        pytest.param("runner.tokenExpirationSeconds", 60, id="a token shorter than the API server grants"),
        pytest.param("runner.profiles.auto.limits", None, id="a runner without limits"),
        pytest.param("runner.profiles.rapid.limits.memory", None, id="a runner without a limit of memory"),
        pytest.param("runner.profiles.fast", {}, id="a profile of a reader that is not there"),
        pytest.param("runner.resources.limit", {}, id="a typo in the resources"),
        pytest.param("runner.reader", "rapidocr", id="a reader nobody knows"),
        pytest.param("runner.reuseResults", "yes", id="a switch of results as text"),
        pytest.param("runner.escalate", "yes", id="a switch as text"),
        pytest.param("runner.image.rapidSuffix", "-a b", id="a suffix with a space"),
        pytest.param("operator.image.rapidDigest", "", id="a second image of the operator"),
        pytest.param("runner.serviceAccount", {"create": False}, id="no service account and no name of one"),
        pytest.param("runner.extraEnv", [{"name": "DATABASE_URL", "value": "x"}], id="a variable of ours twice"),
        pytest.param("runner.extraEnv", [{"name": "X", "value": "pg://u:p@h/d"}], id="a password in a variable"),
        pytest.param("operator.extraEnv", [{"name": "X"}], id="a variable without value"),
    ],
)
def test_refuses(path: str, value: object) -> None:
    done = helm("template", RELEASE, str(CHART), values=merged(REQUIRED, nested(path, value)))
    assert done.returncode != 0
    section = path.split(".", maxsplit=1)[0]
    assert "schema" in done.stderr
    assert section in done.stderr


def test_refuses_to_guess_the_two_required_values() -> None:
    done = helm("template", RELEASE, str(CHART), values={})
    assert done.returncode != 0
    assert "/database/existingSecret" in done.stderr
    assert "/storage/buckets" in done.stderr


def test_no_object_that_we_own_takes_unknown_keys() -> None:
    schema = json.loads((CHART / "values.schema.json").read_text(encoding="utf-8"))
    open_objects = [path for path, node in _objects(schema, "") if node.get("additionalProperties") is not False]
    assert open_objects == []


def test_the_schema_knows_every_value() -> None:
    schema = json.loads((CHART / "values.schema.json").read_text(encoding="utf-8"))
    assert set(yaml.safe_load(LINES)) == set(schema["properties"]) - {"global"}


def _objects(node: object, path: str) -> list[tuple[str, dict[str, object]]]:
    if isinstance(node, list):
        return [found for index, item in enumerate(node) for found in _objects(item, f"{path}/{index}")]
    if not isinstance(node, dict):
        return []
    is_conditional = path.endswith(("/if", "/then"))
    here = [(path, node)] if isinstance(node.get("properties"), dict) and not is_conditional else []
    is_property_map = path.endswith("/properties") and not path.endswith("/properties/properties")
    own = [] if is_property_map else here
    return own + [found for key, item in node.items() for found in _objects(item, f"{path}/{key}")]
