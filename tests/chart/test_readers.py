"""How the pictures are read: which image, which memory and which variable follow from `runner.reader` and `runner.escalate`."""

from typing import Any

import pytest

from scorecard_operator.manifest import check_template
from scorecard_operator.vocabulary import Reader
from scorecard_runner.reader_mode import ReaderMode
from tests.chart.rendering import CHART, RELEASE, REQUIRED, Manifest, Rendered, helm, merged, render

SMALL, LARGE = "sha256:" + "ab" * 32, "sha256:" + "cd" * 32


def runner_of(template: Manifest | None) -> Manifest:
    assert template is not None
    (found,) = template["spec"]["containers"]
    container: Manifest = found
    return container


def reader_of(template: Manifest | None) -> str:
    (value,) = (each["value"] for each in runner_of(template)["env"] if each["name"] == "SCORECARD_READER")
    return str(value)


def memory_of(template: Manifest | None) -> tuple[str, str]:
    resources = runner_of(template)["resources"]
    return resources["requests"]["memory"], resources["limits"]["memory"]


def rendered_with(**runner: Any) -> Rendered:
    return render({"runner": runner})


@pytest.mark.parametrize(
    ("reader", "image", "memory"),
    [
        pytest.param("tesseract", "scorecard-runner:0.1.0", ("256Mi", "512Mi"), id="the first alone: the small image"),
        pytest.param("auto", "scorecard-runner:0.1.0-rapid", ("448Mi", "1Gi"), id="both"),
        pytest.param("rapid", "scorecard-runner:0.1.0-rapid", ("768Mi", "1Gi"), id="the second alone"),
    ],
)
def test_the_mode_chooses_image_and_memory(reader: str, image: str, memory: tuple[str, str]) -> None:
    rendered = rendered_with(reader=reader)
    template = rendered.runner_template
    assert (reader_of(template), runner_of(template)["image"], memory_of(template)) == (reader, image, memory)
    assert runner_of(rendered.migration_template)["image"] == image


def test_both_readers_are_the_default() -> None:
    assert reader_of(render().runner_template) == "auto"


def test_all_sides_know_the_same_modes() -> None:
    assert set(map(str, Reader)) == set(map(str, ReaderMode)) == {"auto", "tesseract", "rapid"}


@pytest.mark.parametrize(
    ("image", "reader", "want"),
    [
        pytest.param({"tag": "dev"}, "auto", "dev-rapid", id="a tag is the version, whatever the mode"),
        pytest.param({"tag": "dev"}, "tesseract", "dev", id="and exact for the small image"),
        pytest.param({"tag": "dev", "rapidSuffix": "_x"}, "rapid", "dev_x", id="another suffix"),
        pytest.param({"tag": "dev", "rapidSuffix": ""}, "rapid", "dev", id="one image that holds both"),
        pytest.param({"digest": SMALL, "rapidDigest": LARGE}, "auto", f"0.1.0-rapid@{LARGE}", id="each its digest"),
        pytest.param({"digest": SMALL, "rapidDigest": LARGE}, "tesseract", f"0.1.0@{SMALL}", id="the small one's"),
        pytest.param({"rapidDigest": LARGE}, "tesseract", "0.1.0", id="never that of the other image"),
        pytest.param({"digest": SMALL, "rapidSuffix": ""}, "auto", f"0.1.0@{SMALL}", id="one image, one digest"),
    ],
)
def test_image_reference(image: dict[str, str], reader: str, want: str) -> None:
    template = rendered_with(image=image, reader=reader).runner_template
    assert runner_of(template)["image"] == f"scorecard-runner:{want}"


@pytest.mark.parametrize(
    "runner",
    [
        pytest.param({"reader": "auto"}, id="of the runs"),
        pytest.param({"reader": "tesseract", "escalate": True}, id="of the runs that read again"),
    ],
)
def test_who_pins_one_image_is_told_to_pin_the_other_too(runner: dict[str, Any]) -> None:
    values = merged(REQUIRED, {"runner": {**runner, "image": {"digest": SMALL}}})
    done = helm("template", RELEASE, str(CHART), values=values)
    assert done.returncode != 0
    assert "runner.image.rapidDigest" in done.stderr


def test_resources_are_laid_over_the_profile_of_the_reader_key_by_key() -> None:
    resources = {"limits": {"memory": "2Gi"}}
    template = rendered_with(resources=resources).runner_template
    assert memory_of(template) == ("448Mi", "2Gi")
    assert set(runner_of(template)["resources"]["limits"]) == {"cpu", "memory", "ephemeral-storage"}


def test_a_profile_can_be_set_key_by_key() -> None:
    rendered = rendered_with(profiles={"rapid": {"limits": {"memory": "3Gi"}}}, escalate=True)
    assert memory_of(rendered.escalated_template) == ("768Mi", "3Gi")
    assert memory_of(rendered.runner_template) == ("448Mi", "1Gi")


def test_without_escalation_there_is_no_template_for_it() -> None:
    assert render().escalated_template is None


@pytest.mark.parametrize("reader", ["tesseract", "auto", "rapid"])
def test_reading_again_has_the_image_and_the_memory_of_the_strongest_reader(reader: str) -> None:
    rendered = rendered_with(reader=reader, escalate=True, image={"tag": "dev"}, resources={"limits": {"cpu": "2"}})
    template = rendered.escalated_template
    assert check_template(template) is template
    assert (reader_of(template), runner_of(template)["image"]) == ("rapid", "scorecard-runner:dev-rapid")
    assert memory_of(template) == ("768Mi", "1Gi")
    assert reader_of(rendered.runner_template) == reader


def test_reading_again_differs_from_reading_in_nothing_else() -> None:
    rendered = rendered_with(escalate=True, nodeSelector={"disk": "ssd"})
    first, again = rendered.runner_template, rendered.escalated_template
    for template in (first, again):
        runner = runner_of(template)
        del runner["image"], runner["resources"], runner["env"][2]
    assert first == again


def test_a_changed_profile_of_the_strongest_reader_restarts_the_operator() -> None:
    def checksum(memory: str) -> str:
        profiles = {"rapid": {"limits": {"memory": memory}}}
        template = rendered_with(escalate=True, profiles=profiles).operator_template
        return str(template["metadata"]["annotations"]["checksum/runner-pod"])

    assert checksum("1Gi") != checksum("2Gi")
