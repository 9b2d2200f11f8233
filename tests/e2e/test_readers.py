"""Both readers on the cluster: the mode chooses the image, and what needs review is read again as an attempt of its own."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image, ImageDraw

from tests.e2e.conftest import Cluster

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(400)]
LONGEST_BATTING = (40, 1246, 1140, 1282)  # CJ Darragh 80: without this row the runs of the innings cannot add up


def with_a_row_missing(sample: bytes) -> bytes:
    picture = Image.open(io.BytesIO(sample)).convert("RGB")
    ImageDraw.Draw(picture).rectangle(LONGEST_BATTING, fill="white")
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def runner_of(cluster: Cluster, upload_id: str, attempt: int) -> dict[str, Any]:
    spec = cluster.get("job", f"ocr-{upload_id}-{attempt}")["spec"]["template"]["spec"]
    (container,) = spec["containers"]
    found: dict[str, Any] = container
    return found


def has_settled(status: dict[str, Any]) -> bool:
    reported = [c["status"] for c in status.get("conditions", []) if c["type"] == "RowReported"]
    return bool(status.get("phase") == "Succeeded" and set(reported) <= {"True"})


def test_both_readers_are_in_the_image_of_the_default_mode(make_cluster: Callable[..., Cluster], sample: bytes) -> None:
    cluster = make_cluster()
    upload_id = cluster.submit(sample)
    status = cluster.wait_for_end(upload_id)
    assert (status["phase"], status["attempts"]) == ("Succeeded", 1)
    assert runner_of(cluster, upload_id, 1)["image"].endswith("-rapid")
    assert [entry["reader"] for entry in status["history"]] == ["auto"]
    assert (status["progress"]["reader"], status["result"]["reader"]) == ("auto", "auto")


@pytest.mark.parametrize(
    "reader", [pytest.param("tesseract", id="after the small image"), pytest.param("auto", id="after both readers")]
)
def test_what_needs_review_is_read_again_and_the_row_never_gets_worse(
    make_cluster: Callable[..., Cluster], sample: bytes, reader: str
) -> None:
    cluster = make_cluster(runner={"reader": reader, "escalate": True})
    upload_id = cluster.submit(with_a_row_missing(sample))
    escalated = cluster.wait_for(upload_id, lambda status: bool(status.get("history")))
    first = escalated["result"]
    assert (first["verdict"], cluster.backend.row(upload_id).status) == ("NeedsReview", "parsed")
    status = cluster.wait_for(upload_id, has_settled, 240)
    assert [(e["attempt"], e.get("reader"), e.get("escalates")) for e in status["history"]] == [
        (1, reader, None),
        (2, "rapid", 1),
    ]
    assert [runner_of(cluster, upload_id, attempt)["image"].endswith("-rapid") for attempt in (1, 2)] == [
        reader == "auto",
        True,
    ]
    assert status["reason"] in {"Parsed", "FirstResultKept"}
    row = cluster.backend.row(upload_id)
    assert (row.status, len(row.parsed["innings"])) == ("parsed", 2)
    is_kept = status["reason"] == "FirstResultKept"
    assert status["result"]["attempt"] == (1 if is_kept else 2)
    assert status["result"]["confidence"] >= first["confidence"] or status["result"]["verdict"] == "Verified"


def test_what_is_verified_is_read_once(make_cluster: Callable[..., Cluster], sample: bytes) -> None:
    cluster = make_cluster(runner={"reader": "tesseract", "escalate": True})
    status = cluster.wait_for_end(cluster.submit(sample))
    assert (status["phase"], status["attempts"], status["result"]["verdict"]) == ("Succeeded", 1, "Verified")
