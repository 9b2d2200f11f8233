"""Generated files: each committed copy is what its model says today."""

from pathlib import Path

import pytest

from scorecard_operator import crd
from scorecard_runner import document_schema
from tests.contracts.pages import ROOT

REMEDY = "run: make generate"


@pytest.mark.parametrize(
    ("copy", "generated"),
    [
        pytest.param("crds/scorecarduploads.yaml", crd.to_yaml(), id="the CRD for people who apply it by hand"),
        pytest.param("charts/scorecard-ocr/files/scorecarduploads.yaml", crd.to_yaml(), id="the CRD in the chart"),
        pytest.param("docs/result.schema.json", document_schema.schema_text(), id="the schema of the document"),
    ],
)
def test_a_committed_copy_is_the_generated_text(copy: str, generated: str) -> None:
    assert (ROOT / copy).read_text(encoding="utf-8") == generated, REMEDY


def test_make_writes_every_copy() -> None:
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ngenerate:")[2].partition("\n\n")[0]
    copies = ["crds/scorecarduploads.yaml", "charts/scorecard-ocr/files/scorecarduploads.yaml"]
    assert f"scorecard_operator.crd {' '.join(copies)}\n" in recipe
    assert "scorecard_runner.document_schema > docs/result.schema.json" in recipe


def test_the_generator_writes_the_same_text_into_a_file(tmp_path: Path) -> None:
    assert crd.main([str(tmp_path / "crd.yaml")]) == 0
    assert (tmp_path / "crd.yaml").read_text(encoding="utf-8") == crd.to_yaml()
