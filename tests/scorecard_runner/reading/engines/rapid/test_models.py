"""The models: where they are, and that they are the ones that were measured."""

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from scorecard_runner.errors import InvalidConfiguration
from scorecard_runner.reading.engines.rapid import models
from scorecard_runner.reading.engines.rapid.models import (
    FINDS_LINES,
    READS_LINES,
    Model,
    engine_version,
    find_models,
    read_model,
)


@pytest.mark.parametrize("model", [FINDS_LINES, READS_LINES], ids=lambda model: model.file_name)
def test_the_wheel_holds_the_models_that_were_measured(model: Model) -> None:
    assert len(read_model(find_models(), model)) == model.size_bytes


def test_the_version_names_package_and_models() -> None:
    package, family = engine_version().split(" ", maxsplit=1)
    assert package.startswith("3.")
    assert family == "PP-OCRv6 small"


def test_a_model_with_another_content_is_a_matter_of_configuration(tmp_path: Path) -> None:
    content = bytearray((find_models() / FINDS_LINES.file_name).read_bytes())
    content[-1] ^= 1
    (tmp_path / FINDS_LINES.file_name).write_bytes(content)
    with pytest.raises(InvalidConfiguration, match="not the ones it was tested with"):
        read_model(tmp_path, FINDS_LINES)


def test_a_missing_model_is_a_matter_of_configuration(tmp_path: Path) -> None:
    with pytest.raises(InvalidConfiguration, match="missing"):
        read_model(tmp_path, FINDS_LINES)


@pytest.mark.parametrize("missing", ["rapidocr", "onnxruntime", "cv2"])
def test_without_the_extra_there_is_no_second_reader(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "find_spec", lambda name: None if name == missing else find_spec(name))
    with pytest.raises(InvalidConfiguration, match="not installed"):
        find_models()


def test_a_wheel_with_other_models_is_told_by_their_sizes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "rapidocr" / "models"
    folder.mkdir(parents=True)
    (tmp_path / "rapidocr" / "__init__.py").touch()
    shutil.copy(find_models() / FINDS_LINES.file_name, folder)
    (folder / READS_LINES.file_name).write_bytes(b"another one")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(InvalidConfiguration, match="not the ones it was tested with"):
        find_models()
