"""The result document: public keys, absent values, and the published schema."""

import json
from pathlib import Path
from uuid import UUID

import jsonschema  # type: ignore[import-untyped]  # ships no types
import pytest
from pydantic import ValidationError

from scorecard_runner.document import Band, ScorecardDocument
from scorecard_runner.document_schema import schema_text
from tests.documents import document_of, innings_of

SCHEMA = Path(__file__).parents[2] / "docs" / "result.schema.json"
UPLOAD_ID = UUID("00000000-0000-4000-8000-000000000001")


def test_the_published_schema_is_the_models() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), (
        "run `python -m scorecard_runner.document_schema > docs/result.schema.json`"
    )


def test_a_document_is_valid_by_the_published_schema() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document_of().with_upload_id(UPLOAD_ID).to_json_object(), schema)


def test_the_keys_that_older_pages_know_are_there() -> None:
    written = document_of().with_upload_id(UPLOAD_ID).to_json_object()
    assert {"teams", "innings", "format", "parse_notes", "uncertainty_flags", "_metadata"} <= set(written)
    assert {"runs", "wickets", "overs", "confidence"} <= set(written["innings"][0])
    assert written["teams"] == [{"name": "Kent"}, {"name": "Essex"}]
    assert written["innings"][0]["confidence"] == "high"
    assert written["_metadata"]["upload_id"] == str(UPLOAD_ID)
    assert written["_metadata"]["requires_verification"] is True
    assert {
        "confidence",
        "parser_version",
        "content_sha256",
        "engine",
        "engine_version",
        "languages",
        "page_count",
    } <= set(written["_metadata"])


def test_what_is_not_printed_is_absent() -> None:
    written = document_of(innings_of(overs=None)).to_json_object()
    assert "overs" not in written["innings"][0]
    assert "upload_id" not in written["_metadata"]
    assert "null" not in json.dumps(written)


def test_a_document_survives_being_written_and_read() -> None:
    document = document_of()
    assert ScorecardDocument.model_validate(document.to_json_object()) == document


def test_unknown_keys_are_refused() -> None:
    with pytest.raises(ValidationError):
        ScorecardDocument.model_validate({**document_of().to_json_object(), "raw_text": "as read"})


def test_the_summary_counts_checks_without_names() -> None:
    summary = document_of().summary()
    assert (summary.verdict, summary.confidence, summary.innings, summary.checks) == ("NeedsReview", 0.95, 1, "1/2")


@pytest.mark.parametrize(
    ("confidence", "want"),
    [(1.0, Band.HIGH), (0.9, Band.HIGH), (0.89, Band.MEDIUM), (0.7, Band.MEDIUM), (0.69, Band.LOW)],
)
def test_bands_of_confidence(confidence: float, want: Band) -> None:
    assert Band.of(confidence) is want
