"""The CronJob that deletes old pictures: only where it is wanted, hardened, with credentials of its own."""

from typing import Any

import pytest

from scorecard_runner.settings import PruneSettings, read_settings
from tests.chart.rendering import Manifest, render

WANTED = {"retention": {"objects": {"enabled": True}}, "storage": {"existingSecret": "storage"}}


def template_of(*layers: dict[str, Any]) -> Manifest:
    found: Manifest = render(WANTED, *layers).one("CronJob")["spec"]["jobTemplate"]["spec"]["template"]
    return found


def container_of(*layers: dict[str, Any]) -> Manifest:
    (found,) = template_of(*layers)["spec"]["containers"]
    return dict(found)


def secrets_of(container: Manifest) -> dict[str, str]:
    sources = {each["name"]: each["valueFrom"] for each in container["env"] if "valueFrom" in each}
    return {name: source["secretKeyRef"]["name"] for name, source in sources.items()}


def test_nobody_deletes_pictures_by_default() -> None:
    assert render().all("CronJob") == {}


def test_it_meets_pod_security_restricted_and_has_no_token() -> None:
    spec, container = template_of()["spec"], container_of()
    assert spec["securityContext"]["runAsNonRoot"] is True
    assert spec["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert container["securityContext"]["readOnlyRootFilesystem"] is True
    assert container["securityContext"]["capabilities"] == {"drop": ["ALL"]}
    assert (spec["automountServiceAccountToken"], spec["restartPolicy"]) == (False, "Never")
    assert "serviceAccountName" not in spec
    assert {"cpu", "memory"} <= set(container["resources"]["limits"])


def test_two_never_run_at_the_same_time_and_none_for_ever() -> None:
    spec = render(WANTED).one("CronJob")["spec"]
    assert spec["concurrencyPolicy"] == "Forbid"
    assert spec["jobTemplate"]["spec"]["activeDeadlineSeconds"] == 3600
    assert (spec["schedule"], spec["timeZone"]) == ("17 3 * * *", "Etc/UTC")


@pytest.mark.parametrize(
    ("objects", "secret"),
    [
        pytest.param({}, "storage", id="those of the runs"),
        pytest.param({"existingSecret": "may-delete"}, "may-delete", id="its own"),
    ],
)
def test_it_deletes_with_the_credentials_it_was_given(objects: dict[str, str], secret: str) -> None:
    found = secrets_of(container_of({"retention": {"objects": objects}}))
    assert found == {"DATABASE_URL": "database", "S3_ACCESS_KEY_ID": secret, "S3_SECRET_ACCESS_KEY": secret}


def test_it_may_have_an_identity_instead_of_keys() -> None:
    layer = {"storage": {"existingSecret": ""}, "retention": {"objects": {"serviceAccountName": "may-delete"}}}
    assert template_of(layer)["spec"]["serviceAccountName"] == "may-delete"
    assert set(secrets_of(container_of(layer))) == {"DATABASE_URL"}


def test_the_command_understands_what_it_is_given() -> None:
    container = container_of({"retention": {"objects": {"days": 45, "dryRun": True}}})
    variables = {each["name"]: each.get("value", "postgresql://u:p@h/d") for each in container["env"]}
    settings = read_settings(PruneSettings, variables)
    assert (settings.retention_days, settings.buckets) == (45, ("uploads",))
    assert container["args"] == ["prune-objects", "--dry-run"]
    assert container_of()["args"] == ["prune-objects"]
