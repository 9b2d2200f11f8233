"""The two images of the runner: one Dockerfile, and nothing of the second reader in the small one."""

import re
import tomllib
from typing import Any

import yaml

from dev.images.__main__ import fingerprint
from dev.images.table import IMAGES
from dev.paths import ROOT

SECOND_READER = {"rapidocr", "onnxruntime", "numpy", "opencv-python-headless"}
LOCK: dict[str, Any] = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
DOCKERFILE = (ROOT / "runner" / "Dockerfile").read_text(encoding="utf-8")
SMALL, LARGE = (image for image in IMAGES if image.name == "scorecard-runner")


def installed_with(*extras: str) -> set[str]:
    """Return the names of all distributions that the lock file gives an image with these extras."""
    packages: dict[str, dict[str, Any]] = {package["name"]: package for package in LOCK["package"]}
    project = packages["scorecard-ocr"]
    waiting = [
        *project["dependencies"],
        *(each for extra in extras for each in project["optional-dependencies"][extra]),
    ]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()["name"]
        if name not in found:
            found.add(name)
            waiting += packages[name].get("dependencies", [])
    return found


def test_the_small_image_gets_nothing_of_the_second_reader() -> None:
    assert re.findall(r'^ARG EXTRAS="(.+)"$', DOCKERFILE, re.MULTILINE) == ["runner"]
    assert SMALL.build_args == ()
    assert not SECOND_READER & installed_with("runner")


def test_the_other_gets_all_of_it() -> None:
    assert dict(LARGE.build_args) == {"EXTRAS": "runner rapid"}
    assert installed_with("runner", "rapid") >= SECOND_READER | installed_with("runner")


def test_the_tags_differ_by_what_the_chart_adds() -> None:
    values = yaml.safe_load((ROOT / "charts" / "scorecard-ocr" / "values.yaml").read_text(encoding="utf-8"))
    assert LARGE.tag == SMALL.tag + values["runner"]["image"]["rapidSuffix"]


def test_one_variant_is_no_substitute_for_the_other() -> None:
    settings = [[f"{name}={value}" for name, value in image.build_args] for image in (SMALL, LARGE)]
    assert fingerprint(SMALL, [], settings[0]) != fingerprint(LARGE, [], settings[1])


def test_what_both_share_is_built_once() -> None:
    shared, _, own = DOCKERFILE.partition("ARG EXTRAS=")
    assert "--no-install-project --extra runner\n" in shared
    assert "EXTRAS}" not in shared
    # In the last stage the packages of Debian come first: the venv, which differs, is laid on top.
    last = own.rpartition("\nFROM ")[2]
    assert last.index("apt-get install") < last.index("COPY --from=build")
