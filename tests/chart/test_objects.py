"""Everything the chart renders, as a whole: lint, snapshot, names, labels, the CRD, the notes, the README."""

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from charts import values_table
from scorecard_operator.live import KEYS
from tests.chart.rendering import CHART, NAMESPACE, RELEASE, REQUIRED, ROOT, Manifest, helm, merged, nested, render

SNAPSHOT = Path(__file__).parent / "defaults.snapshot.yaml"
CLUSTER_KINDS = {
    "ClusterRole",
    "CustomResourceDefinition",
    "ValidatingAdmissionPolicy",
    "ValidatingAdmissionPolicyBinding",
}


def without_crd(objects: list[Manifest]) -> list[Manifest]:
    return [each for each in objects if each["kind"] != "CustomResourceDefinition"]


def notes(values: dict[str, Any]) -> str:
    done = helm(
        "install", RELEASE, str(CHART), "--dry-run=client", "--namespace", NAMESPACE, values=merged(REQUIRED, values)
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split("NOTES:", 1)[1]


def test_helm_lint_finds_nothing() -> None:
    done = helm("lint", str(CHART), "--strict", values=REQUIRED)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "[WARNING]" not in done.stdout


def test_defaults_render_as_committed() -> None:
    objects = without_crd(list(render()))
    text = yaml.safe_dump_all(objects, sort_keys=True, width=120)
    if os.environ.get("SCORECARD_UPDATE_SNAPSHOT"):
        SNAPSHOT.write_text(text, encoding="utf-8")
    committed = list(yaml.safe_load_all(SNAPSHOT.read_text(encoding="utf-8")))
    assert objects == committed, "if this is meant: SCORECARD_UPDATE_SNAPSHOT=1 pytest tests/chart/test_objects.py"


def test_every_object_carries_the_standard_labels() -> None:
    for each in render({"commonLabels": {"team": "scores"}}):
        labels = each["metadata"]["labels"]
        assert labels["app.kubernetes.io/name"] == "scorecard-ocr"
        assert labels["app.kubernetes.io/instance"] == RELEASE
        assert labels["app.kubernetes.io/managed-by"] == "Helm"
        assert labels["team"] == "scores"


def test_releases_share_no_cluster_scoped_name_but_the_crd() -> None:
    def names(release: str, namespace: str) -> set[str]:
        objects = without_crd(list(render(release=release, namespace=namespace)))
        return {each["metadata"]["name"] for each in objects if each["kind"] in CLUSTER_KINDS}

    sets = [names("a", "b"), names("a", "b-c"), names("a-b", "c"), names("a.b", "c")]
    assert [len(each) for each in sets] == [3] * 4  # two roles; the policy and its binding share a name
    assert len(set.union(*sets)) == 3 * 4


def test_namespaced_objects_stay_in_the_namespace_of_the_release() -> None:
    for each in render():
        expected = None if each["kind"] in CLUSTER_KINDS else NAMESPACE
        assert each["metadata"].get("namespace") == expected


def test_a_long_release_name_keeps_names_within_63_characters() -> None:
    names = [each["metadata"]["name"] for each in render(release="r" * 53) if each["kind"] not in CLUSTER_KINDS]
    assert max(len(name) for name in names) <= 63
    assert len(set(names)) >= 4


def test_the_chart_sets_no_live_setting_so_that_no_upgrade_undoes_one() -> None:
    maps = render({"fullnameOverride": "ocr", "limits": {"maxConcurrentJobs": 9}}).all("ConfigMap")
    live = maps["ocr-live"]
    assert not {"data", "binaryData", "immutable"} & set(live)
    assert all(key in live["metadata"]["annotations"]["kubernetes.io/description"] for key in KEYS)


def test_fullname_override_names_everything() -> None:
    rendered = render({"fullnameOverride": "ocr"})
    assert set(rendered.all("Deployment")) == {"ocr-operator"}
    assert set(rendered.all("ServiceAccount")) == {"ocr-operator", "ocr-runner"}


def test_the_crd_is_the_generated_one() -> None:
    generated = yaml.safe_load((ROOT / "crds" / "scorecarduploads.yaml").read_text(encoding="utf-8"))
    crd = render().one("CustomResourceDefinition")
    assert crd["spec"] == generated["spec"]
    assert crd["metadata"]["name"] == generated["metadata"]["name"]


@pytest.mark.parametrize(
    ("crds", "annotations"),
    [
        pytest.param({}, {"helm.sh/resource-policy": "keep"}, id="kept on uninstall by default"),
        pytest.param({"keep": False}, None, id="deleted with the release"),
        pytest.param({"keep": False, "annotations": {"a": "b"}}, {"a": "b"}, id="own annotations"),
        pytest.param(
            {"annotations": {"a": "b"}}, {"a": "b", "helm.sh/resource-policy": "keep"}, id="own annotations and kept"
        ),
    ],
)
def test_crd_annotations(crds: dict[str, Any], annotations: dict[str, str] | None) -> None:
    metadata = render({"crds": crds}).one("CustomResourceDefinition")["metadata"]
    assert metadata.get("annotations") == annotations


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        pytest.param("crds.enabled", "CustomResourceDefinition", id="the CRD"),
        pytest.param("migration.enabled", "Job", id="the migration"),
        pytest.param("runner.admissionPolicy", "ValidatingAdmissionPolicy", id="the admission policy"),
        pytest.param("runner.admissionPolicy", "ValidatingAdmissionPolicyBinding", id="its binding"),
        pytest.param("rbac.aggregate", "ClusterRole", id="the aggregated roles"),
    ],
)
def test_can_be_left_out(path: str, kind: str) -> None:
    assert render().all(kind)
    assert not render(nested(path, value=False)).all(kind)


@pytest.mark.parametrize(
    ("values", "warning"),
    [
        pytest.param({"crds": {"enabled": False}}, "crds.enabled is false", id="no CRD"),
        pytest.param({"crds": {"keep": False}}, "crds.keep is false", id="CRD goes with the release"),
        pytest.param({"migration": {"enabled": False}}, "migration.enabled is false", id="no migration"),
        pytest.param({"runner": {"admissionPolicy": False}}, "runner.admissionPolicy is false", id="no policy"),
        pytest.param({}, "storage.existingSecret is empty", id="neither keys nor identity"),
        pytest.param({"storage": {"endpoint": "http://m:9000"}}, "not encrypted", id="plain http"),
    ],
)
def test_notes_warn(values: dict[str, Any], warning: str) -> None:
    warnings = [part.split("\n\n")[0] for part in notes(values).split("WARNING: ")[1:]]
    assert [text for text in warnings if warning in text]


def test_notes_of_a_sound_installation_only_tell_the_next_steps() -> None:
    text = notes({"storage": {"existingSecret": "storage"}})
    assert "WARNING" not in text
    assert "kind: ScorecardUpload" in text
    assert f"kubectl get scorecarduploads -n {NAMESPACE}" in text
    assert "kubectl logs" in text


def test_the_readme_lists_every_value() -> None:
    documented = values_table.read_values((CHART / "values.yaml").read_text(encoding="utf-8"))
    readme = (CHART / "README.md").read_text(encoding="utf-8")
    table = values_table.to_table(documented)
    assert len(documented) > 60
    assert values_table.with_table(readme, table) == readme, "run: python charts/values_table.py"


@pytest.mark.parametrize("line", ["limit: 4\n", "- 4 # a list item\n"])
def test_a_value_without_a_comment_is_refused(line: str) -> None:
    with pytest.raises(values_table.UndocumentedValueError, match=line.strip().split(":")[0]):
        values_table.read_values(line)
